#include "postroad/store/message-queue.h"

#include <stdexcept>
#include <utility>

namespace ns3::postroad::store
{

namespace
{

/// Takes the recipients whose time has come, in batches by destination.
std::vector<DeliveryBatch>
TakeRecipients(QueuedMessage& message,
               wire::TimePoint now,
               const MessageQueue::NextHopOf& nextHopOf)
{
    std::vector<DeliveryBatch> taken;
    std::map<mail::DomainName, std::size_t> open; // the batch with room left
    for (auto& recipient : message.recipients)
    {
        if (!recipient.IsWaiting() || recipient.nextAttempt > now)
        {
            continue;
        }
        recipient.isTaken = true;
        const auto destination = nextHopOf(recipient.path.mailbox.domain);
        auto batch = open.find(destination);
        if (batch == open.end() || taken[batch->second].recipients.size() == BATCH_LIMIT)
        {
            batch = open.insert_or_assign(destination, taken.size()).first;
            taken.push_back({message.id, batch->first, {}});
        }
        taken[batch->second].recipients.push_back(recipient.path);
    }
    return taken;
}

/// Takes the recipients whose sender is to be warned now. An attempt that is being made may still
/// end well.
std::vector<mail::ForwardPath>
TakeDelayed(QueuedMessage& message, wire::TimePoint now)
{
    std::vector<mail::ForwardPath> delayed;
    for (auto& recipient : message.recipients)
    {
        if (recipient.IsWaiting() && recipient.warning && *recipient.warning <= now)
        {
            recipient.warning.reset();
            delayed.push_back(recipient.path);
        }
    }
    return delayed;
}

/// Ends the attempts under way as if they had not been made.
std::vector<mail::ForwardPath>
TakeBack(QueuedMessage& message)
{
    std::vector<mail::ForwardPath> taken;
    for (auto& recipient : message.recipients)
    {
        if (std::exchange(recipient.isTaken, false))
        {
            taken.push_back(recipient.path);
        }
    }
    return taken;
}

RecipientState
GetStateAfter(AttemptStatus status, bool isLastAttempt)
{
    switch (status)
    {
    case AttemptStatus::DELIVERED:
        return RecipientState::DELIVERED;
    case AttemptStatus::RELAYED:
        return RecipientState::RELAYED;
    case AttemptStatus::DEFERRED:
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
                  const mail::Envelope& envelope,
                  std::string content,
                  wire::TimePoint now)
{
    QueuedMessage message{id,
                          envelope.reversePath,
                          envelope.body,
                          envelope.isInternationalized,
                          envelope.returned,
                          envelope.envelopeId,
                          {},
                          std::move(content),
                          now};
    for (const auto& path : envelope.recipients)
    {
        if (!message.FindRecipient(path))
        {
            message.recipients.push_back({path, now, m_schedule.GetWarning(now)});
        }
    }
    const auto [entry, isNew] = m_messages.try_emplace(id, std::move(message));
    if (!isNew)
    {
        throw std::logic_error("store::MessageQueue: the id " + id.ToString() + " was used before");
    }
    m_size += entry->second.content.size();
    Schedule(entry->second);
    return entry->second;
}

std::optional<wire::TimePoint>
MessageQueue::GetNextDue() const
{
    return m_due.empty() ? std::nullopt : std::optional(m_due.begin()->first);
}

/// The messages for which something is to be done, those that waited longest first.
std::vector<QueueId>
MessageQueue::GetDue(wire::TimePoint now) const
{
    std::vector<QueueId> due;
    for (auto entry = m_due.begin(); entry != m_due.end() && entry->first <= now; ++entry)
    {
        due.push_back(entry->second);
    }
    return due;
}

std::vector<DeliveryBatch>
MessageQueue::TakeDue(wire::TimePoint now, const NextHopOf& nextHopOf)
{
    std::vector<DeliveryBatch> taken;
    for (const auto id : GetDue(now))
    {
        auto& message = m_messages.at(id);
        Unschedule(message);
        for (auto& batch : TakeRecipients(message, now, nextHopOf))
        {
            taken.push_back(std::move(batch));
        }
        Schedule(message);
    }
    return taken;
}

std::vector<RecipientGroup>
MessageQueue::TakeWarnings(wire::TimePoint now)
{
    std::vector<RecipientGroup> taken;
    for (const auto id : GetDue(now))
    {
        auto& message = m_messages.at(id);
        Unschedule(message);
        if (auto delayed = TakeDelayed(message, now); !delayed.empty())
        {
            taken.push_back({id, std::move(delayed)});
        }
        Schedule(message);
    }
    return taken;
}

RecipientState
MessageQueue::Report(QueueId id,
                     const mail::ForwardPath& path,
                     AttemptOutcome outcome,
                     wire::TimePoint now)
{
    auto& recipient = FindTaken(id, path);
    auto& message = m_messages.at(id);
    Unschedule(message);
    recipient.state = GetStateAfter(outcome.status, m_schedule.IsLastAttempt(message.arrival, now));
    recipient.isTaken = false;
    ++recipient.attempts;
    recipient.lastAttempt = now;
    recipient.lastOutcome = std::move(outcome);
    if (recipient.IsWaiting())
    {
        recipient.nextAttempt = m_schedule.GetNextAttempt(message.arrival, recipient.attempts, now);
    }
    Schedule(message);
    return recipient.state;
}

QueuedRecipient&
MessageQueue::FindTaken(QueueId id, const mail::ForwardPath& path)
{
    const auto entry = m_messages.find(id);
    const auto* const known =
        entry == m_messages.end() ? nullptr : entry->second.FindRecipient(path);
    if (!known || !known->isTaken)
    {
        throw std::logic_error("store::MessageQueue: no attempt is under way for " +
                               path.ToString() + " of " + id.ToString());
    }
    auto& recipients = entry->second.recipients;
    return recipients[known - recipients.data()];
}

void
MessageQueue::Schedule(const QueuedMessage& message)
{
    if (const auto due = message.GetNextDue())
    {
        m_due.emplace(*due, message.id);
    }
}

/// To be called before anything that GetNextDue() depends on is changed.
void
MessageQueue::Unschedule(const QueuedMessage& message)
{
    if (const auto due = message.GetNextDue())
    {
        m_due.erase({*due, message.id});
    }
}

bool
MessageQueue::Remove(QueueId id)
{
    const auto entry = m_messages.find(id);
    if (entry == m_messages.end() || !entry->second.IsFinished())
    {
        return false;
    }
    m_size -= entry->second.content.size();
    m_messages.erase(entry);
    return true;
}

std::vector<RecipientGroup>
MessageQueue::Recover()
{
    std::vector<RecipientGroup> interrupted;
    for (auto& [id, message] : m_messages)
    {
        Unschedule(message);
        if (auto taken = TakeBack(message); !taken.empty())
        {
            interrupted.push_back({id, std::move(taken)});
        }
        Schedule(message);
    }
    return interrupted;
}

const QueuedMessage*
MessageQueue::Find(QueueId id) const
{
    const auto entry = m_messages.find(id);
    return entry == m_messages.end() ? nullptr : &entry->second;
}

} // namespace ns3::postroad::store
