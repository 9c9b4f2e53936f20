/**
 * What a delivery status notification says to people: its subject and its first part.
 */
#ifndef POSTROAD_DSN_NOTIFICATION_TEXT_H
#define POSTROAD_DSN_NOTIFICATION_TEXT_H

#include "postroad/dsn/delivery-status.h"
#include "postroad/store/queued-message.h"

#include <string>
#include <string_view>

namespace ns3::postroad::dsn
{

/// "Undelivered Mail Returned to Sender".
std::string_view GetSubject(DsnAction action);

/**
 * The text.
 * \param status whose recipients share their action
 * \param original the message, for what each recipient's last attempt ended with
 */
std::string
WriteNotificationText(const DeliveryStatus& status, const store::QueuedMessage& original);

} // namespace ns3::postroad::dsn

#endif // POSTROAD_DSN_NOTIFICATION_TEXT_H
