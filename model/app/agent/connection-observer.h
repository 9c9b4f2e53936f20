/**
 * Turns what a session shows of itself into events of the record, and hands it to the agent's other
 * trace sources, for one connection.
 */
#ifndef POSTROAD_APP_AGENT_CONNECTION_OBSERVER_H
#define POSTROAD_APP_AGENT_CONNECTION_OBSERVER_H

#include "postroad/app/agent/agent.h"
#include "postroad/wire/session-observer.h"

#include <memory>
#include <string>
#include <string_view>

namespace ns3::postroad
{

/// Reports the life and the dialogue of one connection of one agent.
class ConnectionObserver : public wire::SessionObserver
{
  public:
    /**
     * \param agent who speaks; must outlive this object
     * \param role the side that the agent is
     * \param protocol the protocol's name: "SMTP"
     */
    ConnectionObserver(Agent& agent, event::Role role, std::string protocol);

    ConnectionObserver(const ConnectionObserver&) = delete;
    ConnectionObserver& operator=(const ConnectionObserver&) = delete;

    /// An open stream ends with this object: its agent let go of it, or was switched off.
    ~ConnectionObserver() override;

    void
    OnLine(wire::Direction direction, const wire::ByteRange& range, std::string_view line) override;
    void OnContent(wire::Direction direction,
                   const wire::ByteRange& range,
                   std::string_view content) override;
    void OnBrokenRule(const wire::ByteRange& range, std::string_view what) override;
    void OnStateChange(std::string_view from, std::string_view to) override;

    /// The stream is open between these two ends.
    void OnOpened(const wire::Endpoint& local, const wire::Endpoint& remote);

    /// The stream has ended. \param reason in words: "closed by the peer"
    void OnClosed(const std::string& reason);

    /// The stream could not be opened. \param remote the other end, \param reason in words
    void OnFailed(const wire::Endpoint& remote, const std::string& reason);

    /// The connection, as events of the agent name it.
    const std::shared_ptr<const event::Connection>& GetConnection() const
    {
        return m_connection;
    }

  private:
    void SetEnds(const wire::Endpoint& local, const wire::Endpoint& remote);
    void Trace(wire::Direction direction, std::string_view text) const;
    void ReportText(event::EventKind kind, const wire::ByteRange& range, std::string_view text);
    void ReportEnd(event::EventKind kind, const std::string& reason);

    Agent& m_agent;
    std::shared_ptr<const event::Connection> m_connection;
    bool m_isOpen{false};
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_AGENT_CONNECTION_OBSERVER_H
