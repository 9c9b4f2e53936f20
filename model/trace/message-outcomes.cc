#include "postroad/trace/message-outcomes.h"

#include "postroad/trace/event-words.h"

#include <algorithm>

namespace ns3::postroad::trace
{

using event::Event;
using event::EventKind;

void
MessageOutcomes::OnEvent(const Event& event)
{
    const bool isNamed = !event.messageId.empty() || !event.queueId.empty();
    if (!isNamed || !IsMilestone(event) || event.kind == EventKind::MAILBOX_READ ||
        event.kind == EventKind::FETCH_FAILED || event.kind == EventKind::SAY_FAILED)
    {
        return;
    }
    const auto message = FindMessage(event);
    if (const auto* const entry = std::get_if<event::MessageEntry>(&event.details))
    {
        m_messages[message].from = entry->from;
    }
    for (const auto& recipient : GetRecipients(event, message))
    {
        Note(event, message, recipient);
    }
}

void
MessageOutcomes::SetSendIds(const std::map<std::string, std::string>& messageIds)
{
    for (const auto& [sendId, messageId] : messageIds)
    {
        const auto message = m_byMessageId.find(messageId);
        if (message != m_byMessageId.end())
        {
            m_messages[message->second].sendId = sendId;
        }
    }
}

/// The index of the message that an event is about; a message not seen before is added.
std::size_t
MessageOutcomes::FindMessage(const Event& event)
{
    const Entry entry{event.host, event.queueId};
    const auto byEntry = event.queueId.empty() ? m_byEntry.end() : m_byEntry.find(entry);
    const auto byId =
        event.messageId.empty() ? m_byMessageId.end() : m_byMessageId.find(event.messageId);
    const bool isKnown = byEntry != m_byEntry.end() || byId != m_byMessageId.end();
    const auto message = byId != m_byMessageId.end()  ? byId->second
                         : byEntry != m_byEntry.end() ? byEntry->second
                                                      : m_messages.size();
    if (!isKnown)
    {
        const auto name = event.messageId.empty() ? event.queueId + " at " + event.host
                                                  : '<' + event.messageId + '>';
        m_messages.push_back({event.messageId, name, {}, {}, event.time, {}});
    }
    if (!event.messageId.empty())
    {
        m_byMessageId.emplace(event.messageId, message);
    }
    if (!event.queueId.empty())
    {
        m_byEntry.insert_or_assign(entry, message);
    }
    return message;
}

/// The recipients that an event is about: all of the message's, when it names none.
std::vector<std::string>
MessageOutcomes::GetRecipients(const Event& event, std::size_t message) const
{
    auto recipients = event::GetRecipients(event);
    if (recipients.empty())
    {
        for (const auto& known : m_messages[message].recipients)
        {
            recipients.push_back(known.recipient);
        }
    }
    return recipients;
}

void
MessageOutcomes::Note(const Event& event, std::size_t message, const std::string& recipient)
{
    auto& state = m_messages[message].GetRecipient(recipient);
    if (state.outcome == Outcome::DELIVERED)
    {
        return;
    }
    switch (event.kind)
    {
    case EventKind::MESSAGE_SUBMITTED:
    case EventKind::MESSAGE_QUEUED:
        Queue(event, message, recipient);
        return;
    case EventKind::MESSAGE_ATTEMPTED:
        ++state.attempts;
        state.attemptsHere += event.host == state.host ? 1 : 0;
        return;
    case EventKind::MESSAGE_DEFERRED:
        state.reason = GetCause(event.Get<event::AttemptEnd>());
        return;
    case EventKind::MESSAGE_RELAYED:
        Leave(event, message, recipient, Outcome::RELAYED);
        return;
    case EventKind::MESSAGE_DELIVERED:
        Leave(event, message, recipient, Outcome::DELIVERED);
        state.mailbox = event.Get<event::Delivery>().mailbox;
        return;
    case EventKind::MESSAGE_BOUNCED:
        Leave(event, message, recipient, Outcome::BOUNCED);
        state.reason = GetCause(event.Get<event::AttemptEnd>());
        return;
    default:
        return;
    }
}

/// A host answers for the message from now on.
void
MessageOutcomes::Queue(const Event& event, std::size_t message, const std::string& recipient)
{
    auto& state = m_messages[message].GetRecipient(recipient);
    auto& holders = m_holders[{message, recipient}];
    const Entry entry{event.host, event.queueId};
    if (std::find(holders.begin(), holders.end(), entry) != holders.end())
    {
        return;
    }
    holders.push_back(entry);
    if (event.kind == EventKind::MESSAGE_QUEUED)
    {
        state.route.push_back(event.host);
    }
    state.outcome = Outcome::QUEUED;
    state.time = event.time;
    state.host = event.host;
    state.attemptsHere = 0;
}

/// A host answers for the message no longer. What it did is the outcome, unless another host has
/// the message in its queue, or it has bounced already.
void
MessageOutcomes::Leave(const Event& event,
                       std::size_t message,
                       const std::string& recipient,
                       Outcome outcome)
{
    auto& state = m_messages[message].GetRecipient(recipient);
    auto& holders = m_holders[{message, recipient}];
    std::erase_if(holders, [&event](const Entry& holder) {
        return holder.first == event.host &&
               (event.queueId.empty() || holder.second == event.queueId);
    });
    const bool hasBounced = state.outcome == Outcome::BOUNCED;
    if (outcome == Outcome::RELAYED && (hasBounced || !holders.empty()))
    {
        return;
    }
    state.outcome = outcome;
    state.time = event.time;
    state.host = event.host;
    state.reason.clear();
}

} // namespace ns3::postroad::trace
