/**
 * What comes of one question to one name server, over UDP (dns-datagram-query.h) or TCP
 * (dns-stream-query.h).
 */
#ifndef POSTROAD_APP_DNS_DNS_ANSWER_H
#define POSTROAD_APP_DNS_DNS_ANSWER_H

#include <optional>
#include <string>

namespace ns3::postroad
{

/// What came of a question.
struct DnsAnswer
{
    std::optional<std::string> octets; ///< the message that came; none if none did
    std::string failure;               ///< why none came, in words: "connection refused"
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_DNS_DNS_ANSWER_H
