#include "postroad/app/mail/message-event.h"

#include "postroad/mail/mail-message.h"

#include <cstdint>
#include <optional>
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
MakeMessageEvent(event::EventKind kind, const store::QueuedMessage& message, event::Details details)
{
    event::Event event(kind, std::move(details));
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

event::Texts
ToTexts(const std::vector<mail::ForwardPath>& recipients)
{
    event::Texts texts;
    texts.reserve(recipients.size());
    for (const auto& each : recipients)
    {
        texts.push_back(each.mailbox.ToString());
    }
    return texts;
}

std::optional<std::string>
UnlessEmpty(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional(text);
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
    event::MessageEntry entry;
    entry.from = WithoutBrackets(message.reversePath.ToString());
    for (const auto& each : message.recipients)
    {
        entry.to.push_back(each.path.mailbox.ToString());
    }
    entry.size = message.content.size();
    if (source)
    {
        entry.source = source->remote.address;
    }
    auto event = MakeMessageEvent(kind, message, std::move(entry));
    event.connection = std::move(source);
    return event;
}

event::Event
MakeAttemptEvent(const store::QueuedMessage& message,
                 const std::vector<mail::ForwardPath>& recipients,
                 const std::string& host,
                 const std::string& address)
{
    return MakeMessageEvent(event::EventKind::MESSAGE_ATTEMPTED,
                            message,
                            event::AttemptStart{ToTexts(recipients), host, address});
}

event::Event
MakeDeliveryEvent(const store::QueuedMessage& message,
                  const mail::ForwardPath& recipient,
                  const std::string& mailbox)
{
    return MakeMessageEvent(event::EventKind::MESSAGE_DELIVERED,
                            message,
                            event::Delivery{ToTexts({recipient}), mailbox, message.content.size()});
}

event::Event
MakeOutcomeEvent(const store::QueuedMessage& message,
                 const mail::ForwardPath& recipient,
                 store::RecipientState state,
                 const store::AttemptOutcome& result,
                 const std::string& notification)
{
    event::AttemptEnd end;
    end.to = ToTexts({recipient});
    end.nextHop = result.nextHop;
    end.address = result.address;
    (result.isReply ? end.reply : end.reason) = result.reason;
    end.isInDoubt = result.isInDoubt;
    if (state == store::RecipientState::QUEUED)
    {
        end.retryAt = message.FindRecipient(recipient)->nextAttempt;
    }
    end.notification = UnlessEmpty(notification);
    return MakeMessageEvent(GetKind(state), message, std::move(end));
}

event::Event
MakeDelayEvent(const store::QueuedMessage& message,
               const std::vector<mail::ForwardPath>& recipients,
               wire::TimePoint retryUntil,
               const std::string& notification)
{
    return MakeMessageEvent(
        event::EventKind::MESSAGE_DELAYED,
        message,
        event::Delay{ToTexts(recipients), retryUntil, UnlessEmpty(notification)});
}

} // namespace ns3::postroad
