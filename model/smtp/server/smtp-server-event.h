/**
 * What an SMTP server's session tells its agent.
 *
 * All but the last are questions: the session waits for the agent's answer, at once or later, and
 * meanwhile reads no further.
 */
#ifndef POSTROAD_SMTP_SERVER_SMTP_SERVER_EVENT_H
#define POSTROAD_SMTP_SERVER_SMTP_SERVER_EVENT_H

#include "postroad/mail/envelope.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace ns3::postroad::smtp
{

/// EHLO or HELO: is this client welcome?
struct HelloGiven
{
    std::string name;       ///< a domain or an address literal, as the client claims
    bool isExtended{false}; ///< EHLO
};

/// MAIL: may this sender send?
struct ReversePathGiven
{
    mail::ReversePath reversePath;
    std::optional<std::uint64_t> size; ///< octets, as the client declares (RFC 1870)
};

/// RCPT: is this recipient taken?
struct RecipientGiven
{
    mail::ForwardPath forwardPath;
};

/// VRFY or EXPN: who is this, or who is on this list? RFC 5321 section 7.3 lets a server keep it to
/// itself, and the usual answer does.
struct UserAsked
{
    std::string text;   ///< a user, a mailbox or a list, as the client wrote it
    bool isList{false}; ///< EXPN
};

/// DATA and the content behind it: is this message taken? A positive answer takes over the duty to
/// deliver it or to report why not.
struct MessageGiven
{
    mail::Envelope envelope; ///< the recipients are those that were accepted
    std::string content;     ///< lines ended by CRLF, without the dots of transparency
};

/// Why a session is over.
enum class EndReason
{
    QUIT,        ///< the client took its leave
    TIMEOUT,     ///< the client was silent for too long
    CLOSED,      ///< the agent closed it
    MISCONDUCT,  ///< the client passed a limit or spoke out of turn
    PEER_ENDED,  ///< the client ended the stream without QUIT
    STREAM_LOST, ///< the stream broke
};

/// "quit", "time-out", ...
std::string_view GetName(EndReason reason);

/// The last event of every session. A transaction that was open is gone.
struct ServerSessionEnded
{
    EndReason reason{EndReason::QUIT};
};

using ServerEvent = std::variant<HelloGiven,
                                 ReversePathGiven,
                                 RecipientGiven,
                                 UserAsked,
                                 MessageGiven,
                                 ServerSessionEnded>;

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_SERVER_SMTP_SERVER_EVENT_H
