#include "postroad/dns/codec/dns-period.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string_view>
#include <utility>

namespace ns3::postroad::dns
{
namespace
{

TEST(DnsPeriod, IsANumberOfSecondsOrNumbersWithUnits)
{
    const std::pair<std::string_view, std::uint32_t> table[] = {
        {"0", 0},
        {"007", 7},
        {"4294967295", 4294967295},
        {"1s", 1},
        {"2m", 120},
        {"3h", 10800},
        {"2d", 172800},
        {"1w", 604800},
        {"1h30m", 5400},
        {"1W2D3H4M5S", 788645},
        {"30m1h", 5400},
        {"0w", 0},
        {"4294967295s", 4294967295},
        {"7101w3d6h28m15s", 4294967295},
    };
    for (const auto& [text, seconds] : table)
    {
        EXPECT_EQ(ParsePeriod(text), seconds) << text;
    }
}

TEST(DnsPeriod, IsWrittenInTheUnitsThatItTakes)
{
    const std::pair<std::uint32_t, std::string_view> table[] = {
        {0, "0s"},
        {59, "59s"},
        {60, "1m"},
        {2696, "44m56s"},
        {3600, "1h"},
        {86399, "23h59m59s"},
        {172800, "2d"},
        {604805, "1w5s"},
        {4294967295, "7101w3d6h28m15s"},
    };
    for (const auto& [seconds, text] : table)
    {
        EXPECT_EQ(FormatPeriod(seconds), text);
        EXPECT_EQ(ParsePeriod(text), seconds);
    }
}

TEST(DnsPeriod, IsNothingElse)
{
    for (const auto* const text : {"",
                                   "h",
                                   "x",
                                   "-1",
                                   "+1",
                                   "1 h",
                                   "1h ",
                                   "1h30",
                                   "1y",
                                   "h1",
                                   "1hh",
                                   "1.5h",
                                   "4294967296",
                                   "4294967296s",
                                   "7101w3d6h28m16s",
                                   "71582789m"})
    {
        EXPECT_EQ(ParsePeriod(text), std::nullopt) << text;
    }
}

} // namespace
} // namespace ns3::postroad::dns
