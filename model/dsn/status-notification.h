/**
 * The message by which a host tells a sender what became of a message (RFC 3461 section 6,
 * RFC 3464): a text for people, the delivery status for programs, and the message itself or its
 * header.
 *
 * It goes from the null reverse path, so that nothing is ever told about it in turn; whether one is
 * to be sent at all is the caller's question (IsNotificationWanted()).
 */
#ifndef POSTROAD_DSN_STATUS_NOTIFICATION_H
#define POSTROAD_DSN_STATUS_NOTIFICATION_H

#include "postroad/dsn/delivery-status.h"
#include "postroad/mail/envelope.h"
#include "postroad/store/message-queue.h"
#include "postroad/wire/wall-clock.h"

#include <cstddef>
#include <string>
#include <vector>

namespace ns3::postroad::dsn
{

/// A longer message comes back as its header, unless the sender asked for all of it (RET).
constexpr std::size_t RETURNED_CONTENT_LIMIT = 50'000;

/// A message longer than this comes back as its header even so: with the rest of the notification
/// it would be more than a server takes that took the message, and the sender would hear nothing.
constexpr std::size_t FULL_RETURN_LIMIT = 10'000'000;

/// Who tells.
struct Reporter
{
    std::string hostName;  ///< "mta.a.net"
    wire::WallClock clock; ///< that dates what it writes
};

/// A notification, ready for the queue.
struct StatusNotification
{
    std::string messageId; ///< without its brackets
    mail::Envelope envelope;
    std::string content;
};

/**
 * Composes a notification.
 * \param reporter the host, and its clock
 * \param id the host's name for the notification
 * \param action what happened to each of the recipients
 * \param original the message, whose reverse path is not null
 * \param recipients of the original, at least one
 * \param schedule by which the original is tried
 * \param now when it is written
 */
StatusNotification ComposeNotification(const Reporter& reporter,
                                       store::QueueId id,
                                       DsnAction action,
                                       const store::QueuedMessage& original,
                                       const std::vector<mail::ForwardPath>& recipients,
                                       const store::RetrySchedule& schedule,
                                       wire::TimePoint now);

} // namespace ns3::postroad::dsn

#endif // POSTROAD_DSN_STATUS_NOTIFICATION_H
