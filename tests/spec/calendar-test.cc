#include "postroad/spec/read/calendar.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace ns3::postroad::scenario
{
namespace
{

constexpr std::int64_t MONDAY_TEN = 1268042400; // Mon, 8 Mar 2010 10:00:00 +0000

TEST(Calendar, ReadsDatesInBothForms)
{
    for (const auto* const text : {"Mon, 8 Mar 2010 10:00:00 +0000",
                                   "8 Mar 2010 11:00 +0100",
                                   "2010-03-08T10:00:00Z",
                                   "2010-03-08 10:00:00z",
                                   "2010-03-08T05:00:00-05:00",
                                   "2010-03-08t10:00:00"})
    {
        const auto parsed = ParseEpoch(text);
        ASSERT_TRUE(parsed.IsOk()) << text;
        EXPECT_EQ(*parsed, MONDAY_TEN) << text;
    }
    EXPECT_EQ(*ParseEpoch("2010-03-08"), MONDAY_TEN - 36000);
    EXPECT_EQ(*ParseEpoch("1970-01-01T00:00:00Z"), 0);
}

TEST(Calendar, KnowsTheLengthOfEachMonth)
{
    const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int month = 1; month <= 12; ++month)
    {
        const auto make = [month](int day) {
            return "2011-" + std::to_string(100 + month).substr(1) + '-' +
                   std::to_string(100 + day).substr(1);
        };
        const auto last = lengths[month - 1];
        ASSERT_TRUE(ParseEpoch(make(last)).IsOk()) << make(last);
        EXPECT_FALSE(ParseEpoch(make(last + 1)).IsOk()) << make(last + 1);
        EXPECT_FALSE(ParseEpoch(make(0)).IsOk()) << make(0);
        EXPECT_EQ(*ParseEpoch(make(last)) - *ParseEpoch(make(1)), (last - 1) * 86400) << month;
    }
}

TEST(Calendar, KnowsLeapYears)
{
    for (const auto& [year, isLeap] : {std::pair("1972", true),
                                       std::pair("2000", true),
                                       std::pair("2010", false),
                                       std::pair("2012", true),
                                       std::pair("2100", false),
                                       std::pair("2400", true)})
    {
        EXPECT_EQ(ParseEpoch(year + std::string("-02-29")).IsOk(), isLeap) << year;
        const auto mailDate = "29 Feb " + std::string(year) + " 00:00:00 +0000";
        EXPECT_EQ(ParseEpoch(mailDate).IsOk(), isLeap) << year;
    }
}

TEST(Calendar, ReckonsOffsetsFromUniversalTime)
{
    const std::pair<const char*, std::int64_t> table[] = {
        {"Z", 0},
        {"+00:00", 0},
        {"-00:00", 0},
        {"+01:00", -3600},
        {"-08:00", 8 * 3600},
        {"+05:45", -(5 * 3600 + 45 * 60)},
        {"+14:00", -14 * 3600},
        {"-14:59", 14 * 3600 + 59 * 60},
    };
    for (const auto& [offset, seconds] : table)
    {
        const auto parsed = ParseEpoch(std::string("2010-03-08T10:00:00") + offset);
        ASSERT_TRUE(parsed.IsOk()) << offset;
        EXPECT_EQ(*parsed, MONDAY_TEN + seconds) << offset;
    }
    for (const auto* const offset :
         {"+1:00", "+01", "+0100", "01:00", "+01:60", "+15:00", "++01:00"})
    {
        EXPECT_FALSE(ParseEpoch(std::string("2010-03-08T10:00:00") + offset).IsOk()) << offset;
    }
}

TEST(Calendar, TakesBlanksAroundADateAndNoneInside)
{
    EXPECT_EQ(*ParseEpoch("  2010-03-08T10:00:00Z "), MONDAY_TEN);
    for (const auto* const text : {"2010 -03-08", "2010-03-08  10:00:00Z", "2010-03-08T 10:00:00Z"})
    {
        EXPECT_FALSE(ParseEpoch(text).IsOk()) << text;
    }
}

TEST(Calendar, RefusesDatesThatDoNotExist)
{
    for (const auto* const text : {"",
                                   "now",
                                   "2010",
                                   "2010-13-01",
                                   "2010-02-29",
                                   "2010-03-08T24:00:00Z",
                                   "2010-03-08T10:60:00Z",
                                   "2010-03-08T10:00Z",
                                   "2010-03-08T10:00:00Zulu",
                                   "2010-03-08T10:00:00+15:00",
                                   "8 March 2010"})
    {
        EXPECT_FALSE(ParseEpoch(text).IsOk()) << text;
    }
}

TEST(Calendar, RefusesYearsThatAMessageCannotName)
{
    EXPECT_EQ(*ParseEpoch("9899-12-31T23:59:59Z"), 250246627199);
    for (const auto* const text : {"9900-01-01T00:00:00Z",
                                   "1969-12-31T23:59:59Z",
                                   "0001-01-01",
                                   "Wed, 31 Dec 1969 23:59:59 +0000"})
    {
        const auto parsed = ParseEpoch(text);
        ASSERT_FALSE(parsed.IsOk()) << text;
        EXPECT_EQ(parsed.GetError().reason, "a date from 1970 to 9899") << text;
    }
    EXPECT_FALSE(ParseEpoch("12010-03-08T10:00:00Z").IsOk());
}

TEST(Calendar, TellsWhichDayOfTheWeekADateIs)
{
    const auto parsed = ParseEpoch("Tue, 8 Mar 2010 10:00:00 +0000");
    ASSERT_FALSE(parsed.IsOk());
    EXPECT_EQ(parsed.GetError().reason, "a date that exists (that day is a Mon)");
}

TEST(Calendar, ReadsTimeZones)
{
    EXPECT_EQ(*ParseTimeZone("+0100 CET"), (wire::TimeZone{60, "CET"}));
    EXPECT_EQ(*ParseTimeZone("-0330"), (wire::TimeZone{-210, ""}));
    EXPECT_EQ(*ParseTimeZone("+1400"), (wire::TimeZone{840, ""}));
    EXPECT_EQ(*ParseTimeZone("UTC"), (wire::TimeZone{0, "UTC"}));
    for (const auto* const text :
         {"", "0100", "+01:00", "+0100CET", "+1500", "+0160", "CET", "+0100 C3T", "+0100 CESTIME"})
    {
        EXPECT_FALSE(ParseTimeZone(text).IsOk()) << text;
    }
}

} // namespace
} // namespace ns3::postroad::scenario
