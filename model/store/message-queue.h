/**
 * The queue on the disk of a mail transfer agent's host (RFC 5321 section 4.5.4.1).
 *
 * A value without clock and files. It outlives the agent that works on it: after the host was off,
 * Recover() makes attempts that were under way count as not made, so what was accepted with 250 is
 * still there. Nothing leaves the queue but by Remove() of a message with nothing left to do.
 *
 *     for (const auto& batch : queue.TakeDue(now, nextHopOf))
 *     {
 *         ... one attempt for the batch, and for each of its recipients:
 *         queue.Report(batch.id, recipient, outcome, now);
 *     }
 *     for (const auto& warning : queue.TakeWarnings(now))
 *     {
 *         ... tell the sender of the delay ...
 *     }
 *     timer.Set(queue.GetNextDue());
 *
 * What the sender is told, and whether, is left to the agent, which finds here all that it says.
 */
#ifndef POSTROAD_STORE_MESSAGE_QUEUE_H
#define POSTROAD_STORE_MESSAGE_QUEUE_H

#include "postroad/store/delivery-batch.h"
#include "postroad/store/queued-message.h"
#include "postroad/store/retry-schedule.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ns3::postroad::store
{

/// Some recipients of one message.
struct RecipientGroup
{
    QueueId id;                                ///< of the message
    std::vector<mail::ForwardPath> recipients; ///< at least one

    bool operator==(const RecipientGroup&) const = default;
};

/// The messages that wait, in the order in which they came.
class MessageQueue
{
  public:
    using Messages = std::map<QueueId, QueuedMessage>;

    /// Names the next hop for a domain: recipients with the same one go together.
    using NextHopOf = std::function<mail::DomainName(std::string_view domain)>;

    /// \param firstId the first id to be given out
    explicit MessageQueue(RetrySchedule schedule = {}, QueueId firstId = {1});

    /// A new id, for the message's Received field and its place in the queue.
    QueueId AllocateId();

    /**
     * Takes a message in; it is due at once. A recipient named twice is kept once.
     * \param id from AllocateId(), each for one message
     */
    const QueuedMessage&
    Add(QueueId id, const mail::Envelope& envelope, std::string content, wire::TimePoint now);

    /// When something is to be done next, an attempt or a warning; none while nothing is.
    std::optional<wire::TimePoint> GetNextDue() const;

    /// Takes all that is to be tried. Each recipient's attempt is under way until it is reported.
    std::vector<DeliveryBatch> TakeDue(wire::TimePoint now, const NextHopOf& nextHopOf);

    /// Takes the recipients whose sender is to be warned that they have to wait, each once; not
    /// those of an attempt under way. What is due is to be taken first.
    std::vector<RecipientGroup> TakeWarnings(wire::TimePoint now);

    /**
     * Tells how the attempt for a recipient ended, which must be under way. A recipient that is
     * deferred waits for its next attempt, if there is to be one.
     * \return the recipient's state: a recipient deferred once too often has BOUNCED
     */
    RecipientState Report(QueueId id,
                          const mail::ForwardPath& recipient,
                          AttemptOutcome outcome,
                          wire::TimePoint now);

    /// Removes a message that is finished; false when something is left to do for it.
    bool Remove(QueueId id);

    /// After the host was off: attempts under way were not made, and are due again.
    /// \return for whom, as a next hop may have taken the message all the same
    std::vector<RecipientGroup> Recover();

    /// The message of that id, or nullptr.
    const QueuedMessage* Find(QueueId id) const;

    /// All messages, oldest first.
    const Messages& GetMessages() const
    {
        return m_messages;
    }

    /// The octets of all messages' contents.
    std::uint64_t GetSize() const
    {
        return m_size;
    }

    const RetrySchedule& GetSchedule() const
    {
        return m_schedule;
    }

  private:
    QueuedRecipient& FindTaken(QueueId id, const mail::ForwardPath& path);
    std::vector<QueueId> GetDue(wire::TimePoint now) const;
    void Schedule(const QueuedMessage& message);
    void Unschedule(const QueuedMessage& message);

    RetrySchedule m_schedule;
    QueueId m_nextId;
    Messages m_messages;
    std::uint64_t m_size{0};
    std::set<std::pair<wire::TimePoint, QueueId>> m_due; ///< each message's GetNextDue()
};

} // namespace ns3::postroad::store

#endif // POSTROAD_STORE_MESSAGE_QUEUE_H
