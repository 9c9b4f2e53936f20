#include "postroad/route/next-hop.h"

#include "postroad/text/ascii.h"

namespace ns3::postroad::route
{

namespace
{

// RFC 5321 section 4.1.3.
constexpr std::string_view IPV6_TAG = "IPv6:";

bool
IsAddressLiteral(std::string_view domain)
{
    return domain.size() > 2 && domain.front() == '[' && domain.back() == ']';
}

} // namespace

NextHop
FindNextHop(const RoutePolicy& policy, std::string_view domain)
{
    if (policy.local.Has(domain))
    {
        return {NextHopKind::LOCAL, {}};
    }
    if (const auto host = policy.hosts.find(domain); host != policy.hosts.end())
    {
        return {NextHopKind::SMART_HOST, host->second};
    }
    if (!policy.smartHost.empty())
    {
        return {NextHopKind::SMART_HOST, policy.smartHost};
    }
    if (IsAddressLiteral(domain))
    {
        auto address = domain.substr(1, domain.size() - 2);
        address.remove_prefix(text::StartsWithIgnoringCase(address, IPV6_TAG) ? IPV6_TAG.size()
                                                                              : 0);
        return {NextHopKind::ADDRESS_LITERAL, std::string(address)};
    }
    return {NextHopKind::EXCHANGERS, mail::DomainName(domain).ToString()};
}

} // namespace ns3::postroad::route
