/**
 * What a delivery status notification says of each recipient, in the form that programs read
 * (RFC 3464 section 2: message/delivery-status), and whether the sender wants to hear it (RFC
 * 3461).
 *
 * Addresses outside ASCII are written as RFC 6533 has it. Text that a peer or a sender chose can
 * end no line: control characters become "?".
 */
#ifndef POSTROAD_DSN_DELIVERY_STATUS_H
#define POSTROAD_DSN_DELIVERY_STATUS_H

#include "postroad/store/queued-message.h"
#include "postroad/wire/wall-clock.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::dsn
{

/// What happened to a recipient (RFC 3464 section 2.3.3). "expanded" is left to mailing lists.
enum class DsnAction
{
    FAILED,    ///< it was given up
    DELAYED,   ///< it is not there yet, and tried again
    DELIVERED, ///< it stands in a mailbox
    RELAYED,   ///< it went to a host that takes over no wish to be told
};

/// "failed", "delayed", "delivered", "relayed".
std::string_view GetName(DsnAction action);

/// Whether the sender wants to be told (RFC 3461 sections 4.1 and 5.2).
bool IsNotificationWanted(DsnAction action, const mail::ForwardPath& recipient);

/// The fields of one recipient (RFC 3464 section 2.3).
struct RecipientStatus
{
    mail::ForwardPath recipient;                    ///< Final-Recipient, and Original-Recipient
    DsnAction action{DsnAction::FAILED};            ///< Action
    std::string status;                             ///< Status: "5.1.1"
    std::string remoteMta{};                        ///< Remote-MTA; empty for none
    std::string diagnostic{};                       ///< Diagnostic-Code: its reply; or empty
    std::optional<wire::WallTime> lastAttempt{};    ///< Last-Attempt-Date
    std::optional<wire::WallTime> willRetryUntil{}; ///< Will-Retry-Until
};

/// The fields of one message (RFC 3464 section 2.2), and its recipients.
struct DeliveryStatus
{
    std::string reportingMta;                ///< the host that says so
    std::string envelopeId{};                ///< Original-Envelope-Id; empty for none
    wire::WallTime arrival{};                ///< Arrival-Date
    std::vector<RecipientStatus> recipients; ///< at least one
};

/**
 * What a queue knows of a recipient, as its status. Time that has run out is 4.4.7, whatever the
 * last attempt ended with.
 * \param clock of the host, by which times are written
 * \param retryUntil when the message will be given up
 */
RecipientStatus MakeRecipientStatus(DsnAction action,
                                    const store::QueuedRecipient& recipient,
                                    const wire::WallClock& clock,
                                    wire::TimePoint retryUntil);

/// The body of the message/delivery-status part.
std::string Serialize(const DeliveryStatus& status);

} // namespace ns3::postroad::dsn

#endif // POSTROAD_DSN_DELIVERY_STATUS_H
