#include "postroad/route/reply-outcome.h"

#include <gtest/gtest.h>

namespace ns3::postroad::route
{
namespace
{

using store::AttemptStatus;

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

TEST(MakeOutcome, HasTheHostTheWordsAndTheCodeOfTheReply)
{
    const smtp::Reply reply{450, smtp::EnhancedCode{4, 2, 1}, {"Busy"}};
    store::AttemptOutcome expected{AttemptStatus::DEFERRED, "mail.b.net", "10.0.0.2"};
    expected.reason = "450 4.2.1 Busy";
    expected.isReply = true;
    expected.code = mail::EnhancedCode{4, 2, 1};
    EXPECT_EQ(MakeOutcome(reply, "mail.b.net", "10.0.0.2"), expected);
}

TEST(MakeOutcome, HasNoCodeWhereTheReplyHasNone)
{
    EXPECT_EQ(MakeOutcome({550, {}, {"No"}}, "mail.b.net", "10.0.0.2").code, std::nullopt);
}

} // namespace
} // namespace ns3::postroad::route
