/**
 * The way down the tree that dig +trace takes (RFC 1034 section 5.3.3): which servers come next,
 * by what those before have said.
 *
 * Left out: trying to be right about aliases. A trace ends at the first response that refers to no
 * zone further down, as dig's does.
 */
#ifndef POSTROAD_DNS_DIG_DNS_DIG_TRACE_H
#define POSTROAD_DNS_DIG_DNS_DIG_TRACE_H

#include "postroad/dns/dig/dns-dig-query.h"

namespace ns3::postroad::dns
{

/// The zone that is asked next.
struct DigZone
{
    /// How many addresses are taken of one zone; the others are not asked.
    static constexpr std::size_t SERVER_LIMIT = 16;

    Name name;                      ///< of the zone
    std::vector<DigServer> servers; ///< with an empty address where the response tells none
};

/// What a response means for the trace.
struct DigStep
{
    std::optional<DigZone> next; ///< none: the trace ends here
    std::string fault; ///< what the server does that ends it early: "answers REFUSED"; or empty
};

/// Reads what a resolver said about the root's name servers.
DigStep ReadDigRoot(const Message& response);

/**
 * Reads what a server on the way said.
 * \param response the response
 * \param question what was asked
 * \param zone the zone that the server was asked about
 */
DigStep ReadDigStep(const Message& response, const Question& question, const Name& zone);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DIG_DNS_DIG_TRACE_H
