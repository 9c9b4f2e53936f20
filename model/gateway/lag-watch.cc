#include "postroad/gateway/lag-watch.h"

#include "postroad/gateway/real-time.h"

#include "ns3/simulator.h"

#include <utility>

namespace ns3::postroad
{

const Time LagWatch::LIMIT = MilliSeconds(500);
const Time LagWatch::INTERVAL = Seconds(1);

LagWatch::LagWatch(std::function<void(const std::string&)> say)
    : m_say(std::move(say))
{
    LookLater();
}

LagWatch::~LagWatch()
{
    m_timer.Cancel();
}

void
LagWatch::LookLater()
{
    m_timer = Simulator::Schedule(INTERVAL, &LagWatch::Look, this);
}

void
LagWatch::Look()
{
    const auto lag = RealTime::GetLag();
    if ((lag > LIMIT) != m_isLate)
    {
        m_isLate = !m_isLate;
        m_say(m_isLate ? "the simulation is " + std::to_string(lag.GetMilliSeconds()) +
                             " ms behind the clock: this machine is too slow for so much traffic"
                       : "the simulation is on time again");
    }
    LookLater();
}

} // namespace ns3::postroad
