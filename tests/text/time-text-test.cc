#include "postroad/text/time-text.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace ns3::postroad::text
{
namespace
{

struct TimeCase
{
    std::int64_t nanoseconds;
    const char* text;
};

constexpr TimeCase TIMES[] = {
    {0, "0.000000000"},
    {1, "0.000000001"},
    {123456789, "0.123456789"},
    {-1, "-0.000000001"},
    {432000000000001, "432000.000000001"},
    {9007199254740993, "9007199.254740993"}, // a double would lose the last digit
    {INT64_MAX, "9223372036.854775807"},
};

TEST(TimeText, IsExactToTheNanosecondBothWays)
{
    for (const auto& row : TIMES)
    {
        EXPECT_EQ(FormatSeconds(wire::Duration(row.nanoseconds)), row.text);
        EXPECT_EQ(ParseSeconds(row.text).GetValue().count(), row.nanoseconds);
    }
}

TEST(TimeText, CutsPlacesThatAreNotWanted)
{
    EXPECT_EQ(FormatSeconds(wire::Duration(999999999), MICROSECOND_DIGITS), "0.999999");
}

TEST(TimeText, FillsMissingPlacesWithZeros)
{
    EXPECT_EQ(ParseSeconds("1.5").GetValue().count(), 1500000000);
}

TEST(TimeText, RefusesWhatIsNoDecimalNumber)
{
    for (const auto* text : {"",
                             "1",
                             "1.",
                             ".5",
                             "-.5",
                             "1e3",
                             "1.5s",
                             "0x1.0",
                             "+1.0",
                             "1.-5",
                             "1.0000000001",
                             "99999999999.0"})
    {
        EXPECT_FALSE(ParseSeconds(text)) << text;
    }
}

TEST(TimeText, TellsLongSpansInTheUnitsOfPeople)
{
    using namespace std::chrono_literals;
    EXPECT_EQ(FormatSpan(0s), "0.00 s");
    EXPECT_EQ(FormatSpan(419ms), "0.41 s");
    EXPECT_EQ(FormatSpan(-2s), "-2.00 s");
    EXPECT_EQ(FormatSpan(59'999ms, 3), "59.999 s");
    EXPECT_EQ(FormatSpan(10min), "10 min");
    EXPECT_EQ(FormatSpan(5400'995ms), "1 h 30 min");
    EXPECT_EQ(FormatSpan(-(24h * 5 + 1s)), "-5 d 1 s");
}

} // namespace
} // namespace ns3::postroad::text
