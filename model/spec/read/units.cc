#include "postroad/spec/read/units.h"

#include "postroad/text/ascii.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace ns3::postroad::scenario
{

namespace
{

struct Unit
{
    std::string_view name;
    double factor;
};

constexpr Unit DURATION_UNITS[] = {
    {"ns", 1},
    {"us", 1e3},
    {"ms", 1e6},
    {"s", 1e9},
    {"second", 1e9},
    {"seconds", 1e9},
    {"m", 60e9},
    {"min", 60e9},
    {"minute", 60e9},
    {"minutes", 60e9},
    {"h", 3600e9},
    {"hour", 3600e9},
    {"hours", 3600e9},
    {"d", 24 * 3600e9},
    {"day", 24 * 3600e9},
    {"days", 24 * 3600e9},
};
constexpr Unit RATE_UNITS[] = {{"bps", 1}, {"kbps", 1e3}, {"Mbps", 1e6}, {"Gbps", 1e9}};
constexpr Unit SIZE_UNITS[] = {{"B", 1},
                               {"kB", 1e3},
                               {"MB", 1e6},
                               {"GB", 1e9},
                               {"KiB", 1024},
                               {"MiB", 1024 * 1024},
                               {"GiB", 1024 * 1024 * 1024}};
constexpr Unit PERCENT_UNITS[] = {{"%", 1}};
constexpr Unit PACKET_UNITS[] = {{"packet", 1}, {"packets", 1}};

constexpr auto DURATION_FORM = "a duration such as 5ms, 90s, 2h30m or 5 days "
                               "(units ns, us, ms, s, m, h, d)";
constexpr auto SIGNED_FORM = "a duration with a sign such as -2s or +1h "
                             "(units ns, us, ms, s, m, h, d)";
constexpr auto RATE_FORM = "a rate such as 10Mbps (units bps, kbps, Mbps, Gbps; at most 1000Gbps)";
constexpr auto SIZE_FORM = "a size up to 100MB such as 12kB (units B, kB, MB, GB, KiB, MiB, GiB)";
constexpr auto PERCENTAGE_FORM = "a percentage from 0% to 100%";
constexpr auto PACKETS_FORM = "a queue length such as 50 packets (1 to 1000000)";

/// Takes `digits [ "." digits ]` from the front.
std::optional<double>
TakeNumber(std::string_view& text)
{
    double number = 0;
    if (text.empty() || !text::IsDigit(text.front()))
    {
        return std::nullopt;
    }
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (error != std::errc() || end[-1] == '.')
    {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

/// Takes a unit, up to the next digit or blank, from the front; its factor.
std::optional<double>
TakeUnit(std::string_view& text, std::span<const Unit> units)
{
    const auto end = std::find_if(text.begin(), text.end(), [](char c) {
        return text::IsDigit(c) || text::IsBlank(c);
    });
    const auto name = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    const auto unit = std::find_if(units.begin(), units.end(), [name](const Unit& candidate) {
        return candidate.name == name;
    });
    if (unit == units.end())
    {
        return std::nullopt;
    }
    text.remove_prefix(name.size());
    return unit->factor;
}

/// Takes one number and its unit from the front, blanks around each allowed.
std::optional<double>
TakeQuantity(std::string_view& text, std::span<const Unit> units)
{
    text = text::Trim(text);
    const auto number = TakeNumber(text);
    text = text::Trim(text);
    const auto factor = TakeUnit(text, units);
    text = text::Trim(text);
    return number && factor ? std::optional(*number * *factor) : std::nullopt;
}

/// The whole text as one quantity from `least` to `most`.
std::optional<double>
ParseQuantity(std::string_view text, std::span<const Unit> units, double least, double most)
{
    const auto quantity = TakeQuantity(text, units);
    return quantity && text.empty() && *quantity >= least && *quantity <= most ? quantity
                                                                               : std::nullopt;
}

wire::Error
Refuse(std::string_view expected)
{
    return {wire::ErrorKind::SYNTAX, 0, std::string(expected)};
}

} // namespace

wire::Result<wire::Duration>
ParseDuration(std::string_view text)
{
    double sum = 0;
    do
    {
        const auto part = TakeQuantity(text, DURATION_UNITS);
        if (!part)
        {
            return Refuse(DURATION_FORM);
        }
        sum += *part;
    } while (!text.empty());
    if (sum > static_cast<double>(MAX_DURATION.count()))
    {
        return Refuse("a duration of at most 100 years");
    }
    return wire::Duration(std::llround(sum));
}

wire::Result<wire::Duration>
ParseTimeSpan(std::string_view text)
{
    const auto span = ParseDuration(text);
    return span && *span <= wire::Duration(0) ? Refuse("a duration above 0s") : span;
}

wire::Result<wire::Duration>
ParseSignedDuration(std::string_view text)
{
    text = text::Trim(text);
    const bool isNegative = text.starts_with('-');
    const auto size = ParseDuration(text.substr(isNegative || text.starts_with('+') ? 1 : 0));
    if (!size)
    {
        return Refuse(SIGNED_FORM);
    }
    return isNegative ? -*size : *size;
}

wire::Result<std::uint64_t>
ParseRate(std::string_view text)
{
    const auto rate = ParseQuantity(text, RATE_UNITS, 1, MAX_RATE);
    return rate ? wire::Result<std::uint64_t>(static_cast<std::uint64_t>(*rate))
                : Refuse(RATE_FORM);
}

wire::Result<std::uint64_t>
ParseSize(std::string_view text)
{
    const auto size = ParseQuantity(text, SIZE_UNITS, 0, MAX_SIZE);
    return size ? wire::Result<std::uint64_t>(static_cast<std::uint64_t>(*size))
                : Refuse(SIZE_FORM);
}

wire::Result<double>
ParsePercentage(std::string_view text)
{
    const auto percent = ParseQuantity(text, PERCENT_UNITS, 0, 100);
    return percent ? wire::Result<double>(*percent / 100) : Refuse(PERCENTAGE_FORM);
}

wire::Result<std::uint32_t>
ParsePackets(std::string_view text)
{
    const auto packets = ParseQuantity(text, PACKET_UNITS, 1, MAX_PACKETS);
    return packets ? wire::Result<std::uint32_t>(static_cast<std::uint32_t>(*packets))
                   : Refuse(PACKETS_FORM);
}

} // namespace ns3::postroad::scenario
