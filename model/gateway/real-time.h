/**
 * A simulator whose virtual time goes with the clock on the wall, for as long as this lives.
 *
 * ns-3 takes its simulator when it is first asked for one: make this before anything of ns-3, and
 * destroy it after the simulator.
 */
#ifndef POSTROAD_GATEWAY_REAL_TIME_H
#define POSTROAD_GATEWAY_REAL_TIME_H

#include "ns3/nstime.h"

namespace ns3::postroad
{

/// The choice of RealTimeSimulator.
class RealTime
{
  public:
    RealTime();
    RealTime(const RealTime&) = delete;
    RealTime& operator=(const RealTime&) = delete;
    ~RealTime();

    /// How far the simulation is behind the clock on the wall.
    static Time GetLag();
};

} // namespace ns3::postroad

#endif // POSTROAD_GATEWAY_REAL_TIME_H
