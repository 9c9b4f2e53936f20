#include "postroad/gateway/real-time-simulator.h"

#include "ns3/make-event.h"

#include <cstdint>
#include <utility>

namespace ns3::postroad
{

NS_OBJECT_ENSURE_REGISTERED(RealTimeSimulator);

TypeId
RealTimeSimulator::GetTypeId()
{
    static TypeId tid = TypeId("ns3::postroad::RealTimeSimulator")
                            .SetParent<RealtimeSimulatorImpl>()
                            .SetGroupName("Postroad")
                            .AddConstructor<RealTimeSimulator>();
    return tid;
}

RealTimeSimulator::RealTimeSimulator()
    : m_thread(std::this_thread::get_id())
{
}

RealTimeSimulator::~RealTimeSimulator()
{
    for (const auto& each : m_waiting)
    {
        each.event->Unref();
    }
}

void
RealTimeSimulator::Run()
{
    m_thread = std::this_thread::get_id();
    Schedule(Time(0), MakeEvent(&RealTimeSimulator::BeginPacing, this));
    RealtimeSimulatorImpl::Run();
    const std::lock_guard lock(m_entrance);
    m_isPacing = false;
}

void
RealTimeSimulator::BeginPacing()
{
    std::vector<Waiting> waiting;
    {
        const std::lock_guard lock(m_entrance);
        m_isPacing = true;
        waiting = std::exchange(m_waiting, {});
    }
    for (const auto& each : waiting)
    {
        RealtimeSimulatorImpl::ScheduleWithContext(each.context, each.delay, each.event);
    }
}

void
RealTimeSimulator::ScheduleWithContext(uint32_t context, const Time& delay, EventImpl* event)
{
    const bool isOwnThread = std::this_thread::get_id() == m_thread;
    if (isOwnThread || !Keep({context, delay, event}))
    {
        RealtimeSimulatorImpl::ScheduleWithContext(context, delay, event);
    }
}

/// Keeps an event until the clock is set; false when it is.
bool
RealTimeSimulator::Keep(const Waiting& event)
{
    const std::lock_guard lock(m_entrance);
    if (m_isPacing)
    {
        return false;
    }
    m_waiting.push_back(event);
    return true;
}

} // namespace ns3::postroad
