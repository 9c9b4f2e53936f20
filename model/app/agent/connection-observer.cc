#include "postroad/app/agent/connection-observer.h"

#include "postroad/net/socket-status.h"

namespace ns3::postroad
{

ConnectionObserver::ConnectionObserver(Agent& agent, event::Role role, std::string protocol)
    : m_agent(agent)
    , m_connection(std::make_shared<event::Connection>(
          event::Connection{agent.GetHost().NextConnectionNumber(),
                            role,
                            std::move(protocol),
                            {},
                            {}}))
{
}

ConnectionObserver::~ConnectionObserver()
{
    if (m_isOpen)
    {
        OnClosed(std::string(GetText(SocketStatus::CUT)));
    }
}

void
ConnectionObserver::OnLine(wire::Direction direction,
                           const wire::ByteRange& range,
                           std::string_view line)
{
    Trace(direction, line);
    ReportText(direction == wire::Direction::SENT ? event::EventKind::LINE_SENT
                                                  : event::EventKind::LINE_RECEIVED,
               range,
               line);
}

void
ConnectionObserver::OnContent(wire::Direction direction,
                              const wire::ByteRange& range,
                              std::string_view content)
{
    Trace(direction, content);
    ReportText(direction == wire::Direction::SENT ? event::EventKind::CONTENT_SENT
                                                  : event::EventKind::CONTENT_RECEIVED,
               range,
               content);
}

void
ConnectionObserver::OnBrokenRule(const wire::ByteRange& range, std::string_view what)
{
    m_agent.Report([&] {
        event::Event event(event::EventKind::RULE_BROKEN, event::BrokenRule{std::string(what)});
        event.connection = m_connection;
        event.range = range;
        return event;
    });
}

void
ConnectionObserver::OnStateChange(std::string_view from, std::string_view to)
{
    m_agent.TraceTransition(*m_connection, from, to);
}

void
ConnectionObserver::OnOpened(const wire::Endpoint& local, const wire::Endpoint& remote)
{
    SetEnds(local, remote);
    m_isOpen = true;
    m_agent.Report([this] {
        event::Event event(event::EventKind::CONNECTION_OPENED);
        event.connection = m_connection;
        return event;
    });
}

void
ConnectionObserver::OnClosed(const std::string& reason)
{
    m_isOpen = false;
    ReportEnd(event::EventKind::CONNECTION_CLOSED, reason);
}

void
ConnectionObserver::OnFailed(const wire::Endpoint& remote, const std::string& reason)
{
    SetEnds({}, remote);
    ReportEnd(event::EventKind::CONNECTION_FAILED, reason);
}

void
ConnectionObserver::SetEnds(const wire::Endpoint& local, const wire::Endpoint& remote)
{
    auto connection = *m_connection;
    connection.local = local;
    connection.remote = remote;
    m_connection = std::make_shared<const event::Connection>(std::move(connection));
}

void
ConnectionObserver::Trace(wire::Direction direction, std::string_view text) const
{
    const auto& [address, port] = m_connection->remote;
    direction == wire::Direction::SENT ? m_agent.TraceTx(text, address, port)
                                       : m_agent.TraceRx(text, address, port);
}

void
ConnectionObserver::ReportText(event::EventKind kind,
                               const wire::ByteRange& range,
                               std::string_view text)
{
    m_agent.Report([&] {
        event::Event event(kind, event::DialogueText{std::string(text)});
        event.connection = m_connection;
        event.range = range;
        return event;
    });
}

void
ConnectionObserver::ReportEnd(event::EventKind kind, const std::string& reason)
{
    m_agent.Report([&] {
        event::Event event(kind, event::ConnectionEnding{reason});
        event.connection = m_connection;
        return event;
    });
}

} // namespace ns3::postroad
