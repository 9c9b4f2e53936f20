/**
 * What an SMTP client's session is told when it is made: its name, what it may use, and how long
 * it waits.
 */
#ifndef POSTROAD_SMTP_CLIENT_SMTP_CLIENT_CONFIG_H
#define POSTROAD_SMTP_CLIENT_SMTP_CLIENT_CONFIG_H

#include "postroad/smtp/grammar/smtp-protocol.h"
#include "postroad/wire/time-point.h"

#include <chrono>
#include <cstddef>
#include <string>

namespace ns3::postroad::smtp
{

/// So many octets of content are taken for one write in the sense of RFC 5321 section 4.5.3.2.5.
constexpr std::size_t CONTENT_BLOCK_SIZE = 65536;

/// How long a client waits for each reply (RFC 5321 section 4.5.3.2).
struct ClientTimeouts
{
    wire::Duration greeting{std::chrono::minutes(5)};     ///< 4.5.3.2.1
    wire::Duration mail{std::chrono::minutes(5)};         ///< 4.5.3.2.2
    wire::Duration rcpt{std::chrono::minutes(5)};         ///< 4.5.3.2.3
    wire::Duration data{std::chrono::minutes(2)};         ///< 4.5.3.2.4
    wire::Duration contentBlock{std::chrono::minutes(3)}; ///< 4.5.3.2.5, for each whole block
    wire::Duration content{std::chrono::minutes(10)};     ///< 4.5.3.2.6, on top of the blocks
    wire::Duration other{std::chrono::minutes(5)};        ///< EHLO, HELO, LHLO, RSET, QUIT
};

/// The properties of one client's sessions.
struct ClientConfig
{
    std::string heloName;              ///< a domain name, or an address literal with its brackets
    ClientTimeouts timeouts;           ///< for each reply
    Protocol protocol{Protocol::SMTP}; ///< which of the two it speaks
    bool usesPipelining{true};         ///< where it is offered (RFC 2920)
    bool usesChunking{false};          ///< where it is offered: BDAT in place of DATA (RFC 3030)
};

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_CLIENT_SMTP_CLIENT_CONFIG_H
