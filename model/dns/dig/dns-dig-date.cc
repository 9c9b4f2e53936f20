#include "postroad/dns/dig/dns-dig-date.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace ns3::postroad::dns
{

namespace
{

constexpr std::array<std::string_view, 7>
    DAY_NAMES{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12>
    MONTH_NAMES{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr int MINUTES_PER_HOUR = 60;

std::string
TwoDigits(std::int64_t number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// "CET", or "+0100" for a zone without a name.
std::string
FormatZone(const wire::TimeZone& zone)
{
    if (!zone.abbreviation.empty())
    {
        return zone.abbreviation;
    }
    if (zone.minutesEast == 0)
    {
        return "UTC";
    }
    const int minutes = std::abs(zone.minutesEast);
    return (zone.minutesEast < 0 ? '-' : '+') + TwoDigits(minutes / MINUTES_PER_HOUR) +
           TwoDigits(minutes % MINUTES_PER_HOUR);
}

} // namespace

std::string
FormatDigDate(const wire::WallTime& time)
{
    using namespace std::chrono;
    const sys_seconds local{seconds(time.unixSeconds) + minutes(time.zone.minutesEast)};
    const auto day = floor<days>(local);
    const year_month_day date(day);
    const hh_mm_ss clock(local - day);
    return std::string(DAY_NAMES.at(weekday(day).c_encoding())) + ' ' +
           std::string(MONTH_NAMES.at(static_cast<unsigned>(date.month()) - 1)) + ' ' +
           TwoDigits(static_cast<unsigned>(date.day())) + ' ' + TwoDigits(clock.hours().count()) +
           ':' + TwoDigits(clock.minutes().count()) + ':' + TwoDigits(clock.seconds().count()) +
           ' ' + FormatZone(time.zone) + ' ' + std::to_string(static_cast<int>(date.year()));
}

} // namespace ns3::postroad::dns
