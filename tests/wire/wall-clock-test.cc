#include "postroad/wire/wall-clock.h"

#include <gtest/gtest.h>

namespace ns3::postroad::wire
{
namespace
{

using namespace std::chrono_literals;

TEST(WallClock, CountsFromTheEpochInItsZone)
{
    const WallClock clock{1268042400, 0s, {60, "CET"}};
    EXPECT_EQ(clock.At(TimePoint(90s + 999ms)), (WallTime{1268042490, {60, "CET"}}));
}

TEST(WallClock, RoundsDownAlsoBeforeTheEpoch)
{
    const WallClock slow{1000, -2s, {}};
    EXPECT_EQ(slow.At(TimePoint(500ms)).unixSeconds, 998);
    EXPECT_EQ(slow.At(TimePoint(0ms)).unixSeconds, 998);
}

} // namespace
} // namespace ns3::postroad::wire
