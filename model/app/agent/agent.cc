#include "postroad/app/agent/agent.h"

#include "postroad/net/guarded-tcp-socket.h"
#include "postroad/net/virtual-time.h"

#include "ns3/abort.h"
#include "ns3/log.h"
#include "ns3/node.h"
#include "ns3/simulator.h"
#include "ns3/trace-source-accessor.h"

#include <cstdint>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadAgent");
NS_OBJECT_ENSURE_REGISTERED(Agent);

TypeId
Agent::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::postroad::Agent")
            .SetParent<Application>()
            .SetGroupName("Postroad")
            .AddAttribute("Protocol",
                          "The socket factory of this agent's streams. Any factory of stream "
                          "sockets serves.",
                          TypeIdValue(GuardedTcpSocketFactory::GetTypeId()),
                          MakeTypeIdAccessor(&Agent::m_protocol),
                          MakeTypeIdChecker())
            .AddTraceSource("Event",
                            "Something that belongs in the record happened.",
                            MakeTraceSourceAccessor(&Agent::m_eventTrace),
                            "ns3::postroad::Agent::EventTracedCallback")
            .AddTraceSource("Tx",
                            "A line, a message or a DNS message was said to a peer.",
                            MakeTraceSourceAccessor(&Agent::m_txTrace),
                            "ns3::postroad::Agent::TextTracedCallback")
            .AddTraceSource("Rx",
                            "A line, a message or a DNS message was heard from a peer.",
                            MakeTraceSourceAccessor(&Agent::m_rxTrace),
                            "ns3::postroad::Agent::TextTracedCallback")
            .AddTraceSource("StateTransition",
                            "The session of a connection went along a row of its protocol's table.",
                            MakeTraceSourceAccessor(&Agent::m_transitionTrace),
                            "ns3::postroad::Agent::StateTransitionTracedCallback");
    return tid;
}

Host&
Agent::GetHost() const
{
    NS_ASSERT_MSG(m_host, "an agent has a host from its initialisation on");
    return *m_host;
}

void
Agent::Emit(event::Event event)
{
    event.time = GetNow();
    event.host = m_host->GetName();
    event.agent = GetRole();
    NS_LOG_INFO(event.host << " " << event.agent << ": " << event::GetName(event.kind));
    m_eventTrace(event);
}

bool
Agent::IsObserved() const
{
    return !(m_eventTrace.IsEmpty() && m_txTrace.IsEmpty() && m_rxTrace.IsEmpty() &&
             m_transitionTrace.IsEmpty());
}

void
Agent::TraceTx(std::string_view text, const std::string& address, std::uint16_t port) const
{
    if (!m_txTrace.IsEmpty())
    {
        m_txTrace(text, {address, port});
    }
}

void
Agent::TraceRx(std::string_view text, const std::string& address, std::uint16_t port) const
{
    if (!m_rxTrace.IsEmpty())
    {
        m_rxTrace(text, {address, port});
    }
}

void
Agent::TraceTransition(const event::Connection& connection,
                       std::string_view from,
                       std::string_view to) const
{
    m_transitionTrace(connection, from, to);
}

void
Agent::SwitchOff()
{
    NS_LOG_FUNCTION(this);
    if (m_isRunning)
    {
        m_isRunning = false;
        m_tasks.CancelAll();
        DoStop();
    }
}

void
Agent::SwitchOn()
{
    NS_LOG_FUNCTION(this);
    if (!m_isRunning)
    {
        m_isRunning = true;
        DoStart();
    }
}

int64_t
Agent::AssignStreams([[maybe_unused]] int64_t stream)
{
    return 0;
}

void
Agent::RequireListening(SocketStatus status, std::uint16_t port) const
{
    NS_ABORT_MSG_IF(status != SocketStatus::OK,
                    GetHost().GetName() << " " << GetRole() << " cannot listen on port " << port
                                        << ": " << GetText(status));
}

void
Agent::DoInitialize()
{
    m_host = Host::Of(GetNode());
    Application::DoInitialize();
}

void
Agent::DoDispose()
{
    // What is taken down happens to nobody.
    m_eventTrace = {};
    m_txTrace = {};
    m_rxTrace = {};
    m_transitionTrace = {};
    SwitchOff();
    m_host = nullptr;
    Application::DoDispose();
}

void
Agent::StartApplication()
{
    SwitchOn();
}

void
Agent::StopApplication()
{
    SwitchOff();
}

} // namespace ns3::postroad
