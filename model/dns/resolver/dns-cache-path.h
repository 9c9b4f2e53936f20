/**
 * What a cache knows about a question, its aliases followed: CNAME records, and those that DNAME
 * records make (RFC 6672 section 3.4).
 */
#ifndef POSTROAD_DNS_RESOLVER_DNS_CACHE_PATH_H
#define POSTROAD_DNS_RESOLVER_DNS_CACHE_PATH_H

#include "postroad/dns/resolver/dns-cache.h"

namespace ns3::postroad::dns
{

/// How the way through a cache ends.
enum class CachePathEnd
{
    UNKNOWN,       ///< nothing is known of the last name
    KNOWN,         ///< the last step answers the question
    NAME_TOO_LONG, ///< a DNAME record makes too long a name of the last one
    ENDLESS,       ///< there are more aliases than are followed
};

/// One thing that was there.
struct CacheStep
{
    Question question;   ///< what was looked for
    CachedAnswer answer; ///< what was there
};

/// The way from the name that was asked for to the last one.
struct CachePath
{
    CachePathEnd end{CachePathEnd::UNKNOWN};
    std::vector<CacheStep> steps; ///< in order
    std::vector<Record> aliases;  ///< the CNAME and DNAME records that were followed, in order
    Name name;                    ///< at which they end
};

/// How many aliases the records make: the CNAME records among them.
std::size_t CountAliases(std::span<const Record> records);

/**
 * Looks for what answers a question.
 * \param cache where to look
 * \param name the name, in class IN
 * \param type of which records; ANY for whichever there are
 * \param aliasLimit how many aliases may be followed
 * \param now the present
 */
CachePath FollowInCache(const Cache& cache,
                        const Name& name,
                        RecordType type,
                        std::size_t aliasLimit,
                        wire::TimePoint now);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_RESOLVER_DNS_CACHE_PATH_H
