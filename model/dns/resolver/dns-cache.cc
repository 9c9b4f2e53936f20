#include "postroad/dns/resolver/dns-cache.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace ns3::postroad::dns
{

namespace
{

constexpr RecordType NO_SUCH_NAME_TYPE = RecordType::ANY;

std::uint32_t
GetShortestTtl(const std::vector<Record>& records)
{
    std::uint32_t ttl = Record::TTL_LIMIT;
    for (const auto& record : records)
    {
        ttl = std::min(ttl, record.ttl);
    }
    return ttl;
}

} // namespace

Cache::Cache(std::size_t limit)
    : m_limit(limit)
{
}

void
Cache::Store(std::span<const Record> records, Credibility credibility, wire::TimePoint now)
{
    std::map<Key, std::vector<Record>> sets;
    for (const auto& record : records)
    {
        if (record.recordClass == RecordClass::IN)
        {
            sets[{record.name, record.GetType()}].push_back(record);
        }
    }
    for (auto& [key, set] : sets)
    {
        StoreSet(std::move(set), credibility, now);
    }
}

void
Cache::StoreSet(std::vector<Record> set, Credibility credibility, wire::TimePoint now)
{
    const Key key{set.front().name, set.front().GetType()};
    const auto* const known = FindLive(key, Credibility::ADDITIONAL, now);
    if (known != nullptr && known->credibility > credibility)
    {
        return;
    }
    if (credibility == Credibility::ANSWER)
    {
        Erase({key.first, NO_SUCH_NAME_TYPE});
    }
    // RFC 2181 section 5.2: differing TTLs in a set are an error; the lowest is the safe one.
    const auto ttl = std::min(GetShortestTtl(set), TTL_LIMIT);
    for (auto& record : set)
    {
        record.ttl = ttl;
    }
    Put(key, {{CachedKind::RECORDS, std::move(set)}, credibility, now, {}}, ttl);
}

void
Cache::StoreNoData(const Name& name,
                   RecordType type,
                   const std::optional<Record>& soa,
                   wire::TimePoint now)
{
    if (type != NO_SUCH_NAME_TYPE)
    {
        StoreNegative({name, type}, CachedKind::NO_DATA, soa, now);
    }
}

void
Cache::StoreNoSuchName(const Name& name, const std::optional<Record>& soa, wire::TimePoint now)
{
    auto entry = m_entries.lower_bound({name, RecordType{0}});
    while (entry != m_entries.end() && entry->first.first == name)
    {
        const auto key = (entry++)->first;
        Erase(key);
    }
    StoreNegative({name, NO_SUCH_NAME_TYPE}, CachedKind::NO_SUCH_NAME, soa, now);
}

/// RFC 2308 section 5: the minimum of the SOA record's MINIMUM field and its TTL.
void
Cache::StoreNegative(const Key& key,
                     CachedKind kind,
                     const std::optional<Record>& soa,
                     wire::TimePoint now)
{
    const auto* const data = soa ? std::get_if<SoaData>(&soa->data) : nullptr;
    if (data == nullptr)
    {
        return;
    }
    auto record = *soa;
    record.ttl = std::min({record.ttl, data->minimum, NEGATIVE_TTL_LIMIT});
    Put(key, {{kind, {record}}, Credibility::ANSWER, now, {}}, record.ttl);
}

void
Cache::Put(const Key& key, Entry entry, std::uint32_t ttl)
{
    Erase(key);
    if (ttl == 0 || m_limit == 0)
    {
        return;
    }
    if (m_entries.size() >= m_limit)
    {
        const auto first = m_expiries.begin()->second;
        Erase(first);
    }
    entry.expiry = entry.stored + std::chrono::seconds(ttl);
    m_expiries.emplace(entry.expiry, key);
    m_entries.emplace(key, std::move(entry));
}

void
Cache::Erase(const Key& key)
{
    if (const auto entry = m_entries.find(key); entry != m_entries.end())
    {
        m_expiries.erase({entry->second.expiry, key});
        m_entries.erase(entry);
    }
}

const Cache::Entry*
Cache::FindLive(const Key& key, Credibility least, wire::TimePoint now) const
{
    const auto entry = m_entries.find(key);
    const bool isLive = entry != m_entries.end() && entry->second.expiry > now &&
                        entry->second.credibility >= least;
    return isLive ? &entry->second : nullptr;
}

/// The first of the name's sets; nullptr for none.
const Cache::Entry*
Cache::FindAny(const Name& name, Credibility least, wire::TimePoint now) const
{
    for (auto entry = m_entries.lower_bound({name, RecordType{0}});
         entry != m_entries.end() && entry->first.first == name;
         ++entry)
    {
        const auto* const live = FindLive(entry->first, least, now);
        if (live != nullptr && live->answer.kind == CachedKind::RECORDS)
        {
            return live;
        }
    }
    return nullptr;
}

std::optional<CachedAnswer>
Cache::Find(const Name& name, RecordType type, Credibility least, wire::TimePoint now) const
{
    const auto* entry =
        type == RecordType::ANY ? FindAny(name, least, now) : FindLive({name, type}, least, now);
    if (entry == nullptr)
    {
        entry = FindLive({name, NO_SUCH_NAME_TYPE}, least, now);
    }
    if (entry == nullptr)
    {
        return std::nullopt;
    }
    const auto age = std::chrono::floor<std::chrono::seconds>(now - entry->stored).count();
    auto answer = entry->answer;
    for (auto& record : answer.records)
    {
        record.ttl -= static_cast<std::uint32_t>(age);
    }
    return answer;
}

void
Cache::Clear()
{
    m_entries.clear();
    m_expiries.clear();
}

} // namespace ns3::postroad::dns
