#include "postroad/dns/resolver/dns-cache-path.h"

#include "postroad/dns/record/dns-redirection.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad::dns
{

namespace
{

/// Adds what the cache has of the name and type, if that are records; the first of them.
std::optional<Record>
TakeRecord(const Cache& cache,
           const Name& name,
           RecordType type,
           wire::TimePoint now,
           std::vector<CacheStep>& steps)
{
    auto known = cache.Find(name, type, Credibility::ANSWER, now);
    if (!known || known->kind != CachedKind::RECORDS)
    {
        return std::nullopt;
    }
    const auto& taken = steps.emplace_back(CacheStep{{name, type}, *std::move(known)});
    return taken.answer.records.front();
}

/// The DNAME record that stands highest above the name.
std::optional<Record>
TakeRedirection(const Cache& cache, CachePath& path, wire::TimePoint now)
{
    for (std::size_t count = 0; count < path.name.GetLabels().size(); ++count)
    {
        auto record =
            TakeRecord(cache, path.name.GetAncestor(count), RecordType::DNAME, now, path.steps);
        if (record)
        {
            return record;
        }
    }
    return std::nullopt;
}

/// The alias of the last name, from a DNAME record or as a CNAME record.
std::optional<Record>
TakeAlias(const Cache& cache, CachePath& path, wire::TimePoint now)
{
    const auto redirection = TakeRedirection(cache, path, now);
    if (!redirection)
    {
        return TakeRecord(cache, path.name, RecordType::CNAME, now, path.steps);
    }
    path.aliases.push_back(*redirection);
    auto alias = MakeAlias(*redirection, path.name);
    path.end = alias ? path.end : CachePathEnd::NAME_TOO_LONG;
    return alias;
}

} // namespace

std::size_t
CountAliases(std::span<const Record> records)
{
    return static_cast<std::size_t>(
        std::count_if(records.begin(), records.end(), [](const Record& record) {
            return record.GetType() == RecordType::CNAME;
        }));
}

CachePath
FollowInCache(const Cache& cache,
              const Name& name,
              RecordType type,
              std::size_t aliasLimit,
              wire::TimePoint now)
{
    CachePath path;
    path.name = name;
    while (CountAliases(path.aliases) <= aliasLimit)
    {
        if (auto known = cache.Find(path.name, type, Credibility::ANSWER, now))
        {
            path.steps.push_back({{path.name, type}, *std::move(known)});
            path.end = CachePathEnd::KNOWN;
            return path;
        }
        const auto alias = TakeAlias(cache, path, now);
        const auto* const data = alias ? std::get_if<CnameData>(&alias->data) : nullptr;
        if (data == nullptr)
        {
            return path;
        }
        path.name = data->canonicalName;
        path.aliases.push_back(*alias);
    }
    path.end = CachePathEnd::ENDLESS;
    return path;
}

} // namespace ns3::postroad::dns
