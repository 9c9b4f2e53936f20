#include "postroad/spec/read/calendar.h"

#include "postroad/mail/mail-date.h"
#include "postroad/text/ascii.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace ns3::postroad::scenario
{

namespace
{

constexpr auto EPOCH_FORM = "a date such as \"Mon, 8 Mar 2010 10:00:00 +0000\" or "
                            "\"2010-03-08T10:00:00Z\"";

/// The first second after the last epoch: a run of 100 years still ends in a year of four digits.
constexpr std::chrono::seconds END_OF_EPOCHS =
    std::chrono::sys_days(std::chrono::year(9900) / 1 / 1).time_since_epoch();

constexpr auto ZONE_FORM = "a time zone such as +0100, +0100 CET or UTC";
constexpr int MAX_ZONE_HOURS = 14;
constexpr std::size_t MAX_ABBREVIATION = 6;

wire::Error
Refuse(std::string_view expected)
{
    return {wire::ErrorKind::SYNTAX, 0, std::string(expected)};
}

/// Takes a fixed number of digits, and the character before them, from the front of a text.
std::optional<int>
TakeDigits(std::string_view& text, std::size_t count, std::string_view before = {})
{
    const auto skip = before.empty() ? 0U : 1U;
    if (text.size() < count + skip || (skip != 0 && before.find(text[0]) == std::string_view::npos))
    {
        return std::nullopt;
    }
    const auto digits = text.substr(skip, count);
    if (!std::all_of(digits.begin(), digits.end(), text::IsDigit))
    {
        return std::nullopt;
    }
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    text.remove_prefix(count + skip);
    return number;
}

/// full-date = 4DIGIT "-" 2DIGIT "-" 2DIGIT
std::optional<std::chrono::sys_days>
TakeDay(std::string_view& text)
{
    const auto year = TakeDigits(text, 4);
    const auto month = TakeDigits(text, 2, "-");
    const auto day = TakeDigits(text, 2, "-");
    if (!year || !month || !day)
    {
        return std::nullopt;
    }
    const auto date = std::chrono::year(*year) / *month / *day;
    return date.ok() ? std::optional(std::chrono::sys_days(date)) : std::nullopt;
}

/// partial-time = 2DIGIT ":" 2DIGIT ":" 2DIGIT, here with the "T" or the blank before it.
std::optional<std::chrono::seconds>
TakeTimeOfDay(std::string_view& text)
{
    const auto hour = TakeDigits(text, 2, "Tt ");
    const auto minute = TakeDigits(text, 2, ":");
    const auto second = TakeDigits(text, 2, ":");
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59)
    {
        return std::nullopt;
    }
    return std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
           std::chrono::seconds(*second);
}

/// time-offset = "Z" / ( ( "+" / "-" ) 2DIGIT ":" 2DIGIT )
std::optional<std::chrono::minutes>
TakeOffset(std::string_view& text)
{
    if (text.starts_with('Z') || text.starts_with('z'))
    {
        text.remove_prefix(1);
        return std::chrono::minutes(0);
    }
    const auto sign = text.starts_with('-') ? -1 : 1;
    const auto hours = TakeDigits(text, 2, "+-");
    const auto minutes = TakeDigits(text, 2, ":");
    if (!hours || !minutes || *hours > MAX_ZONE_HOURS || *minutes > 59)
    {
        return std::nullopt;
    }
    return sign * (std::chrono::hours(*hours) + std::chrono::minutes(*minutes));
}

/// date-time of RFC 3339, without fractions of a second.
std::optional<std::int64_t>
ParseInternetDate(std::string_view text)
{
    const auto day = TakeDay(text);
    const auto time = text.empty() ? std::chrono::seconds(0) : TakeTimeOfDay(text);
    const auto offset = text.empty() ? std::chrono::minutes(0) : TakeOffset(text);
    if (!day || !time || !offset || !text.empty())
    {
        return std::nullopt;
    }
    return (day->time_since_epoch() + *time - *offset).count();
}

/// date-time of RFC 5322; a day of the week has to be the date's.
wire::Result<std::int64_t>
ParseMailDate(std::string_view text)
{
    const auto date = mail::ParseDate(text);
    if (date)
    {
        return date->unixSeconds;
    }
    return date.GetError().kind == wire::ErrorKind::OUT_OF_RANGE
               ? Refuse("a date that exists (" + date.GetError().reason + ")")
               : Refuse(EPOCH_FORM);
}

bool
IsAbbreviation(std::string_view text)
{
    return text.size() <= MAX_ABBREVIATION && std::all_of(text.begin(), text.end(), text::IsAlpha);
}

} // namespace

wire::Result<std::int64_t>
ParseEpoch(std::string_view text)
{
    text = text::Trim(text);
    const auto internetDate = ParseInternetDate(text);
    auto epoch = internetDate ? wire::Result(*internetDate) : ParseMailDate(text);
    if (epoch && (*epoch < 0 || *epoch >= END_OF_EPOCHS.count()))
    {
        return Refuse("a date from 1970 to 9899");
    }
    return epoch;
}

wire::Result<wire::TimeZone>
ParseTimeZone(std::string_view text)
{
    text = text::Trim(text);
    if (text == "UTC")
    {
        return wire::TimeZone{0, "UTC"};
    }
    const auto sign = text.starts_with('-') ? -1 : 1;
    const auto hours = TakeDigits(text, 2, "+-");
    const auto minutes = TakeDigits(text, 2);
    const auto hasBlank = text.empty() || text::IsBlank(text.front());
    const auto abbreviation = text::Trim(text);
    if (!hours || !minutes || *hours > MAX_ZONE_HOURS || *minutes > 59 || !hasBlank ||
        !IsAbbreviation(abbreviation))
    {
        return Refuse(ZONE_FORM);
    }
    return wire::TimeZone{sign * (*hours * 60 + *minutes), std::string(abbreviation)};
}

} // namespace ns3::postroad::scenario
