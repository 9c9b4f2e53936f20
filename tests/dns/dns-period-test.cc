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
