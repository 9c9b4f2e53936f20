#include "postroad/store/message-queue.h"

#include "postroad/wire/ascii.h"

#include <algorithm>
#include <stdexcept>

namespace ns3::postroad::store
{

namespace
{

/// Takes the recipients that are still queued, in one batch for each domain.
std::vector<DeliveryBatch>
TakeRecipients(QueuedMessage& message)
{
    std::map<std::string, DeliveryBatch, wire::LessIgnoringCase> batches;
    for (auto& recipient : message.recipients)
    {
        if (recipient.state != RecipientState::QUEUED)
        {
            continue;
        }
        recipient.isTaken = true;
        const auto& domain = recipient.path.mailbox.domain;
        auto& batch =
            batches.try_emplace(domain, DeliveryBatch{message.id, domain, {}}).first->second;
        batch.recipients.push_back(recipient.path);
    }
    std::vector<DeliveryBatch> taken;
    taken.reserve(batches.size());
    for (auto& [domain, batch] : batches)
    {
        taken.push_back(std::move(batch));
    }
    return taken;
}

RecipientState
GetStateAfter(AttemptResult result, bool isLastAttempt)
{
    switch (result)
    {
    case AttemptResult::DELIVERED:
        return RecipientState::DELIVERED;
    case AttemptResult::RELAYED:
        return RecipientState::RELAYED;
    case AttemptResult::DEFERRED:
        return isLastAttempt ? RecipientState::BOUNCED : RecipientState::QUEUED;
    default:
        return RecipientState::BOUNCED;
    }
}

} // namespace

MessageQueue::MessageQueue(RetrySchedule schedule, QueueId firstId)
    : m_schedule(schedule)
    , m_nextId(firstId)
{
}

QueueId
MessageQueue::AllocateId()
{
    return {m_nextId.number++};
}

const QueuedMessage&
MessageQueue::Add(QueueId id,
                  const mime::Envelope& envelope,
                  std::string content,
                  wire::TimePoint now)
{
    QueuedMessage message{id, envelope.reversePath, {}, std::move(content), now, now};
    for (const auto& path : envelope.recipients)
    {
        if (!message.FindRecipient(path))
        {
            message.recipients.push_back({path});
        }
    }
    const auto [entry, isNew] = m_messages.try_emplace(id, std::move(message));
    if (!isNew)
    {
        throw std::logic_error("store::MessageQueue: the id " + id.ToString() + " was used before");
    }
    Wait(entry->second);
    return entry->second;
}

std::optional<wire::TimePoint>
MessageQueue::GetNextDue() const
{
    return m_due.empty() ? std::nullopt : std::optional(m_due.begin()->first);
}

std::vector<DeliveryBatch>
MessageQueue::TakeDue(wire::TimePoint now)
{
    std::vector<DeliveryBatch> taken;
    while (!m_due.empty() && m_due.begin()->first <= now)
    {
        const auto id = m_due.begin()->second;
        m_due.erase(m_due.begin());
        for (auto& batch : TakeRecipients(m_messages.at(id)))
        {
            taken.push_back(std::move(batch));
        }
    }
    return taken;
}

RecipientState
MessageQueue::Report(QueueId id,
                     const mime::ForwardPath& path,
                     AttemptResult result,
                     std::string reply,
                     wire::TimePoint now)
{
    const auto entry = m_messages.find(id);
    const auto* const known =
        entry == m_messages.end() ? nullptr : entry->second.FindRecipient(path);
    if (!known || !known->isTaken)
    {
        throw std::logic_error("store::MessageQueue: no attempt is under way for " +
                               path.ToString() + " of " + id.ToString());
    }
    auto& message = entry->second;
    auto& recipient = message.recipients[known - message.recipients.data()];
    recipient.state = GetStateAfter(result, m_schedule.IsLastAttempt(message.arrival, now));
    recipient.lastReply = std::move(reply);
    recipient.isTaken = false;
    const auto state = recipient.state;
    if (!message.IsTaken())
    {
        EndAttempt(message, now);
    }
    return state;
}

void
MessageQueue::EndAttempt(QueuedMessage& message, wire::TimePoint now)
{
    ++message.attempts;
    if (!message.IsFinished())
    {
        message.nextAttempt = m_schedule.GetNextAttempt(message.arrival, message.attempts, now);
        Wait(message);
    }
}

void
MessageQueue::Wait(const QueuedMessage& message)
{
    m_due.emplace(message.nextAttempt, message.id);
}

bool
MessageQueue::Remove(QueueId id)
{
    const auto entry = m_messages.find(id);
    if (entry == m_messages.end() || !entry->second.IsFinished())
    {
        return false;
    }
    m_due.erase({entry->second.nextAttempt, id});
    m_messages.erase(entry);
    return true;
}

void
MessageQueue::Recover()
{
    for (auto& [id, message] : m_messages)
    {
        for (auto& recipient : message.recipients)
        {
            recipient.isTaken = false;
        }
        if (!message.IsFinished())
        {
            Wait(message);
        }
    }
}

const QueuedMessage*
MessageQueue::Find(QueueId id) const
{
    const auto entry = m_messages.find(id);
    return entry == m_messages.end() ? nullptr : &entry->second;
}

} // namespace ns3::postroad::store
