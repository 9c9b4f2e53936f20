#include "postroad/app/next-hop-finder.h"

#include "postroad/app/socket-address.h"

#include <utility>
#include <variant>

namespace ns3::postroad
{

namespace
{

Found
Refuse(std::string reason)
{
    return {{}, {route::AttemptStatus::REFUSED, {}, {}, std::move(reason)}};
}

/// A look-up that failed for now, or a name that does not exist: the first is worth another
/// attempt.
Found
Fail(const dns::LookupEnded& lookup)
{
    const bool isFinal = lookup.status == dns::LookupStatus::NO_SUCH_NAME ||
                         lookup.status == dns::LookupStatus::NO_DATA;
    return {{},
            {isFinal ? route::AttemptStatus::REFUSED : route::AttemptStatus::DEFERRED,
             {},
             {},
             lookup.question.ToString() + ": " + lookup.reason}};
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
        co_return Fail(lookup);
    }
    if (route::IsNullExchanger(exchangers))
    {
        co_return Refuse(domain + " takes no mail (null MX)");
    }
    Found found;
    for (auto& each :
         route::OrderExchangers(std::move(exchangers), m_resolver.GetHostName(), m_random))
    {
        found.names.push_back(std::move(each.name));
    }
    if (found.names.empty())
    {
        co_return Refuse("mail for " + domain + " loops back to this host, its best exchanger");
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
        auto failed = Fail(lookup);
        failed.failure.nextHop = host;
        co_return failed;
    }
    co_return Found{std::move(addresses), {}};
}

} // namespace ns3::postroad
