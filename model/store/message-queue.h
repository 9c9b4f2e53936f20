/**
 * The queue on the disk of a mail transfer agent's host (RFC 5321 section 4.5.4.1).
 *
 * A value without clock and files. It outlives the agent that works on it: after the host was off,
 * Recover() makes attempts that were under way count as not made, so what was accepted with 250 is
 * still there. Nothing leaves the queue but by Remove() of a message with nothing left to do.
 *
 *     for (const auto& batch : queue.TakeDue(now)) { ... one attempt for each batch ... }
 *     queue.Report(batch.id, path, AttemptResult::RELAYED, "250 2.0.0 Ok", now);
 *     timer.Set(queue.GetNextDue());
 *
 * Delay warnings and notifications are left to the agent, which finds here all that they say.
 */
#ifndef POSTROAD_STORE_MESSAGE_QUEUE_H
#define POSTROAD_STORE_MESSAGE_QUEUE_H

#include "postroad/store/queued-message.h"
#include "postroad/store/retry-schedule.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ns3::postroad::store
{

/// How an attempt for one recipient ended.
enum class AttemptResult
{
    DELIVERED, ///< the message stands in a mailbox of this host
    RELAYED,   ///< the next host has taken responsibility
    DEFERRED,  ///< not now: to be tried again
    REFUSED,   ///< never: not to be tried again
};

/// Recipients of one message that have the domain in common, and so the way.
struct DeliveryBatch
{
    QueueId id;                                ///< of the message
    std::string domain;                        ///< as the first of them writes it
    std::vector<mime::ForwardPath> recipients; ///< at least one

    bool operator==(const DeliveryBatch&) const = default;
};

/// The messages that wait, in the order in which they came.
class MessageQueue
{
  public:
    using Messages = std::map<QueueId, QueuedMessage>;

    /// \param firstId the first id to be given out
    explicit MessageQueue(RetrySchedule schedule = {}, QueueId firstId = {1});

    /// A new id, for the message's Received field and its place in the queue.
    QueueId AllocateId();

    /**
     * Takes a message in; it is due at once. A recipient named twice is kept once.
     * \param id from AllocateId(), each for one message
     */
    const QueuedMessage&
    Add(QueueId id, const mime::Envelope& envelope, std::string content, wire::TimePoint now);

    /// When the next message is due; none while nothing waits for its time.
    std::optional<wire::TimePoint> GetNextDue() const;

    /// Takes all that is due. Each recipient's attempt is under way until it is reported.
    std::vector<DeliveryBatch> TakeDue(wire::TimePoint now);

    /**
     * Tells how the attempt for a recipient ended, which must be under way. When it was the last
     * one under way for its message, the message waits for its next attempt, if there is to be one.
     * \param reply the other side's reply, or the reason that there was none
     * \return the recipient's state: a recipient deferred once too often has BOUNCED
     */
    RecipientState Report(QueueId id,
                          const mime::ForwardPath& recipient,
                          AttemptResult result,
                          std::string reply,
                          wire::TimePoint now);

    /// Removes a message that is finished; false when something is left to do for it.
    bool Remove(QueueId id);

    /// After the host was off: attempts under way were not made, and are due again.
    void Recover();

    /// The message of that id, or nullptr.
    const QueuedMessage* Find(QueueId id) const;

    /// All messages, oldest first.
    const Messages& GetMessages() const
    {
        return m_messages;
    }

    const RetrySchedule& GetSchedule() const
    {
        return m_schedule;
    }

  private:
    void EndAttempt(QueuedMessage& message, wire::TimePoint now);
    void Wait(const QueuedMessage& message);

    RetrySchedule m_schedule;
    QueueId m_nextId;
    Messages m_messages;
    std::set<std::pair<wire::TimePoint, QueueId>> m_due; ///< messages that wait for their time
};

} // namespace ns3::postroad::store

#endif // POSTROAD_STORE_MESSAGE_QUEUE_H
