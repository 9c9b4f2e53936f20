/**
 * The fate of a message, step by step, as events of the record.
 */
#ifndef POSTROAD_APP_MAIL_MESSAGE_EVENT_H
#define POSTROAD_APP_MAIL_MESSAGE_EVENT_H

#include "postroad/event/event.h"
#include "postroad/store/attempt-outcome.h"
#include "postroad/store/queued-message.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad
{

/// The Message-ID in the header of a message, without its angle brackets; empty when it has none.
std::string FindMessageId(std::string_view content);

/// An agent took responsibility for a message (MESSAGE_QUEUED), or a person sent it
/// (MESSAGE_SUBMITTED). \param source the connection that it came over, if it did
event::Event MakeTakenEvent(event::EventKind kind,
                            const store::QueuedMessage& message,
                            std::shared_ptr<const event::Connection> source);

/// An agent begins to pass a message on to a host at an address.
event::Event MakeAttemptEvent(const store::QueuedMessage& message,
                              const std::vector<mail::ForwardPath>& recipients,
                              const std::string& host,
                              const std::string& address);

/// A message is in the mailbox of a recipient.
event::Event MakeDeliveryEvent(const store::QueuedMessage& message,
                               const mail::ForwardPath& recipient,
                               const std::string& mailbox);

/// What an attempt to pass a message on has come to for one recipient.
/// \param state any but DELIVERED: of that the delivery agent tells
/// \param notification the Message-ID of what tells the sender; empty when nothing does
event::Event MakeOutcomeEvent(const store::QueuedMessage& message,
                              const mail::ForwardPath& recipient,
                              store::RecipientState state,
                              const store::AttemptOutcome& result,
                              const std::string& notification = {});

/// The sender is warned that some recipients have to wait.
event::Event MakeDelayEvent(const store::QueuedMessage& message,
                            const std::vector<mail::ForwardPath>& recipients,
                            wire::TimePoint retryUntil,
                            const std::string& notification);

} // namespace ns3::postroad

#endif // POSTROAD_APP_MAIL_MESSAGE_EVENT_H
