/**
 * What an SMTP server's session is told when it is made: who it is, what it offers, its limits.
 */
#ifndef POSTROAD_SMTP_SMTP_SERVER_CONFIG_H
#define POSTROAD_SMTP_SMTP_SERVER_CONFIG_H

#include "postroad/smtp/smtp-extension.h"
#include "postroad/wire/time-point.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.5.3.1.8 asks for 100 recipients at least.
constexpr std::size_t DEFAULT_RECIPIENT_LIMIT = 1000;

/// RFC 5321 section 4.5.3.1.7 asks for 64 kilo-octets at least.
constexpr std::size_t DEFAULT_CONTENT_LIMIT = 10 * 1024 * 1024;

/// RFC 5321 section 4.5.3.2.7: how long a server waits for the client's next line.
constexpr wire::Duration SERVER_IDLE_TIMEOUT = std::chrono::minutes(5);

/// The properties of one server's sessions.
struct ServerConfig
{
    std::string hostName;                                ///< the name that it gives itself
    std::string software{"ESMTP Postroad"};              ///< behind the name, in the greeting
    std::size_t recipientLimit{DEFAULT_RECIPIENT_LIMIT}; ///< of one transaction; then 452
    std::size_t contentLimit{DEFAULT_CONTENT_LIMIT};     ///< of one message, in octets; then 552
    wire::Duration idleTimeout{SERVER_IDLE_TIMEOUT};     ///< without a line; then 421
    std::vector<std::string_view> extensions{EXTENSION_PIPELINING,
                                             EXTENSION_SIZE,
                                             EXTENSION_8BITMIME,
                                             EXTENSION_ENHANCEDSTATUSCODES}; ///< offered to EHLO

    bool Offers(std::string_view keyword) const;
};

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_SMTP_SERVER_CONFIG_H
