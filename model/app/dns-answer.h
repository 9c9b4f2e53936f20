/**
 * What comes of one question to one name server, over UDP (dns-datagram-query.h) or TCP
 * (dns-stream-query.h).
 */
#ifndef POSTROAD_APP_DNS_ANSWER_H
#define POSTROAD_APP_DNS_ANSWER_H

#include <cstdint>
#include <optional>
#include <string>

namespace ns3::postroad
{

/// The port of name servers, over UDP and TCP (RFC 1035 section 4.2).
inline constexpr std::uint16_t DNS_PORT = 53;

/// What came of a question.
struct DnsAnswer
{
    std::optional<std::string> octets; ///< the message that came; none if none did
    std::string failure;               ///< why none came, in words: "connection refused"
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_DNS_ANSWER_H
