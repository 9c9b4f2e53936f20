/**
 * ns-3's simulator in real time, which other threads may enter at any moment.
 *
 * RealtimeSimulatorImpl::Run() calls itself running before it has set its clock. What another
 * thread schedules between the two gets the time of the clock as it was: years ahead before the
 * first run, and nobody ever hears of it. Here such an event waits until the first event of the
 * run, when the clock is set; so does one that comes between two runs.
 */
#ifndef POSTROAD_GATEWAY_REAL_TIME_SIMULATOR_H
#define POSTROAD_GATEWAY_REAL_TIME_SIMULATOR_H

#include "ns3/event-impl.h"
#include "ns3/nstime.h"
#include "ns3/realtime-simulator-impl.h"

#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace ns3::postroad
{

/// The simulator that RealTime chooses.
class RealTimeSimulator : public RealtimeSimulatorImpl
{
  public:
    /**
     * Get the type ID.
     * \return the object TypeId
     */
    static TypeId GetTypeId();

    RealTimeSimulator();
    ~RealTimeSimulator() override;

    void Run() override;
    void ScheduleWithContext(uint32_t context, const Time& delay, EventImpl* event) override;

  private:
    /// An event of another thread that waits for the clock.
    struct Waiting
    {
        std::uint32_t context;
        Time delay;
        EventImpl* event;
    };

    void BeginPacing();
    bool Keep(const Waiting& event);

    std::thread::id m_thread; ///< whose simulation it is
    std::mutex m_entrance;
    bool m_isPacing{false}; ///< the clock is set
    std::vector<Waiting> m_waiting;
};

} // namespace ns3::postroad

#endif // POSTROAD_GATEWAY_REAL_TIME_SIMULATOR_H
