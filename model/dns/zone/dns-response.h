/**
 * What the responses of all name servers have in common, whatever they know: how they refer to the
 * query, and how large they may be (RFC 1035 section 4.1.1, RFC 6891 sections 6 and 7).
 */
#ifndef POSTROAD_DNS_ZONE_DNS_RESPONSE_H
#define POSTROAD_DNS_ZONE_DNS_RESPONSE_H

#include "postroad/dns/record/dns-message.h"
#include "postroad/dns/record/dns-transport.h"

namespace ns3::postroad::dns
{

/// The largest datagram sent to whoever takes as large a one, in octets.
inline constexpr std::size_t DATAGRAM_LIMIT = Edns::DEFAULT_SIZE;

/// A response to the query, with nothing in it yet: EDNS is answered with EDNS.
Message MakeResponse(const Message& query);

/// The response to what cannot be read as a message: FORMERR; none when nothing is to be sent, to a
/// response and to what is too short to hold an id and flags.
std::optional<Message> RefuseUnreadable(std::string_view octets);

/// The response to a query of a version of EDNS that is not known here: BADVERS; else none.
std::optional<Message> RefuseEdnsVersion(const Message& query);

/// How many octets the response to this query may have. A datagram has as many as its asker tells
/// by EDNS, but never more than DATAGRAM_LIMIT, and less than UDP_LIMIT stands for UDP_LIMIT.
std::size_t GetResponseLimit(const Message& query, Transport transport);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_ZONE_DNS_RESPONSE_H
