/**
 * Quantities as people write them: "5ms", "2h30m", "10Mbps", "12kB", "20%", "50 packets".
 *
 * A number without its unit is refused. An error's reason says what was expected, so that a message
 * can begin with "expected ". Decimal prefixes count by 1000, binary ones (KiB) by 1024.
 */
#ifndef POSTROAD_SPEC_READ_UNITS_H
#define POSTROAD_SPEC_READ_UNITS_H

#include "postroad/wire/result.h"
#include "postroad/wire/time-point.h"

#include <cstdint>
#include <string_view>

namespace ns3::postroad::scenario
{

/// The longest time that a scenario may name.
inline constexpr wire::Duration MAX_DURATION = std::chrono::hours(24 * 366 * 100);

/// The fastest link: 1 Tbps.
inline constexpr std::uint64_t MAX_RATE = 1'000'000'000'000;

/// The largest message body: 100 MB.
inline constexpr std::uint64_t MAX_SIZE = 100'000'000;

/// The longest queue.
inline constexpr std::uint32_t MAX_PACKETS = 1'000'000;

/// "5ms", "1.5 s", "2h30m", "5 days": parts add up.
wire::Result<wire::Duration> ParseDuration(std::string_view text);

/// A duration that is more than none.
wire::Result<wire::Duration> ParseTimeSpan(std::string_view text);

/// A duration with a sign before it or none: "-2s", "+1h".
wire::Result<wire::Duration> ParseSignedDuration(std::string_view text);

/// "10Mbps", in bits a second; at least 1.
wire::Result<std::uint64_t> ParseRate(std::string_view text);

/// "12kB", "64 KiB", in octets.
wire::Result<std::uint64_t> ParseSize(std::string_view text);

/// "20%", from 0% to 100%, as a share of 1.
wire::Result<double> ParsePercentage(std::string_view text);

/// "50 packets"; at least 1.
wire::Result<std::uint32_t> ParsePackets(std::string_view text);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_READ_UNITS_H
