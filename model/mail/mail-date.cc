#include "postroad/mail/mail-date.h"

#include "postroad/mail/atom.h"
#include "postroad/text/ascii.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <utility>

namespace ns3::postroad::mail
{

namespace
{

using Names = std::string_view;

/// day-name and month, in the order of the calendar, three letters each.
constexpr Names DAY_NAMES = "SunMonTueWedThuFriSat";
constexpr Names MONTH_NAMES = "JanFebMarAprMayJunJulAugSepOctNovDec";
constexpr std::size_t NAME_LENGTH = 3;

constexpr int MINUTES_PER_HOUR = 60;

struct ZoneName
{
    std::string_view name;
    int minutesEast;
};

/// obs-zone; the military letters are not in the table.
constexpr std::array<ZoneName, 11> ZONE_NAMES{{
    {"UT", 0},
    {"GMT", 0},
    {"UTC", 0},
    {"EST", -300},
    {"EDT", -240},
    {"CST", -360},
    {"CDT", -300},
    {"MST", -420},
    {"MDT", -360},
    {"PST", -480},
    {"PDT", -420},
}};

std::string_view
GetName(Names names, unsigned index)
{
    return names.substr(index * NAME_LENGTH, NAME_LENGTH);
}

std::optional<unsigned>
FindName(Names names, std::string_view name)
{
    for (unsigned index = 0; index < names.size() / NAME_LENGTH; ++index)
    {
        if (text::EqualsIgnoringCase(GetName(names, index), name))
        {
            return index;
        }
    }
    return std::nullopt;
}

std::string
TwoDigits(std::int64_t number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// zone = (("+" / "-") 4DIGIT), and its abbreviation as a comment
std::string
FormatZone(const wire::TimeZone& zone)
{
    const int minutes = std::abs(zone.minutesEast);
    return (zone.minutesEast < 0 ? '-' : '+') + TwoDigits(minutes / MINUTES_PER_HOUR) +
           TwoDigits(minutes % MINUTES_PER_HOUR) +
           (zone.abbreviation.empty() ? "" : " (" + zone.abbreviation + ')');
}

/// One of the names, as its place among them.
unsigned
ReadName(FieldReader& reader, Names names, std::string_view expected)
{
    const auto word = reader.ReadAtom();
    const auto index = FindName(names, word);
    if (!index)
    {
        reader.Fail(wire::ErrorKind::SYNTAX,
                    "expected " + std::string(expected) + ", found \"" + std::string(word) + '"');
    }
    return index.value_or(0);
}

/// year = 4*DIGIT; obs-year = 2*DIGIT, where 00 to 49 mean 2000 to 2049
int
ReadYear(FieldReader& reader)
{
    const int year = reader.ReadNumber(2, 4);
    return year < 50 ? year + 2000 : year < 1000 ? year + 1900 : year;
}

/// date = day month year
std::chrono::sys_days
ReadDay(FieldReader& reader)
{
    const auto day = static_cast<unsigned>(reader.ReadNumber(1, 2));
    const auto month = ReadName(reader, MONTH_NAMES, "a month from Jan to Dec") + 1;
    const std::chrono::year_month_day date{std::chrono::year(ReadYear(reader)),
                                           std::chrono::month(month),
                                           std::chrono::day(day)};
    if (!date.ok() || int(date.year()) < FIRST_YEAR)
    {
        reader.Fail(wire::ErrorKind::OUT_OF_RANGE, "the calendar has no such day");
        return {};
    }
    return date;
}

/// A number of two digits below `end`.
int
ReadTwoDigits(FieldReader& reader, int end, std::string_view unit)
{
    const int number = reader.ReadNumber(2, 2);
    if (number >= end)
    {
        reader.Fail(wire::ErrorKind::OUT_OF_RANGE,
                    std::string(unit) + " go up to " + std::to_string(end - 1) + ", found " +
                        std::to_string(number));
    }
    return number;
}

/// time-of-day = hour ":" minute [ ":" second ]
std::chrono::seconds
ReadTimeOfDay(FieldReader& reader)
{
    const std::chrono::hours hour(ReadTwoDigits(reader, 24, "hours"));
    reader.Expect(':');
    const std::chrono::minutes minute(ReadTwoDigits(reader, 60, "minutes"));
    const std::chrono::seconds second(reader.Match(':') ? ReadTwoDigits(reader, 61, "seconds") : 0);
    return hour + minute + second;
}

/// obs-zone = "UT" / "GMT" / "EST" / ... / military letter
wire::TimeZone
ReadZoneName(FieldReader& reader)
{
    const std::string name(reader.ReadAtom());
    const auto* const row =
        std::find_if(ZONE_NAMES.begin(), ZONE_NAMES.end(), [&name](const ZoneName& zone) {
            return text::EqualsIgnoringCase(zone.name, name);
        });
    const bool isMilitary =
        name.size() == 1 && text::IsAlpha(name[0]) && name != "J" && name != "j";
    if (row == ZONE_NAMES.end() && !isMilitary)
    {
        reader.Fail(wire::ErrorKind::SYNTAX,
                    "expected a zone such as +0100 or GMT, found \"" + name + '"');
    }
    return {row == ZONE_NAMES.end() ? 0 : row->minutesEast, isMilitary ? std::string() : name};
}

/// zone = (FWS ( "+" / "-" ) 4DIGIT) / (FWS obs-zone)
wire::TimeZone
ReadZone(FieldReader& reader)
{
    const bool isWest = reader.IsNext('-');
    if (!isWest && !reader.IsNext('+'))
    {
        return ReadZoneName(reader);
    }
    reader.Expect(isWest ? '-' : '+');
    const int digits = reader.ReadNumber(4, 4);
    const int minutes = digits / 100 * MINUTES_PER_HOUR + digits % 100;
    if (digits % 100 >= MINUTES_PER_HOUR)
    {
        reader.Fail(wire::ErrorKind::OUT_OF_RANGE, "minutes of a zone go up to 59");
    }
    const auto comments = reader.ReadComments();
    const bool isAbbreviation = comments.size() == 1 && IsAtom(comments[0]);
    return {isWest ? -minutes : minutes, isAbbreviation ? comments[0] : std::string()};
}

} // namespace

std::string
FormatDate(const wire::WallTime& time)
{
    const std::chrono::sys_seconds local(std::chrono::seconds(time.unixSeconds) +
                                         std::chrono::minutes(time.zone.minutesEast));
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date(midnight);
    const std::chrono::hh_mm_ss clock(local - midnight);
    const auto dayOfWeek = std::chrono::weekday(midnight).c_encoding();
    return std::string(GetName(DAY_NAMES, dayOfWeek)) + ", " +
           std::to_string(unsigned(date.day())) + ' ' +
           std::string(GetName(MONTH_NAMES, unsigned(date.month()) - 1)) + ' ' +
           std::to_string(int(date.year())) + ' ' + TwoDigits(clock.hours().count()) + ':' +
           TwoDigits(clock.minutes().count()) + ':' + TwoDigits(clock.seconds().count()) + ' ' +
           FormatZone(time.zone);
}

/// date-time = [ day-of-week "," ] date time [CFWS]; time = time-of-day zone
wire::WallTime
ReadDate(FieldReader& reader)
{
    std::optional<unsigned> dayOfWeek;
    if (!reader.IsDigitNext())
    {
        dayOfWeek = ReadName(reader, DAY_NAMES, "a day from Mon to Sun");
        reader.Expect(',');
    }
    const auto day = ReadDay(reader);
    if (dayOfWeek && *dayOfWeek != std::chrono::weekday(day).c_encoding())
    {
        reader.Fail(wire::ErrorKind::OUT_OF_RANGE,
                    "that day is a " +
                        std::string(GetName(DAY_NAMES, std::chrono::weekday(day).c_encoding())));
    }
    const auto seconds = day.time_since_epoch() + ReadTimeOfDay(reader);
    auto zone = ReadZone(reader);
    const auto utc = seconds - std::chrono::minutes(zone.minutesEast);
    return {std::chrono::seconds(utc).count(), std::move(zone)};
}

wire::Result<wire::WallTime>
ParseDate(std::string_view text)
{
    FieldReader reader(text);
    return reader.Finish(ReadDate(reader));
}

} // namespace ns3::postroad::mail
