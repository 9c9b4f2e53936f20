/**
 * Something that a task waits for and a callback brings about, once.
 *
 * The waiting task goes on in an event of its own, at the same virtual time, so that it may destroy
 * whatever called Set(): a connection inside its own callback, for one.
 */
#ifndef POSTROAD_NET_COMPLETION_H
#define POSTROAD_NET_COMPLETION_H

#include "ns3/event-id.h"
#include "ns3/simulator.h"

#include <coroutine>
#include <optional>
#include <utility>

namespace ns3::postroad
{

/// A value to come. It stands in the frame of the one task that awaits it.
template <typename T>
class Completion
{
  public:
    Completion() = default;
    Completion(const Completion&) = delete;
    Completion& operator=(const Completion&) = delete;

    ~Completion()
    {
        m_wake.Cancel();
    }

    /// Brings the value. Later calls change nothing.
    void Set(T value)
    {
        if (m_value)
        {
            return;
        }
        m_value = std::move(value);
        if (m_waiting)
        {
            m_wake = Simulator::ScheduleNow([this] { std::exchange(m_waiting, nullptr).resume(); });
        }
    }

    bool await_ready() const noexcept
    {
        return m_value.has_value();
    }

    void await_suspend(std::coroutine_handle<> waiting) noexcept
    {
        m_waiting = waiting;
    }

    T await_resume()
    {
        return std::move(*m_value);
    }

  private:
    std::optional<T> m_value;
    std::coroutine_handle<> m_waiting;
    EventId m_wake;
};

} // namespace ns3::postroad

#endif // POSTROAD_NET_COMPLETION_H
