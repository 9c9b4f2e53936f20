#include "postroad/text/time-text.h"

#include "postroad/text/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <utility>

namespace ns3::postroad::text
{

namespace
{

constexpr std::uint64_t NANOSECONDS = 1'000'000'000;

/// What spans of a minute or more are told in, and the seconds in each.
constexpr std::array<std::pair<std::int64_t, const char*>, 4> UNITS{
    {{86400, "d"}, {3600, "h"}, {60, "min"}, {1, "s"}}};

wire::Error
MakeError(std::string_view text)
{
    return {wire::ErrorKind::SYNTAX,
            0,
            "expected seconds such as 0.123456789, found '" + std::string(text) + "'"};
}

} // namespace

void
AppendSeconds(std::string& out, wire::Duration time, int digits)
{
    const auto count = time.count();
    const auto magnitude =
        count < 0 ? 0 - static_cast<std::uint64_t>(count) : static_cast<std::uint64_t>(count);
    if (count < 0)
    {
        out += '-';
    }
    char whole[24];
    const auto [end, error] = std::to_chars(whole, whole + sizeof(whole), magnitude / NANOSECONDS);
    out.append(whole, end);
    char places[NANOSECOND_DIGITS];
    auto rest = magnitude % NANOSECONDS;
    for (auto place = std::rbegin(places); place != std::rend(places); ++place, rest /= 10)
    {
        *place = static_cast<char>('0' + rest % 10);
    }
    out += '.';
    out.append(places, static_cast<std::size_t>(digits));
}

std::string
FormatSeconds(wire::Duration time, int digits)
{
    std::string text;
    AppendSeconds(text, time, digits);
    return text;
}

std::string
FormatSeconds(wire::TimePoint time, int digits)
{
    return FormatSeconds(time.time_since_epoch(), digits);
}

std::string
FormatSpan(wire::Duration time, int digits)
{
    if (time < wire::Duration(0))
    {
        return '-' + FormatSpan(-time, digits);
    }
    if (time < std::chrono::minutes(1))
    {
        return FormatSeconds(time, digits) + " s";
    }
    std::string text;
    auto rest = std::chrono::duration_cast<std::chrono::seconds>(time).count();
    for (const auto& [seconds, unit] : UNITS)
    {
        if (rest >= seconds)
        {
            text += (text.empty() ? "" : " ") + std::to_string(rest / seconds) + ' ' + unit;
            rest %= seconds;
        }
    }
    return text;
}

// seconds = [ "-" ] 1*DIGIT "." 1*9DIGIT
wire::Result<wire::Duration>
ParseSeconds(std::string_view text)
{
    const bool isNegative = text.starts_with('-');
    const auto number = text.substr(isNegative ? 1 : 0);
    const auto point = std::min(number.find('.'), number.size());
    const auto whole = number.substr(0, point);
    const auto places = number.substr(std::min(point + 1, number.size()));
    if (places.empty() || places.size() > NANOSECOND_DIGITS ||
        !std::all_of(places.begin(), places.end(), IsDigit) ||
        !std::all_of(whole.begin(), whole.end(), IsDigit))
    {
        return MakeError(text);
    }
    std::string digits(whole);
    digits += places;
    digits.append(NANOSECOND_DIGITS - places.size(), '0');
    std::int64_t nanoseconds = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), nanoseconds);
    if (whole.empty() || error != std::errc())
    {
        return MakeError(text);
    }
    return wire::Duration(isNegative ? -nanoseconds : nanoseconds);
}

} // namespace ns3::postroad::text
