/**
 * What a delivery status notification says to people: its subject and its first part.
 */
#ifndef POSTROAD_ROUTE_NOTIFICATION_TEXT_H
#define POSTROAD_ROUTE_NOTIFICATION_TEXT_H

#include "postroad/route/delivery-status.h"
#include "postroad/store/queued-message.h"

#include <string>
#include <string_view>

namespace ns3::postroad::route
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

} // namespace ns3::postroad::route

#endif // POSTROAD_ROUTE_NOTIFICATION_TEXT_H
