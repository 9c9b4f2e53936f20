#include "postroad/app/message-event.h"

#include "postroad/mail/mail-message.h"

#include <utility>

namespace ns3::postroad
{

namespace
{

std::string
WithoutBrackets(const std::string& text)
{
    const bool hasBrackets = text.size() >= 2 && text.front() == '<' && text.back() == '>';
    return hasBrackets ? text.substr(1, text.size() - 2) : text;
}

event::Event
MakeMessageEvent(event::EventKind kind, const store::QueuedMessage& message)
{
    event::Event event;
    event.kind = kind;
    event.messageId = FindMessageId(message.content);
    event.queueId = message.id.ToString();
    return event;
}

event::EventKind
GetKind(store::RecipientState state)
{
    switch (state)
    {
    case store::RecipientState::QUEUED:
        return event::EventKind::MESSAGE_DEFERRED;
    case store::RecipientState::DELIVERED:
        return event::EventKind::MESSAGE_DELIVERED;
    case store::RecipientState::RELAYED:
        return event::EventKind::MESSAGE_RELAYED;
    case store::RecipientState::BOUNCED:
        return event::EventKind::MESSAGE_BOUNCED;
    }
    return event::EventKind::MESSAGE_DEFERRED;
}

std::vector<std::string>
ToTexts(const std::vector<mail::ForwardPath>& recipients)
{
    std::vector<std::string> texts;
    texts.reserve(recipients.size());
    for (const auto& each : recipients)
    {
        texts.push_back(each.mailbox.ToString());
    }
    return texts;
}

void
AddNotification(event::Event& event, const std::string& notification)
{
    if (!notification.empty())
    {
        event.fields.emplace_back("notification", notification);
    }
}

} // namespace

std::string
FindMessageId(std::string_view content)
{
    const auto field = mail::FindField(content, "Message-ID");
    return field ? WithoutBrackets(field->GetValue()) : "";
}

event::Event
MakeTakenEvent(event::EventKind kind,
               const store::QueuedMessage& message,
               std::shared_ptr<const event::Connection> source)
{
    auto event = MakeMessageEvent(kind, message);
    std::vector<mail::ForwardPath> recipients;
    recipients.reserve(message.recipients.size());
    for (const auto& each : message.recipients)
    {
        recipients.push_back(each.path);
    }
    event.fields.emplace_back("from", WithoutBrackets(message.reversePath.ToString()));
    event.fields.emplace_back("to", ToTexts(recipients));
    event.fields.emplace_back("size", static_cast<std::int64_t>(message.content.size()));
    if (source)
    {
        event.fields.emplace_back("source", source->remote.address);
    }
    event.connection = std::move(source);
    return event;
}

event::Event
MakeAttemptEvent(const store::QueuedMessage& message,
                 const std::vector<mail::ForwardPath>& recipients,
                 const std::string& host,
                 const std::string& address)
{
    auto event = MakeMessageEvent(event::EventKind::MESSAGE_ATTEMPTED, message);
    event.fields.emplace_back("to", ToTexts(recipients));
    event.fields.emplace_back("next_hop", host);
    event.fields.emplace_back("address", address);
    return event;
}

event::Event
MakeDeliveryEvent(const store::QueuedMessage& message,
                  const mail::ForwardPath& recipient,
                  const std::string& mailbox)
{
    auto event = MakeMessageEvent(event::EventKind::MESSAGE_DELIVERED, message);
    event.fields.emplace_back("to", ToTexts({recipient}));
    event.fields.emplace_back("mailbox", mailbox);
    event.fields.emplace_back("size", static_cast<std::int64_t>(message.content.size()));
    return event;
}

event::Event
MakeOutcomeEvent(const store::QueuedMessage& message,
                 const mail::ForwardPath& recipient,
                 store::RecipientState state,
                 const store::AttemptOutcome& result,
                 const std::string& notification)
{
    auto event = MakeMessageEvent(GetKind(state), message);
    event.fields.emplace_back("to", ToTexts({recipient}));
    event.fields.emplace_back("next_hop", result.nextHop);
    event.fields.emplace_back("address", result.address);
    event.fields.emplace_back(result.isReply ? "reply" : "reason", result.reason);
    if (result.isInDoubt)
    {
        event.fields.emplace_back("in_doubt", std::int64_t{1});
    }
    if (state == store::RecipientState::QUEUED)
    {
        event.fields.emplace_back("retry_at", message.FindRecipient(recipient)->nextAttempt);
    }
    AddNotification(event, notification);
    return event;
}

event::Event
MakeDelayEvent(const store::QueuedMessage& message,
               const std::vector<mail::ForwardPath>& recipients,
               wire::TimePoint retryUntil,
               const std::string& notification)
{
    auto event = MakeMessageEvent(event::EventKind::MESSAGE_DELAYED, message);
    event.fields.emplace_back("to", ToTexts(recipients));
    event.fields.emplace_back("retry_until", retryUntil);
    AddNotification(event, notification);
    return event;
}

} // namespace ns3::postroad
