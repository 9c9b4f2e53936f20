/**
 * What every session has for its driver: pending output, the next action, the next deadline, the
 * observer, and what is known of the stream's security. A session owns one.
 */
#ifndef POSTROAD_WIRE_SESSION_OUTLET_H
#define POSTROAD_WIRE_SESSION_OUTLET_H

#include "postroad/wire/stream-session.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ns3::postroad::wire
{

/// The side of a session that looks to the driver.
class SessionOutlet
{
  public:
    /// Sends a line of the dialogue; the CRLF is added here.
    void SendLine(std::string_view line);

    /// Sends a message or another multi-line body, as it shall stand on the wire.
    void SendContent(std::string_view content);

    /// The bytes since the last call.
    std::string TakeOutput();

    /// The octets that were not taken yet.
    std::size_t GetOutputSize() const
    {
        return m_output.size();
    }

    NextAction GetNextAction() const
    {
        return m_nextAction;
    }

    void SetNextAction(NextAction action)
    {
        m_nextAction = action;
    }

    std::optional<TimePoint> GetDeadline() const
    {
        return m_deadline;
    }

    void SetDeadline(std::optional<TimePoint> deadline)
    {
        m_deadline = deadline;
    }

    /// The observer, or nullptr.
    SessionObserver* GetObserver() const
    {
        return m_observer;
    }

    void SetObserver(SessionObserver* observer)
    {
        m_observer = observer;
    }

    /// What the stream is secured by; none while it is in the clear.
    const std::optional<Security>& GetSecurity() const
    {
        return m_security;
    }

    /// Notes that the stream is secure, and that a session that waited for it may go on.
    void SetSecurity(const Security& security);

  private:
    ByteRange Write(std::string_view bytes);

    std::string m_output;
    std::uint64_t m_written{0};
    NextAction m_nextAction{NextAction::CONTINUE};
    std::optional<TimePoint> m_deadline;
    SessionObserver* m_observer{nullptr};
    std::optional<Security> m_security;
};

} // namespace ns3::postroad::wire

#endif // POSTROAD_WIRE_SESSION_OUTLET_H
