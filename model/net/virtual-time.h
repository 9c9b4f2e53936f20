/**
 * The simulator's clock in the engines' terms, and back.
 */
#ifndef POSTROAD_NET_VIRTUAL_TIME_H
#define POSTROAD_NET_VIRTUAL_TIME_H

#include "postroad/wire/time-point.h"

#include "ns3/nstime.h"
#include "ns3/simulator.h"

namespace ns3::postroad
{

/// The present time.
inline wire::TimePoint
GetNow()
{
    return wire::TimePoint(wire::Duration(Simulator::Now().GetNanoSeconds()));
}

/// A span of time as ns-3 takes it.
inline Time
ToTime(wire::Duration duration)
{
    return NanoSeconds(duration.count());
}

/// A span of time as the engines take it.
inline wire::Duration
ToDuration(const Time& time)
{
    return wire::Duration(time.GetNanoSeconds());
}

} // namespace ns3::postroad

#endif // POSTROAD_NET_VIRTUAL_TIME_H
