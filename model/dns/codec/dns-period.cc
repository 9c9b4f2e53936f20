#include "postroad/dns/codec/dns-period.h"

#include "postroad/text/ascii.h"

#include <charconv>
#include <cstdint>
#include <limits>
#include <system_error>

namespace ns3::postroad::dns
{

namespace
{

/// How many seconds a unit has; none for what is no unit.
std::optional<std::uint64_t>
GetSeconds(char unit)
{
    switch (text::ToLower(unit))
    {
    case 's':
        return 1;
    case 'm':
        return 60;
    case 'h':
        return 60 * 60;
    case 'd':
        return 24 * 60 * 60;
    case 'w':
        return 7 * 24 * 60 * 60;
    default:
        return std::nullopt;
    }
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

} // namespace ns3::postroad::dns
