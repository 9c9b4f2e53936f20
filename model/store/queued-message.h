/**
 * A message that a host has taken responsibility for, and how far each of its recipients has come
 * (RFC 5321 section 4.2.5 and 4.5.4.1).
 */
#ifndef POSTROAD_STORE_QUEUED_MESSAGE_H
#define POSTROAD_STORE_QUEUED_MESSAGE_H

#include "postroad/mime/envelope.h"
#include "postroad/store/queue-id.h"
#include "postroad/wire/time-point.h"

#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::store
{

/// How far a recipient has come.
enum class RecipientState
{
    QUEUED,    ///< not there yet: never tried, being tried, or deferred
    DELIVERED, ///< the message stands in a mailbox of this host
    RELAYED,   ///< the next host has taken responsibility
    BOUNCED,   ///< given up
};

/// "queued", "delivered", "relayed", "bounced".
std::string_view GetName(RecipientState state);

/// One recipient of a message.
struct QueuedRecipient
{
    mime::ForwardPath path;                       ///< where the message is to go
    RecipientState state{RecipientState::QUEUED}; ///< how far it came
    std::string lastReply{};                      ///< what the last attempt ended with
    bool isTaken{false};                          ///< an attempt is being made now

    bool operator==(const QueuedRecipient&) const = default;
};

/// One message in a queue.
struct QueuedMessage
{
    QueueId id;                              ///< the host's name for it
    mime::ReversePath reversePath;           ///< where failures are reported to
    std::vector<QueuedRecipient> recipients; ///< in the order of the envelope, each once
    std::string content;                     ///< header and body, lines ended by CRLF
    wire::TimePoint arrival;                 ///< when responsibility was taken
    wire::TimePoint nextAttempt;             ///< when those still queued are to be tried
    int attempts{0};                         ///< attempts that have ended

    /// The recipient of that path, or nullptr.
    const QueuedRecipient* FindRecipient(const mime::ForwardPath& path) const;

    /// True when nothing remains to be done for any recipient.
    bool IsFinished() const;

    /// True while an attempt is being made for some recipient.
    bool IsTaken() const;

    bool operator==(const QueuedMessage&) const = default;
};

} // namespace ns3::postroad::store

#endif // POSTROAD_STORE_QUEUED_MESSAGE_H
