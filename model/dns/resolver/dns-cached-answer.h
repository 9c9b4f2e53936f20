/**
 * What a recursive name server tells a client that does not ask for recursion: what it remembers,
 * or else the best that it knows, the servers of the closest zone (RFC 1034 section 4.3.1). So does
 * BIND for its own clients, and so one can look into a cache by dig +norecurse.
 */
#ifndef POSTROAD_DNS_RESOLVER_DNS_CACHED_ANSWER_H
#define POSTROAD_DNS_RESOLVER_DNS_CACHED_ANSWER_H

#include "postroad/dns/resolver/dns-cache-path.h"

namespace ns3::postroad::dns
{

/**
 * The response to a query of one question, from what is known alone.
 * \param query the query
 * \param path what the cache has about its question
 * \param cache the cache
 * \param hints the servers of the root and their addresses
 * \param now the present
 */
Message MakeCachedResponse(const Message& query,
                           const CachePath& path,
                           const Cache& cache,
                           std::span<const Record> hints,
                           wire::TimePoint now);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_RESOLVER_DNS_CACHED_ANSWER_H
