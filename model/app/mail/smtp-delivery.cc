#include "postroad/app/mail/smtp-delivery.h"

#include "postroad/app/mail/message-event.h"
#include "postroad/net/socket-address.h"

#include <cstdint>
#include <utility>

namespace ns3::postroad
{

namespace
{

/// This host under another name: the exchangers that are left are no better than itself, and would
/// send the message back to it.
store::AttemptOutcome
MakeLoop(const std::string& name)
{
    store::AttemptOutcome loop{store::AttemptStatus::REFUSED};
    loop.reason = "mail loops back to this host, whose address the exchanger " + name + " has";
    loop.code = mail::EnhancedCode{5, 4, 6};
    return loop;
}

} // namespace

SmtpDelivery::SmtpDelivery(Agent& agent,
                           NextHopFinder& finder,
                           std::uint16_t port,
                           bool usesPipelining)
    : m_agent(agent)
    , m_finder(finder)
    , m_port(port)
    , m_usesPipelining(usesPipelining)
{
}

Task<>
SmtpDelivery::Attempt(const store::QueuedMessage& message,
                      const route::NextHop& hop,
                      route::DeliveryAttempt& attempt)
{
    m_isReached = false;
    if (m_messages == MESSAGE_LIMIT)
    {
        Leave();
    }
    if (IsConnected())
    {
        ReportAttempt(message, m_transfer->GetServer(), attempt);
        co_await HandOver(message, attempt);
    }
    if (!attempt.IsDecided())
    {
        co_await TryHosts(message, hop, attempt);
    }
}

Task<>
SmtpDelivery::TryHosts(const store::QueuedMessage& message,
                       const route::NextHop& hop,
                       route::DeliveryAttempt& attempt)
{
    const std::string asked = IsConnected() ? m_transfer->GetServer().address : "";
    const auto own = GetOwnAddresses(*m_agent.GetNode());
    int tried = 0;
    const auto hosts = co_await m_finder.FindHosts(hop);
    if (hosts.names.empty())
    {
        attempt.NoteFailure(hosts.failure);
    }
    for (const auto& host : hosts.names)
    {
        const auto addresses = co_await m_finder.FindAddresses(host);
        if (addresses.names.empty())
        {
            attempt.NoteFailure(addresses.failure);
        }
        for (const auto& address : addresses.names)
        {
            if (hop.kind == route::NextHopKind::EXCHANGERS && own.contains(address))
            {
                attempt.NoteFailure(MakeLoop(host));
                co_return;
            }
            const MailServer server{host, address, m_port, m_usesPipelining};
            if (address != asked)
            {
                co_await TryServer(message, server, attempt);
                ++tried;
            }
            if (attempt.IsDecided() || tried == ADDRESS_LIMIT)
            {
                co_return;
            }
        }
    }
}

Task<>
SmtpDelivery::TryServer(const store::QueuedMessage& message,
                        const MailServer& server,
                        route::DeliveryAttempt& attempt)
{
    Leave();
    ReportAttempt(message, server, attempt);
    m_transfer = std::make_unique<SmtpTransfer>(m_agent, server);
    const bool isOpen = co_await m_transfer->Open();
    if (isOpen)
    {
        co_await HandOver(message, attempt);
    }
    else
    {
        attempt.NoteFailure(m_transfer->GetFailure());
    }
}

Task<>
SmtpDelivery::HandOver(const store::QueuedMessage& message, route::DeliveryAttempt& attempt)
{
    const auto envelope = message.MakeEnvelope(attempt.GetPending());
    const auto outcomes = co_await m_transfer->Transfer(envelope, message.content);
    attempt.Note(outcomes);
    m_isReached = true;
    ++m_messages;
}

void
SmtpDelivery::ReportAttempt(const store::QueuedMessage& message,
                            const MailServer& server,
                            const route::DeliveryAttempt& attempt)
{
    m_agent.Report([&] {
        return MakeAttemptEvent(message, attempt.GetPending(), server.name, server.address);
    });
}

bool
SmtpDelivery::IsConnected() const
{
    return m_transfer && m_transfer->IsReady();
}

void
SmtpDelivery::Leave()
{
    m_messages = 0;
    if (m_transfer)
    {
        StartTakingLeave(m_agent, std::move(m_transfer));
    }
}

} // namespace ns3::postroad
