/**
 * What an SMTP client's session tells its agent.
 */
#ifndef POSTROAD_SMTP_CLIENT_SMTP_CLIENT_EVENT_H
#define POSTROAD_SMTP_CLIENT_SMTP_CLIENT_EVENT_H

#include "postroad/mail/envelope.h"
#include "postroad/smtp/grammar/smtp-extension.h"
#include "postroad/smtp/grammar/smtp-reply.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ns3::postroad::smtp
{

/// The server has said hello: Transfer() and Quit() may be called.
struct ClientReady
{
    std::string peerName;              ///< the name that the server gives itself
    std::vector<Extension> extensions; ///< none after HELO
};

/// What became of one recipient.
struct RecipientOutcome
{
    mail::ForwardPath recipient;
    bool isAccepted{false};     ///< the server has taken over the message for it
    std::optional<Reply> reply; ///< which decided it; none when the session broke before one came
    bool isOwnReply{false};     ///< the client's own: the server has not been asked

    /// True when trying again is of no use.
    bool IsRefusedForGood() const
    {
        return !isAccepted && reply && reply->IsPermanent();
    }
};

/// A transfer is over; each gives one of these.
struct TransferEnded
{
    std::vector<RecipientOutcome> outcomes; ///< one a recipient, in the order of the envelope
    /// The content was sent whole, yet no reply came: the server may have taken the message, and
    /// the next attempt may make a duplicate (RFC 1047).
    bool isInDoubt{false};
};

/// The session has become useless, other than by Quit(). After a transfer's end, not instead.
struct SessionFailed
{
    std::string reason;         ///< in words: "the connection is lost"
    std::optional<Reply> reply; ///< the server's words, if it was a reply
    bool isGreeting{false};     ///< that reply was the first one
};

/// The last event of every session.
struct ClientSessionEnded
{
};

using ClientEvent = std::variant<ClientReady, TransferEnded, SessionFailed, ClientSessionEnded>;

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_CLIENT_SMTP_CLIENT_EVENT_H
