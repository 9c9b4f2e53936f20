#include "postroad/app/queue-runner.h"

#include "postroad/app/message-event.h"
#include "postroad/app/smtp-transfer.h"
#include "postroad/app/virtual-time.h"

#include "ns3/simulator.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad
{

namespace
{

store::AttemptResult
ToQueueResult(route::AttemptStatus status)
{
    switch (status)
    {
    case route::AttemptStatus::DELIVERED:
        return store::AttemptResult::DELIVERED;
    case route::AttemptStatus::RELAYED:
        return store::AttemptResult::RELAYED;
    case route::AttemptStatus::DEFERRED:
        return store::AttemptResult::DEFERRED;
    case route::AttemptStatus::REFUSED:
        return store::AttemptResult::REFUSED;
    }
    return store::AttemptResult::DEFERRED;
}

} // namespace

QueueRunner::QueueRunner(Agent& agent)
    : m_agent(agent)
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
        m_queue.emplace(m_config.schedule,
                        store::QueueId{m_chance->GetInteger(FIRST_ID_MIN, FIRST_ID_MAX)});
    }
    m_queue->Recover();
    Work();
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
QueueRunner::Take(event::EventKind kind,
                  store::QueueId id,
                  const mime::Envelope& envelope,
                  std::string content,
                  std::shared_ptr<const event::Connection> source)
{
    const auto& message = m_queue->Add(id, envelope, std::move(content), GetNow());
    m_agent.Report(MakeTakenEvent(kind, message, std::move(source)));
    if (m_agent.IsRunning())
    {
        // Not from inside the session that brought the message: it is to answer first.
        m_timer.Cancel();
        m_timer = Simulator::ScheduleNow(&QueueRunner::Work, this);
    }
}

/// Starts an attempt for all that is due, and sleeps until more is.
void
QueueRunner::Work()
{
    for (auto& batch : m_queue->TakeDue(GetNow()))
    {
        m_agent.StartTask(Attempt(std::move(batch)));
    }
    m_timer.Cancel();
    if (const auto due = m_queue->GetNextDue())
    {
        m_timer = Simulator::Schedule(ToTime(*due - GetNow()), &QueueRunner::Work, this);
    }
}

Task<>
QueueRunner::Attempt(store::DeliveryBatch batch)
{
    const auto hop = route::FindNextHop(m_config.route, batch.domain);
    Results results;
    if (hop.kind == route::NextHopKind::LOCAL)
    {
        results = DeliverHere(batch);
    }
    else
    {
        results = co_await Relay(batch, hop);
    }
    Settle(batch, results);
}

Task<QueueRunner::Results>
QueueRunner::Relay(const store::DeliveryBatch& batch, route::NextHop hop)
{
    const auto hosts = co_await m_finder.FindHosts(hop);
    Results results(batch.recipients.size(), hosts.failure);
    for (const auto& host : hosts.names)
    {
        const auto addresses = co_await m_finder.FindAddresses(host);
        // A host that can never be found does not undo that another one may answer later.
        const bool isTried = !results.front().nextHop.empty();
        const bool isWorthAnother = isTried && results.front().IsWorthAnotherHost();
        if (addresses.names.empty() && !(isWorthAnother && !addresses.failure.IsWorthAnotherHost()))
        {
            results.assign(batch.recipients.size(), addresses.failure);
        }
        for (const auto& address : addresses.names)
        {
            const auto* const message = m_queue->Find(batch.id);
            m_agent.Report(MakeAttemptEvent(*message, batch.recipients, host, address));
            const MailServer server{host, address, m_config.port};
            const mime::Envelope envelope{message->reversePath, batch.recipients};
            results = co_await TransferMessage(m_agent, server, envelope, message->content);
            if (!std::all_of(results.begin(), results.end(), [](const auto& each) {
                    return each.IsWorthAnotherHost();
                }))
            {
                co_return results;
            }
        }
    }
    co_return results;
}

QueueRunner::Results
QueueRunner::DeliverHere(const store::DeliveryBatch& batch)
{
    const auto* const message = m_queue->Find(batch.id);
    Results results;
    for (const auto& recipient : batch.recipients)
    {
        results.push_back(m_config.deliver
                              ? m_config.deliver(*message, recipient)
                              : route::AttemptResult{route::AttemptStatus::REFUSED,
                                                     {},
                                                     {},
                                                     "there are no mailboxes on this host"});
    }
    return results;
}

/// Tells queue and record what became of each recipient.
void
QueueRunner::Settle(const store::DeliveryBatch& batch, const Results& results)
{
    std::vector<store::RecipientState> states;
    for (std::size_t i = 0; i < results.size(); ++i)
    {
        states.push_back(m_queue->Report(batch.id,
                                         batch.recipients[i],
                                         ToQueueResult(results[i].status),
                                         results[i].reason,
                                         GetNow()));
    }
    const auto* const message = m_queue->Find(batch.id);
    for (std::size_t i = 0; i < results.size(); ++i)
    {
        // The delivery agent has told of its own work.
        if (states[i] != store::RecipientState::DELIVERED)
        {
            m_agent.Report(MakeOutcomeEvent(*message, batch.recipients[i], states[i], results[i]));
        }
    }
    m_queue->Remove(batch.id);
    Work();
}

int64_t
QueueRunner::AssignStreams(int64_t stream)
{
    m_chance->SetStream(stream);
    return 1 + m_resolver.AssignStreams(stream + 1);
}

} // namespace ns3::postroad
