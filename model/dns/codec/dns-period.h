/**
 * Times in master files: seconds, or numbers with units as BIND and NSD take them: "1h30m", "2d",
 * "1w".
 */
#ifndef POSTROAD_DNS_CODEC_DNS_PERIOD_H
#define POSTROAD_DNS_CODEC_DNS_PERIOD_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ns3::postroad::dns
{

/// The seconds that a text tells: digits alone, or each number with its unit, which is w, d, h, m
/// or s in any case. None when it is no such text, or one of 2^32 seconds or more.
std::optional<std::uint32_t> ParsePeriod(std::string_view text);

/// The seconds in as many units as it takes, none of them with a zero: "44m56s", "2d"; "0s".
std::string FormatPeriod(std::uint32_t seconds);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_CODEC_DNS_PERIOD_H
