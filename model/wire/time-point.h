/**
 * Virtual time as the engines see it: a count of nanoseconds since the simulation began.
 *
 * The clock has no now(). An engine is told the time with each call, which is what makes it
 * repeatable and lets a test put any hour of any day in front of it.
 */
#ifndef POSTROAD_WIRE_TIME_POINT_H
#define POSTROAD_WIRE_TIME_POINT_H

#include <chrono>

namespace ns3::postroad::wire
{

/// The tag that keeps virtual time apart from every clock of the host machine.
struct VirtualClock
{
    using duration = std::chrono::nanoseconds;                ///< the unit, as ns-3's
    using rep = duration::rep;                                ///< a count of nanoseconds
    using period = duration::period;                          ///< a billionth of a second
    using time_point = std::chrono::time_point<VirtualClock>; ///< since the simulation began
    static constexpr bool is_steady = true;                   ///< it never runs backwards
};

using Duration = VirtualClock::duration;
using TimePoint = VirtualClock::time_point;

} // namespace ns3::postroad::wire

#endif // POSTROAD_WIRE_TIME_POINT_H
