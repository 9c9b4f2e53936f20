#include "postroad/dns/codec/dns-period.h"

#include "postroad/text/ascii.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <system_error>

namespace ns3::postroad::dns
{

namespace
{

struct Unit
{
    char letter;
    std::uint32_t seconds;
};

/// From the longest on.
constexpr std::array<Unit, 5> UNITS{{
    {'w', 7 * 24 * 60 * 60},
    {'d', 24 * 60 * 60},
    {'h', 60 * 60},
    {'m', 60},
    {'s', 1},
}};

/// How many seconds a unit has; none for what is no unit.
std::optional<std::uint64_t>
GetSeconds(char letter)
{
    for (const auto& unit : UNITS)
    {
        if (unit.letter == text::ToLower(letter))
        {
            return unit.seconds;
        }
    }
    return std::nullopt;
}

/// Takes the number at the beginning of the text; none when there is none.
std::optional<std::uint32_t>
TakeNumber(std::string_view& text)
{
    std::uint32_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc())
    {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    return number;
}

} // namespace

/// period = 1*DIGIT / 1*( 1*DIGIT ( "w" / "d" / "h" / "m" / "s" ) )
std::optional<std::uint32_t>
ParsePeriod(std::string_view text)
{
    auto rest = text;
    const auto plain = TakeNumber(rest);
    if (!plain || rest.empty())
    {
        return plain;
    }
    std::uint64_t total = 0;
    while (!text.empty())
    {
        const auto number = TakeNumber(text);
        const auto unit = number && !text.empty() ? GetSeconds(text.front()) : std::nullopt;
        if (!unit)
        {
            return std::nullopt;
        }
        text.remove_prefix(1);
        total += *number * *unit;
        if (total > std::numeric_limits<std::uint32_t>::max())
        {
            return std::nullopt;
        }
    }
    return static_cast<std::uint32_t>(total);
}

std::string
FormatPeriod(std::uint32_t seconds)
{
    std::string text;
    for (const auto& unit : UNITS)
    {
        if (const auto count = seconds / unit.seconds; count > 0)
        {
            text += std::to_string(count);
            text += unit.letter;
        }
        seconds %= unit.seconds;
    }
    return text.empty() ? "0s" : text;
}

} // namespace ns3::postroad::dns
