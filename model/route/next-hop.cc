#include "postroad/route/next-hop.h"

#include "postroad/wire/ascii.h"

namespace ns3::postroad::route
{

namespace
{

bool
IsAddressLiteral(std::string_view domain)
{
    return domain.size() > 2 && domain.front() == '[' && domain.back() == ']';
}

} // namespace

bool
IsLocal(const RoutePolicy& policy, std::string_view domain)
{
    return domain.empty() || policy.localDomains.count(wire::ToLower(domain)) > 0;
}

NextHop
FindNextHop(const RoutePolicy& policy, std::string_view domain)
{
    if (IsLocal(policy, domain))
    {
        return {NextHopKind::LOCAL, {}};
    }
    if (!policy.smartHost.empty())
    {
        return {NextHopKind::SMART_HOST, policy.smartHost};
    }
    if (IsAddressLiteral(domain))
    {
        return {NextHopKind::ADDRESS_LITERAL, std::string(domain.substr(1, domain.size() - 2))};
    }
    return {NextHopKind::EXCHANGERS, std::string(domain)};
}

} // namespace ns3::postroad::route
