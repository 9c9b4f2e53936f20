/**
 * Waiting for a stretch of virtual time inside a task: `co_await Pause(Seconds(30))`.
 */
#ifndef POSTROAD_NET_PAUSE_H
#define POSTROAD_NET_PAUSE_H

#include "ns3/event-id.h"
#include "ns3/nstime.h"
#include "ns3/simulator.h"

#include <coroutine>

namespace ns3::postroad
{

/// Resumes the task that awaits it after a delay, unless the task was destroyed before.
class Pause
{
  public:
    explicit Pause(const Time& delay)
        : m_delay(delay)
    {
    }

    Pause(const Pause&) = delete;
    Pause& operator=(const Pause&) = delete;

    ~Pause()
    {
        m_wake.Cancel();
    }

    bool await_ready() const noexcept
    {
        return false;
    }

    void await_suspend(std::coroutine_handle<> waiting)
    {
        m_wake = Simulator::Schedule(m_delay, [waiting] { waiting.resume(); });
    }

    void await_resume() const noexcept
    {
    }

  private:
    Time m_delay;
    EventId m_wake;
};

} // namespace ns3::postroad

#endif // POSTROAD_NET_PAUSE_H
