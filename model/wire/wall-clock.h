/**
 * The clock on a simulated host's wall: what that host believes the date to be.
 *
 * Header fields are dated by it, so a host whose clock is off by an hour writes Received fields
 * that seem to arrive before they were sent. Leap seconds are not modelled.
 */
#ifndef POSTROAD_WIRE_WALL_CLOCK_H
#define POSTROAD_WIRE_WALL_CLOCK_H

#include "postroad/wire/time-point.h"

#include <cstdint>
#include <string>

namespace ns3::postroad::wire
{

/// A place's distance from UTC, and the letters its people use for it.
struct TimeZone
{
    int minutesEast{0};       ///< minutes east of UTC: 60 is +0100
    std::string abbreviation; ///< "CET"; empty when none is written

    bool operator==(const TimeZone&) const = default;
};

/// A date and time of day as a host writes it down.
struct WallTime
{
    std::int64_t unixSeconds{0}; ///< seconds since 1970-01-01 00:00:00 UTC
    TimeZone zone;               ///< the zone that it is written in

    bool operator==(const WallTime&) const = default;
};

/// Turns virtual time into the date that one host's clock shows.
struct WallClock
{
    std::int64_t epoch{0}; ///< the true date at virtual time 0, in Unix seconds
    Duration offset{0};    ///< how far this clock is ahead of the true date
    TimeZone zone;         ///< the zone the host keeps

    /// What the clock shows at a moment of virtual time, to the second, rounded down.
    WallTime At(TimePoint now) const;
};

} // namespace ns3::postroad::wire

#endif // POSTROAD_WIRE_WALL_CLOCK_H
