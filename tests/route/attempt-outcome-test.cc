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

TEST(AttemptResult, IsNotWorthACopyAtAnotherHostWhileInDoubt)
{
    AttemptResult result{AttemptStatus::DEFERRED};
    result.isInDoubt = true;
    EXPECT_FALSE(result.IsWorthAnotherHost());
}

TEST(AttemptResult, HasTheCodeOfTheReply)
{
    const smtp::Reply reply{450, smtp::EnhancedCode{4, 2, 1}, {"Busy"}};
    const auto result = MakeResult(reply, "mail.b.net", "10.0.0.2");
    EXPECT_EQ(result.status, AttemptStatus::DEFERRED);
    EXPECT_EQ(result.reason, "450 4.2.1 Busy");
    EXPECT_TRUE(result.isReply);
    EXPECT_EQ(result.GetCode().ToString(), "4.2.1");
}

TEST(AttemptResult, HasACodeAlsoWhenNobodyHasSaidOne)
{
    EXPECT_EQ(AttemptResult{AttemptStatus::DEFERRED}.GetCode().ToString(), "4.0.0");
    EXPECT_EQ(AttemptResult{AttemptStatus::REFUSED}.GetCode().ToString(), "5.0.0");
    EXPECT_EQ(AttemptResult{AttemptStatus::RELAYED}.GetCode().ToString(), "2.0.0");
}

} // namespace
} // namespace ns3::postroad::route
