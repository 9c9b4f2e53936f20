/**
 * Dates and time zones as a scenario names them.
 */
#ifndef POSTROAD_SPEC_READ_CALENDAR_H
#define POSTROAD_SPEC_READ_CALENDAR_H

#include "postroad/wire/result.h"
#include "postroad/wire/wall-clock.h"

#include <cstdint>
#include <string_view>

namespace ns3::postroad::scenario
{

/// A date in Unix seconds: RFC 5322's "Mon, 8 Mar 2010 10:00:00 +0000", or RFC 3339's
/// "2010-03-08T10:00:00Z", in which a blank may stand for the T, and time and zone may be left out.
/// From 1970 to 9899, so that each date of a run can stand in a message.
wire::Result<std::int64_t> ParseEpoch(std::string_view text);

/// "+0100 CET", "-0500" or "UTC".
wire::Result<wire::TimeZone> ParseTimeZone(std::string_view text);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_READ_CALENDAR_H
