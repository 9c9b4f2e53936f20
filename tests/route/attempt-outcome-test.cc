#include "postroad/route/attempt-outcome.h"

#include <gtest/gtest.h>

namespace ns3::postroad::route
{
namespace
{

TEST(GetStatus, FollowsTheFirstDigitOfTheReply)
{
    EXPECT_EQ(GetStatus({250, {}, {"Ok"}}), AttemptStatus::RELAYED);
    EXPECT_EQ(GetStatus({450, {}, {"mailbox busy"}}), AttemptStatus::DEFERRED);
    EXPECT_EQ(GetStatus({421, {}, {"shutting down"}}), AttemptStatus::DEFERRED);
    EXPECT_EQ(GetStatus({550, {}, {"no such mailbox"}}), AttemptStatus::REFUSED);
}

TEST(GetStatus, TakesAnAnswerOutOfPlaceForATransientOne)
{
    EXPECT_EQ(GetStatus({354, {}, {"go on"}}), AttemptStatus::DEFERRED);
}

TEST(AttemptResult, IsWorthAnotherHostOnlyWhenNothingIsDecided)
{
    EXPECT_TRUE((AttemptResult{AttemptStatus::DEFERRED, {}, {}, {}}.IsWorthAnotherHost()));
    EXPECT_FALSE((AttemptResult{AttemptStatus::RELAYED, {}, {}, {}}.IsWorthAnotherHost()));
    EXPECT_FALSE((AttemptResult{AttemptStatus::REFUSED, {}, {}, {}}.IsWorthAnotherHost()));
}

} // namespace
} // namespace ns3::postroad::route
