/**
 * The sending half of a mail agent: works off its message queue, some deliveries to each
 * destination at a time, and tells senders what became of their messages.
 *
 * The queue knows when to try again (RFC 5321 section 4.5.4.1), an SmtpDelivery how to pass a
 * message on; a notification (RFC 3464) is a message of this agent's own queue, like any other.
 *
 * User agents, submission agents and transfer agents all send through this; they differ in where
 * they send to. A user agent sends no notifications: the record alone tells.
 */
#ifndef POSTROAD_APP_MAIL_QUEUE_RUNNER_H
#define POSTROAD_APP_MAIL_QUEUE_RUNNER_H

#include "postroad/app/agent/agent.h"
#include "postroad/app/dns/resolver.h"
#include "postroad/app/mail/next-hop-finder.h"
#include "postroad/app/mail/smtp-delivery.h"
#include "postroad/dsn/delivery-status.h"
#include "postroad/net/task.h"
#include "postroad/route/next-hop.h"
#include "postroad/store/attempt-outcome.h"
#include "postroad/store/destination-queues.h"
#include "postroad/store/message-queue.h"
#include "postroad/store/queue-settings.h"
#include "postroad/wire/well-known-ports.h"

#include "ns3/event-id.h"
#include "ns3/random-variable-stream.h"
#include "ns3/traced-value.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ns3::postroad
{

/// Sends what its queue holds.
class QueueRunner
{
  public:
    /// A queue's first id lies between these, so that the ids of two hosts look different.
    static constexpr std::uint32_t FIRST_ID_MIN = 0x10000;
    static constexpr std::uint32_t FIRST_ID_MAX = 0xEFFFF;

    /// Puts a message into a mailbox of this host. \return whether it stands there, or why not
    using LocalDelivery =
        std::function<store::AttemptOutcome(const store::QueuedMessage&, const mail::ForwardPath&)>;

    /// Where an agent's messages go, and when.
    struct Config
    {
        route::RoutePolicy route{};          ///< the domains of this host, and the smart host
        std::uint16_t port{wire::SMTP_PORT}; ///< the port of the next hop
        LocalDelivery deliver{};             ///< for the domains of this host
        store::QueueSettings queue{};        ///< its schedule is that of the first Start()
        bool usesPipelining{true};           ///< where the next hop offers it (RFC 2920)
        bool sendsNotifications{true};       ///< of failures, delays and successes
    };

    /// \param agent who sends; must outlive the runner
    /// \param length how many messages are queued, kept up to date; must outlive the runner
    QueueRunner(Agent& agent, TracedValue<std::uint32_t>& length);
    ~QueueRunner();

    /// Begins to work, with what the queue holds from before a power cut.
    void Start(Config config);

    /// Stops working; the queue stays. The agent's tasks must be cancelled before.
    void Stop();

    /// A name for a message that is about to be taken.
    store::QueueId AllocateId();

    /**
     * Takes responsibility for a message.
     * \param kind what to call it in the record: MESSAGE_QUEUED, or MESSAGE_SUBMITTED where its
     *        author is
     * \param id from AllocateId()
     * \param envelope where it comes from and is to go
     * \param content the message, trace fields included
     * \param source the connection that it came over; none for what was written on this host
     */
    void Enqueue(event::EventKind kind,
                 store::QueueId id,
                 const mail::Envelope& envelope,
                 std::string content,
                 std::shared_ptr<const event::Connection> source);

    /// The messages that this agent is responsible for. Not before the first Start().
    const store::MessageQueue& GetQueue() const
    {
        return *m_queue;
    }

    /// The agent's stub resolver, for what else it wants to know.
    Resolver& GetResolver()
    {
        return m_resolver;
    }

    /// The finder of hosts, likewise.
    NextHopFinder& GetFinder()
    {
        return m_finder;
    }

    /// Gives the random variables fixed stream numbers. \return how many were used
    int64_t AssignStreams(int64_t stream);

  private:
    using Outcomes = std::vector<store::AttemptOutcome>; ///< in the order of the batch's recipients

    void CountMessages();
    void ReportInterrupted(const std::vector<store::RecipientGroup>& interrupted);
    void Wake();
    void Work();
    void WarnSenders();
    Task<> Deliver(store::DeliveryBatch batch);
    Task<> Attempt(const store::DeliveryBatch& batch,
                   SmtpDelivery& delivery,
                   route::DeliveryAttempt& attempt);
    Outcomes DeliverHere(const store::DeliveryBatch& batch);
    void Settle(const store::DeliveryBatch& batch, const Outcomes& outcomes);
    std::vector<store::RecipientState>
    TellQueue(const store::DeliveryBatch& batch, const Outcomes& outcomes);
    std::vector<std::string> TellSender(const store::DeliveryBatch& batch,
                                        const Outcomes& outcomes,
                                        const std::vector<store::RecipientState>& states);
    std::string SendNotification(const store::QueuedMessage& message,
                                 dsn::DsnAction action,
                                 const std::vector<mail::ForwardPath>& recipients);

    Agent& m_agent;
    TracedValue<std::uint32_t>& m_length;
    Config m_config;
    Resolver m_resolver;
    Ptr<UniformRandomVariable> m_chance;
    NextHopFinder m_finder;
    std::optional<store::MessageQueue> m_queue; ///< on the disk: it outlives power cuts
    store::DestinationQueues m_destinations;    ///< what is to be sent now
    EventId m_timer;
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_MAIL_QUEUE_RUNNER_H
