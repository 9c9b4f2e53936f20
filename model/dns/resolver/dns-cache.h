/**
 * What a resolver remembers: sets of records for their TTL (RFC 1034 section 4.3.4), and that there
 * is no such name or no such data for the time that the zone's SOA record tells (RFC 2308 section
 * 5).
 *
 * What came in an answer is believed over what came beside one (RFC 2181 section 5.4.1, in three
 * steps). A full cache forgets first what would expire first.
 *
 * Left out: serving what has expired (RFC 8767), and what the absence of a name tells about the
 * names below it (RFC 8020).
 */
#ifndef POSTROAD_DNS_RESOLVER_DNS_CACHE_H
#define POSTROAD_DNS_RESOLVER_DNS_CACHE_H

#include "postroad/dns/record/dns-message.h"
#include "postroad/wire/time-point.h"

#include <cstdint>
#include <map>
#include <set>
#include <span>

namespace ns3::postroad::dns
{

/// How far a set is believed, the least first.
enum class Credibility
{
    ADDITIONAL, ///< an address beside a referral
    AUTHORITY,  ///< the servers that a referral names
    ANSWER,     ///< what was asked for, by one who has authority
};

/// What a cache says about a name and a type.
enum class CachedKind
{
    RECORDS,      ///< there are records
    NO_DATA,      ///< the name has no records of the type
    NO_SUCH_NAME, ///< there is no such name
};

/// What was remembered, its TTLs counted down to the present.
struct CachedAnswer
{
    CachedKind kind{CachedKind::RECORDS};
    std::vector<Record>
        records; ///< the set; for a negative answer the SOA record, if one was given
};

/// The cache of one resolver.
class Cache
{
  public:
    /// How many sets are remembered, unless the owner says otherwise.
    static constexpr std::size_t DEFAULT_LIMIT = 10000;

    /// The longest time for which a set is kept: a week, in seconds (RFC 8767 section 4).
    static constexpr std::uint32_t TTL_LIMIT = 604800;

    /// The longest time for which a negative answer is kept: three hours, in seconds (RFC 2308
    /// section 5).
    static constexpr std::uint32_t NEGATIVE_TTL_LIMIT = 10800;

    explicit Cache(std::size_t limit = DEFAULT_LIMIT);

    /// Remembers records, which may be of several sets, each for the shortest of its TTLs.
    void Store(std::span<const Record> records, Credibility credibility, wire::TimePoint now);

    /// Remembers that the name has no records of the type. Without an SOA record nothing is kept.
    void StoreNoData(const Name& name,
                     RecordType type,
                     const std::optional<Record>& soa,
                     wire::TimePoint now);

    /// Remembers that there is no such name, and forgets what it had.
    void StoreNoSuchName(const Name& name, const std::optional<Record>& soa, wire::TimePoint now);

    /// What is known now and believed at least so far; none for nothing. For ANY it is one of the
    /// sets of the name (RFC 8482 section 4.1).
    std::optional<CachedAnswer>
    Find(const Name& name, RecordType type, Credibility least, wire::TimePoint now) const;

    /// Forgets everything.
    void Clear();

    /// How many sets and negative answers are held, expired ones included.
    std::size_t GetSize() const
    {
        return m_entries.size();
    }

  private:
    /// That there is no such name stands at the type ANY, which no record has.
    using Key = std::pair<Name, RecordType>;

    struct Entry
    {
        CachedAnswer answer;
        Credibility credibility{Credibility::ANSWER};
        wire::TimePoint stored;
        wire::TimePoint expiry;
    };

    void StoreSet(std::vector<Record> set, Credibility credibility, wire::TimePoint now);
    void StoreNegative(const Key& key,
                       CachedKind kind,
                       const std::optional<Record>& soa,
                       wire::TimePoint now);
    void Put(const Key& key, Entry entry, std::uint32_t ttl);
    void Erase(const Key& key);
    const Entry* FindAny(const Name& name, Credibility least, wire::TimePoint now) const;
    const Entry* FindLive(const Key& key, Credibility least, wire::TimePoint now) const;

    std::size_t m_limit;
    std::map<Key, Entry> m_entries;
    std::set<std::pair<wire::TimePoint, Key>> m_expiries;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_RESOLVER_DNS_CACHE_H
