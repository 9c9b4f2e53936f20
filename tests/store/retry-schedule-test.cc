#include "postroad/store/retry-schedule.h"

#include <gtest/gtest.h>

namespace ns3::postroad::store
{
namespace
{

using namespace std::chrono_literals;
using wire::TimePoint;

TEST(RetrySchedule, DoublesTheWaitUpToTheLongest)
{
    const RetrySchedule schedule;
    const auto now = TimePoint(10h);
    const wire::Duration waits[] = {30min, 1h, 2h, 4h, 4h, 4h};
    int attempts = 0;
    for (const auto wait : waits)
    {
        EXPECT_EQ(schedule.GetNextAttempt(TimePoint(), ++attempts, now), now + wait) << attempts;
    }
    EXPECT_EQ(schedule.GetNextAttempt(TimePoint(), 1'000'000, now), now + 4h);
}

TEST(RetrySchedule, EndsADoublingThatPassesTheLongestWaitAtIt)
{
    const RetrySchedule schedule{30min, 50min, 24h, 4h};
    EXPECT_EQ(schedule.GetNextAttempt(TimePoint(), 2, TimePoint()), TimePoint(50min));
    const RetrySchedule constant{2h, 1h, 24h, 4h};
    EXPECT_EQ(constant.GetNextAttempt(TimePoint(), 1, TimePoint()), TimePoint(1h));
}

TEST(RetrySchedule, MakesTheLastAttemptAtTheMomentOfGivingUp)
{
    const RetrySchedule schedule;
    const auto arrival = TimePoint(1h);
    const auto end = arrival + std::chrono::days(5);
    EXPECT_EQ(schedule.GetNextAttempt(arrival, 30, end - 3h), end);
    EXPECT_EQ(schedule.GetNextAttempt(arrival, 30, end + 1h), end + 1h);
    EXPECT_FALSE(schedule.IsLastAttempt(arrival, end - 1ns));
    EXPECT_TRUE(schedule.IsLastAttempt(arrival, end));
}

TEST(RetrySchedule, WarnsOfADelayUnlessItGivesUpBefore)
{
    EXPECT_EQ(RetrySchedule{}.GetWarning(TimePoint(1h)), TimePoint(5h));
    const RetrySchedule impatient{30min, 1h, 4h, 4h};
    EXPECT_EQ(impatient.GetWarning(TimePoint(1h)), std::nullopt);
}

} // namespace
} // namespace ns3::postroad::store
