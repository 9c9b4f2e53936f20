/**
 * Virtual time as text: seconds with a decimal point, exact to the nanosecond.
 *
 * Only integers are used, so that what is written is what is read, however long the run.
 */
#ifndef POSTROAD_TEXT_TIME_TEXT_H
#define POSTROAD_TEXT_TIME_TEXT_H

#include "postroad/wire/result.h"
#include "postroad/wire/time-point.h"

#include <string>
#include <string_view>

namespace ns3::postroad::text
{

/// Digits after the decimal point in files: all that virtual time has.
constexpr int NANOSECOND_DIGITS = 9;

/// Digits after the decimal point on a terminal and in pictures.
constexpr int MICROSECOND_DIGITS = 6;

/// Appends "0.123456789", cut (not rounded) to `digits` places, of which there are 1 to 9.
void AppendSeconds(std::string& out, wire::Duration time, int digits = NANOSECOND_DIGITS);

/// "0.123456789"
std::string FormatSeconds(wire::Duration time, int digits = NANOSECOND_DIGITS);
std::string FormatSeconds(wire::TimePoint time, int digits = NANOSECOND_DIGITS);

/// For people: "0.42 s" with `digits` places, and from a minute on "1 h 30 min 2 s".
std::string FormatSpan(wire::Duration time, int digits = 2);

/// Reads what AppendSeconds() wrote; fewer than nine places are filled with zeros.
wire::Result<wire::Duration> ParseSeconds(std::string_view text);

} // namespace ns3::postroad::text

#endif // POSTROAD_TEXT_TIME_TEXT_H
