/**
 * Tells the user when the simulation cannot keep pace with the clock on the wall.
 */
#ifndef POSTROAD_GATEWAY_LAG_WATCH_H
#define POSTROAD_GATEWAY_LAG_WATCH_H

#include "ns3/event-id.h"
#include "ns3/nstime.h"

#include <functional>
#include <string>

namespace ns3::postroad
{

/// Looks once a second, from inside the simulation, for as long as it lives.
class LagWatch
{
  public:
    /// The simulation is late when it is further behind the clock than this.
    static const Time LIMIT;

    /// How often it looks.
    static const Time INTERVAL;

    /// \param say gets one line when the simulation begins to be late, and one when it no longer is
    explicit LagWatch(std::function<void(const std::string&)> say);

    LagWatch(const LagWatch&) = delete;
    LagWatch& operator=(const LagWatch&) = delete;
    ~LagWatch();

  private:
    void LookLater();
    void Look();

    std::function<void(const std::string&)> m_say;
    bool m_isLate{false};
    EventId m_timer;
};

} // namespace ns3::postroad

#endif // POSTROAD_GATEWAY_LAG_WATCH_H
