#include "postroad/app/mail/queue-runner.h"

#include "postroad/app/mail/message-event.h"
#include "postroad/dsn/status-notification.h"
#include "postroad/net/virtual-time.h"

#include "ns3/simulator.h"

#include <cstdint>
#include <map>
#include <utility>

namespace ns3::postroad
{

namespace
{

/// What the sender may want to hear of a recipient; nothing while it is queued, and nothing when
/// the next hop has taken over the sender's wish to be told (RFC 3461 section 5.2.2).
std::optional<dsn::DsnAction>
GetAction(store::RecipientState state, const store::AttemptOutcome& outcome)
{
    switch (state)
    {
    case store::RecipientState::DELIVERED:
        return dsn::DsnAction::DELIVERED;
    case store::RecipientState::RELAYED:
        return outcome.supportsDsn ? std::nullopt : std::optional(dsn::DsnAction::RELAYED);
    case store::RecipientState::BOUNCED:
        return dsn::DsnAction::FAILED;
    default:
        return std::nullopt;
    }
}

} // namespace

QueueRunner::QueueRunner(Agent& agent, TracedValue<std::uint32_t>& length)
    : m_agent(agent)
    , m_length(length)
    , m_resolver(agent)
    , m_chance(CreateObject<UniformRandomVariable>())
    , m_finder(m_resolver, [this](std::size_t count) {
        return m_chance->GetInteger(0, static_cast<std::uint32_t>(count - 1));
    })
{
}

QueueRunner::~QueueRunner()
{
    m_timer.Cancel();
}

void
QueueRunner::Start(Config config)
{
    m_config = std::move(config);
    m_resolver.Open();
    if (!m_queue)
    {
        m_queue.emplace(m_config.queue.schedule,
                        store::QueueId{m_chance->GetInteger(FIRST_ID_MIN, FIRST_ID_MAX)});
    }
    ReportInterrupted(m_queue->Recover());
    m_destinations = store::DestinationQueues(m_config.queue.concurrency);
    Work();
}

void
QueueRunner::CountMessages()
{
    m_length = static_cast<std::uint32_t>(m_queue->GetMessages().size());
}

/// How far the attempts had come that a power cut broke off, nobody knows (RFC 1047).
void
QueueRunner::ReportInterrupted(const std::vector<store::RecipientGroup>& interrupted)
{
    store::AttemptOutcome outcome{store::AttemptStatus::DEFERRED};
    outcome.reason = "the power failed during the attempt";
    outcome.isInDoubt = true;
    for (const auto& [id, recipients] : interrupted)
    {
        for (const auto& recipient : recipients)
        {
            m_agent.Report([&, id = id] {
                return MakeOutcomeEvent(*m_queue->Find(id),
                                        recipient,
                                        store::RecipientState::QUEUED,
                                        outcome);
            });
        }
    }
}

void
QueueRunner::Stop()
{
    m_timer.Cancel();
    m_resolver.Close();
}

store::QueueId
QueueRunner::AllocateId()
{
    return m_queue->AllocateId();
}

void
QueueRunner::Enqueue(event::EventKind kind,
                     store::QueueId id,
                     const mail::Envelope& envelope,
                     std::string content,
                     std::shared_ptr<const event::Connection> source)
{
    const auto& message = m_queue->Add(id, envelope, std::move(content), GetNow());
    CountMessages();
    m_agent.Report([&] { return MakeTakenEvent(kind, message, std::move(source)); });
    if (m_agent.IsRunning())
    {
        Wake();
    }
}

/// Works in an event of its own: not inside the session that brought a message, which is to answer
/// first, nor inside a delivery.
void
QueueRunner::Wake()
{
    m_timer.Cancel();
    m_timer = Simulator::ScheduleNow(&QueueRunner::Work, this);
}

/// Starts deliveries of all that is due, and sleeps until more is.
void
QueueRunner::Work()
{
    const auto nextHopOf = [this](std::string_view domain) {
        return mail::DomainName(route::FindNextHop(m_config.route, domain).name);
    };
    for (auto& batch : m_queue->TakeDue(GetNow(), nextHopOf))
    {
        m_destinations.Add(std::move(batch));
    }
    while (auto batch = m_destinations.Begin())
    {
        m_agent.StartTask(Deliver(std::move(*batch)));
    }
    WarnSenders();
    m_timer.Cancel();
    if (const auto due = m_queue->GetNextDue())
    {
        m_timer = Simulator::Schedule(ToTime(*due - GetNow()), &QueueRunner::Work, this);
    }
}

void
QueueRunner::WarnSenders()
{
    for (const auto& warning : m_queue->TakeWarnings(GetNow()))
    {
        const auto& message = *m_queue->Find(warning.id);
        std::vector<mail::ForwardPath> wanted;
        for (const auto& recipient : warning.recipients)
        {
            if (dsn::IsNotificationWanted(dsn::DsnAction::DELAYED, recipient))
            {
                wanted.push_back(recipient);
            }
        }
        const auto sent = SendNotification(message, dsn::DsnAction::DELAYED, wanted);
        if (!sent.empty())
        {
            const auto end = message.arrival + m_queue->GetSchedule().giveUpAfter;
            m_agent.Report([&] { return MakeDelayEvent(message, wanted, end, sent); });
        }
    }
}

/// One delivery: a batch, and whatever else waits for the same destination.
Task<>
QueueRunner::Deliver(store::DeliveryBatch first)
{
    SmtpDelivery delivery(m_agent, m_finder, m_config.port, m_config.usesPipelining);
    const auto destination = first.destination;
    std::optional<store::AttemptOutcome> unreachable;
    std::optional<store::DeliveryBatch> batch(std::move(first));
    for (; batch; batch = m_destinations.Next(destination))
    {
        route::DeliveryAttempt attempt(batch->recipients);
        if (unreachable)
        {
            attempt.NoteFailure(*unreachable);
        }
        else
        {
            co_await Attempt(*batch, delivery, attempt);
        }
        // What waits behind this one need not find out for itself, unless others get through.
        if (delivery.IsUnreachable() && m_destinations.CountDeliveries(destination) == 1)
        {
            unreachable = attempt.GetOutcomes().front();
        }
        Settle(*batch, attempt.GetOutcomes());
    }
    delivery.Leave();
}

Task<>
QueueRunner::Attempt(const store::DeliveryBatch& batch,
                     SmtpDelivery& delivery,
                     route::DeliveryAttempt& attempt)
{
    const auto& domain = batch.recipients.front().mailbox.domain;
    const auto hop = route::FindNextHop(m_config.route, domain);
    const auto& message = *m_queue->Find(batch.id);
    if (hop.kind == route::NextHopKind::LOCAL)
    {
        attempt.Note(DeliverHere(batch));
    }
    else
    {
        co_await delivery.Attempt(message, hop, attempt);
    }
}

QueueRunner::Outcomes
QueueRunner::DeliverHere(const store::DeliveryBatch& batch)
{
    store::AttemptOutcome nowhere{store::AttemptStatus::REFUSED};
    nowhere.reason = "there are no mailboxes on this host";
    nowhere.code = mail::EnhancedCode{5, 3, 5};
    const auto& message = *m_queue->Find(batch.id);
    Outcomes outcomes;
    for (const auto& recipient : batch.recipients)
    {
        outcomes.push_back(m_config.deliver ? m_config.deliver(message, recipient) : nowhere);
    }
    return outcomes;
}

/// Tells queue, sender and record what became of each recipient.
void
QueueRunner::Settle(const store::DeliveryBatch& batch, const Outcomes& outcomes)
{
    const auto states = TellQueue(batch, outcomes);
    const auto notifications = TellSender(batch, outcomes, states);
    const auto& message = *m_queue->Find(batch.id);
    for (std::size_t i = 0; i < outcomes.size(); ++i)
    {
        // The delivery agent has told of its own work.
        if (states[i] != store::RecipientState::DELIVERED)
        {
            m_agent.Report([&] {
                return MakeOutcomeEvent(message,
                                        batch.recipients[i],
                                        states[i],
                                        outcomes[i],
                                        notifications[i]);
            });
        }
    }
    m_queue->Remove(batch.id);
    CountMessages();
    Wake();
}

std::vector<store::RecipientState>
QueueRunner::TellQueue(const store::DeliveryBatch& batch, const Outcomes& outcomes)
{
    std::vector<store::RecipientState> states;
    for (std::size_t i = 0; i < outcomes.size(); ++i)
    {
        states.push_back(m_queue->Report(batch.id, batch.recipients[i], outcomes[i], GetNow()));
    }
    return states;
}

/// Tells the sender what he wants to know, each kind of outcome in a notification of its own.
/// \return the notification's Message-ID for each recipient, or nothing
std::vector<std::string>
QueueRunner::TellSender(const store::DeliveryBatch& batch,
                        const Outcomes& outcomes,
                        const std::vector<store::RecipientState>& states)
{
    std::vector<std::string> notifications(states.size());
    for (const auto action :
         {dsn::DsnAction::FAILED, dsn::DsnAction::DELIVERED, dsn::DsnAction::RELAYED})
    {
        std::vector<std::size_t> places;
        std::vector<mail::ForwardPath> recipients;
        for (std::size_t i = 0; i < states.size(); ++i)
        {
            const auto& recipient = batch.recipients[i];
            if (GetAction(states[i], outcomes[i]) == action &&
                dsn::IsNotificationWanted(action, recipient))
            {
                places.push_back(i);
                recipients.push_back(recipient);
            }
        }
        const auto sent = SendNotification(*m_queue->Find(batch.id), action, recipients);
        for (const auto place : places)
        {
            notifications[place] = sent;
        }
    }
    return notifications;
}

/// \return the notification's Message-ID; empty when none is sent
std::string
QueueRunner::SendNotification(const store::QueuedMessage& message,
                              dsn::DsnAction action,
                              const std::vector<mail::ForwardPath>& recipients)
{
    if (!m_config.sendsNotifications || message.reversePath.IsNull() || recipients.empty())
    {
        return {};
    }
    const auto& host = m_agent.GetHost();
    const auto id = AllocateId();
    auto notification = dsn::ComposeNotification({host.GetName(), host.GetClock()},
                                                 id,
                                                 action,
                                                 message,
                                                 recipients,
                                                 m_queue->GetSchedule(),
                                                 GetNow());
    Enqueue(event::EventKind::MESSAGE_QUEUED,
            id,
            notification.envelope,
            std::move(notification.content),
            {});
    return notification.messageId;
}

int64_t
QueueRunner::AssignStreams(int64_t stream)
{
    m_chance->SetStream(stream);
    return 1 + m_resolver.AssignStreams(stream + 1);
}

} // namespace ns3::postroad
