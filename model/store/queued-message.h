/**
 * A message that a host has taken responsibility for, and how far each of its recipients has come
 * (RFC 5321 section 4.2.5 and 4.5.4.1).
 *
 * Recipients are tried, deferred and given up each for itself: one server's silence does not hold
 * up what goes to another.
 */
#ifndef POSTROAD_STORE_QUEUED_MESSAGE_H
#define POSTROAD_STORE_QUEUED_MESSAGE_H

#include "postroad/mail/envelope.h"
#include "postroad/store/attempt-outcome.h"
#include "postroad/store/queue-id.h"
#include "postroad/wire/time-point.h"

#include <optional>
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
    mail::ForwardPath path;                       ///< where the message is to go
    wire::TimePoint nextAttempt{};                ///< when it is to be tried, while it is queued
    std::optional<wire::TimePoint> warning{};     ///< when to warn the sender; none if never
    RecipientState state{RecipientState::QUEUED}; ///< how far it came
    bool isTaken{false};                          ///< an attempt is being made now
    int attempts{0};                              ///< attempts that have ended
    wire::TimePoint lastAttempt{};                ///< when the last of them did
    std::optional<AttemptOutcome> lastOutcome{};  ///< and how; none before the first has ended

    /// True when its next attempt is to begin at a known time.
    bool IsWaiting() const
    {
        return state == RecipientState::QUEUED && !isTaken;
    }

    bool operator==(const QueuedRecipient&) const = default;
};

/// One message in a queue.
struct QueuedMessage
{
    QueueId id;                                      ///< the host's name for it
    mail::ReversePath reversePath;                   ///< where failures are reported to
    mail::BodyType body{mail::BodyType::SEVEN_BIT};  ///< BODY
    bool isInternationalized{false};                 ///< SMTPUTF8
    std::optional<mail::ReturnedContent> returned{}; ///< RET
    std::string envelopeId{};                        ///< ENVID; empty for none
    std::vector<QueuedRecipient> recipients{};       ///< in the order of the envelope, each once
    std::string content{};                           ///< header and body, lines ended by CRLF
    wire::TimePoint arrival{};                       ///< when responsibility was taken

    /// The envelope in which it goes to some of its recipients.
    mail::Envelope MakeEnvelope(std::vector<mail::ForwardPath> to) const;

    /// The recipient of that path, or nullptr.
    const QueuedRecipient* FindRecipient(const mail::ForwardPath& path) const;

    /// When something is to be done for it next, an attempt or a warning; none while nothing is.
    std::optional<wire::TimePoint> GetNextDue() const;

    /// True when nothing remains to be done for any recipient.
    bool IsFinished() const;

    bool operator==(const QueuedMessage&) const = default;
};

} // namespace ns3::postroad::store

#endif // POSTROAD_STORE_QUEUED_MESSAGE_H
