/**
 * What an SMTP server's session is told when it is made: who it is, what it offers, its limits.
 */
#ifndef POSTROAD_SMTP_SERVER_SMTP_SERVER_CONFIG_H
#define POSTROAD_SMTP_SERVER_SMTP_SERVER_CONFIG_H

#include "postroad/smtp/grammar/smtp-extension.h"
#include "postroad/smtp/grammar/smtp-protocol.h"
#include "postroad/smtp/grammar/smtp-reply.h"
#include "postroad/wire/time-point.h"

#include <chrono>
#include <cstddef>
#include <optional>
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

/// Commands that are none, or are out of order, which a session puts up with.
constexpr std::size_t DEFAULT_FAULT_LIMIT = 20;

/// Commands that bring no message nearer (NOOP, RSET, HELP, VRFY, EXPN) between two MAIL.
constexpr std::size_t DEFAULT_IDLE_COMMAND_LIMIT = 100;

/// The properties of one server's sessions.
struct ServerConfig
{
    std::string hostName;                                ///< the name that it gives itself
    std::string software{"ESMTP Postroad"};              ///< behind the name, in the greeting
    Protocol protocol{Protocol::SMTP};                   ///< which of the two it speaks
    std::size_t recipientLimit{DEFAULT_RECIPIENT_LIMIT}; ///< of one transaction; then 452
    std::size_t contentLimit{DEFAULT_CONTENT_LIMIT};     ///< of one message, in octets; then 552
    std::size_t faultLimit{DEFAULT_FAULT_LIMIT};         ///< bad commands; the last one brings 421
    std::size_t idleCommandLimit{DEFAULT_IDLE_COMMAND_LIMIT}; ///< one more brings 421
    wire::Duration idleTimeout{SERVER_IDLE_TIMEOUT};          ///< without a line; then 421

    /// How long the greeting is held back; a client that speaks meanwhile is sent away.
    wire::Duration greetingDelay{0};
    /// Greets with this instead of 220: 554 for no service here, 421 to close at once.
    std::optional<Reply> refusal{};

    std::vector<std::string_view> extensions{EXTENSION_PIPELINING,
                                             EXTENSION_SIZE,
                                             EXTENSION_8BITMIME,
                                             EXTENSION_SMTPUTF8,
                                             EXTENSION_ENHANCEDSTATUSCODES,
                                             EXTENSION_DSN,
                                             EXTENSION_CHUNKING,
                                             EXTENSION_HELP}; ///< offered to EHLO

    bool Offers(std::string_view keyword) const;
};

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_SERVER_SMTP_SERVER_CONFIG_H
