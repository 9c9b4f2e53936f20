#include "postroad/app/mail/next-hop-finder.h"

#include "postroad/net/socket-address.h"

#include <utility>
#include <variant>

namespace ns3::postroad
{

namespace
{

// RFC 3463 sections 3.2 and 3.5, RFC 7505 section 4.2.
constexpr mail::EnhancedCode NO_SUCH_DOMAIN{5, 1, 2};
constexpr mail::EnhancedCode NULL_MX{5, 1, 10};
constexpr mail::EnhancedCode DIRECTORY_FAILURE{4, 4, 3};
constexpr mail::EnhancedCode NO_ROUTE{5, 4, 4};
constexpr mail::EnhancedCode ROUTING_LOOP{5, 4, 6};

Found
Refuse(std::string reason, const mail::EnhancedCode& code)
{
    Found found;
    found.failure.status = store::AttemptStatus::REFUSED;
    found.failure.reason = std::move(reason);
    found.failure.code = code;
    return found;
}

/// A look-up that failed for now, or a name that does not exist: the first is worth another
/// attempt. \param finalCode what the second means
Found
Fail(const dns::LookupEnded& lookup, const mail::EnhancedCode& finalCode)
{
    const bool isFinal = lookup.status == dns::LookupStatus::NO_SUCH_NAME ||
                         lookup.status == dns::LookupStatus::NO_DATA;
    auto found = Refuse(lookup.question.ToString() + ": " + lookup.reason, finalCode);
    if (!isFinal)
    {
        found.failure.status = store::AttemptStatus::DEFERRED;
        found.failure.code = DIRECTORY_FAILURE;
    }
    return found;
}

std::vector<route::Exchanger>
ReadExchangers(const dns::LookupEnded& lookup)
{
    std::vector<route::Exchanger> exchangers;
    for (const auto& record : lookup.records)
    {
        if (const auto* const mx = std::get_if<dns::MxData>(&record.data))
        {
            exchangers.push_back({mx->preference, mx->exchange.ToHostName()});
        }
    }
    return exchangers;
}

} // namespace

NextHopFinder::NextHopFinder(Resolver& resolver, route::RandomIndex random)
    : m_resolver(resolver)
    , m_random(std::move(random))
{
}

Task<Found>
NextHopFinder::FindHosts(route::NextHop hop)
{
    if (hop.kind != route::NextHopKind::EXCHANGERS)
    {
        co_return Found{{hop.name}, {}};
    }
    co_return co_await FindExchangers(hop.name);
}

Task<Found>
NextHopFinder::FindExchangers(std::string domain)
{
    const auto lookup = co_await m_resolver.Lookup(domain, dns::RecordType::MX);
    std::vector<route::Exchanger> exchangers;
    if (lookup.status == dns::LookupStatus::ANSWERED)
    {
        exchangers = ReadExchangers(lookup);
    }
    else if (lookup.status == dns::LookupStatus::NO_DATA)
    {
        exchangers = route::MakeImplicitExchangers(domain);
    }
    else
    {
        co_return Fail(lookup, NO_SUCH_DOMAIN);
    }
    if (route::IsNullExchanger(exchangers))
    {
        co_return Refuse(domain + " takes no mail (null MX)", NULL_MX);
    }
    Found found;
    for (auto& each :
         route::OrderExchangers(std::move(exchangers), m_resolver.GetHostName(), m_random))
    {
        found.names.push_back(std::move(each.name));
    }
    if (found.names.empty())
    {
        co_return Refuse("mail for " + domain + " loops back to this host, its best exchanger",
                         ROUTING_LOOP);
    }
    co_return found;
}

Task<Found>
NextHopFinder::FindAddresses(std::string host)
{
    if (IsAddress(host))
    {
        co_return Found{{host}, {}};
    }
    const auto lookup = co_await m_resolver.Lookup(host, dns::RecordType::A);
    auto addresses = GetAddresses(lookup);
    if (addresses.empty())
    {
        auto failed = Fail(lookup, NO_ROUTE);
        failed.failure.nextHop = host;
        co_return failed;
    }
    co_return Found{std::move(addresses), {}};
}

} // namespace ns3::postroad
