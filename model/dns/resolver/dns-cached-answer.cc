#include "postroad/dns/resolver/dns-cached-answer.h"

#include "postroad/dns/resolver/dns-recursive-answer.h"

#include <algorithm>
#include <iterator>

namespace ns3::postroad::dns
{

namespace
{

std::vector<Record>
FindRecords(const Cache& cache,
            const Name& name,
            RecordType type,
            Credibility least,
            wire::TimePoint now)
{
    auto known = cache.Find(name, type, least, now);
    return known && known->kind == CachedKind::RECORDS ? std::move(known->records)
                                                       : std::vector<Record>();
}

/// The servers of the closest zone that the cache knows any of, and their addresses.
bool
AddKnownServers(const Cache& cache, const Name& name, wire::TimePoint now, Message& response)
{
    auto count = name.GetLabels().size();
    while (response.authorities.empty() && count > 0)
    {
        response.authorities = FindRecords(cache,
                                           name.GetAncestor(count--),
                                           RecordType::NS,
                                           Credibility::AUTHORITY,
                                           now);
    }
    for (const auto& record : response.authorities)
    {
        const auto* const server = std::get_if<NsData>(&record.data);
        for (const auto type : {RecordType::A, RecordType::AAAA})
        {
            const auto addresses =
                server == nullptr
                    ? std::vector<Record>()
                    : FindRecords(cache, server->nameServer, type, Credibility::ADDITIONAL, now);
            Append(addresses, response.additionals);
        }
    }
    return !response.authorities.empty();
}

void
AddHints(std::span<const Record> hints, Message& response)
{
    for (const auto& hint : hints)
    {
        auto& section =
            hint.GetType() == RecordType::NS ? response.authorities : response.additionals;
        section.push_back(hint);
    }
}

/// What the cache has of the last name.
void
AddAnswer(const CachedAnswer& answer, Message& response)
{
    auto& section = answer.kind == CachedKind::RECORDS ? response.answers : response.authorities;
    Append(answer.records, section);
    if (answer.kind == CachedKind::NO_SUCH_NAME)
    {
        response.SetCode(ResponseCode::NAME_ERROR);
    }
}

} // namespace

Message
MakeCachedResponse(const Message& query,
                   const CachePath& path,
                   const Cache& cache,
                   std::span<const Record> hints,
                   wire::TimePoint now)
{
    if (path.end == CachePathEnd::ENDLESS)
    {
        return MakeRecursiveResponse(query, ResponseCode::SERVER_FAILURE);
    }
    auto response = MakeRecursiveResponse(query, ResponseCode::NO_ERROR);
    response.answers = path.aliases;
    if (path.end == CachePathEnd::KNOWN)
    {
        AddAnswer(path.steps.back().answer, response);
    }
    else if (path.end == CachePathEnd::NAME_TOO_LONG)
    {
        response.SetCode(ResponseCode::NAME_TOO_LONG);
    }
    else if (!AddKnownServers(cache, path.name, now, response))
    {
        AddHints(hints, response);
    }
    return response;
}

} // namespace ns3::postroad::dns
