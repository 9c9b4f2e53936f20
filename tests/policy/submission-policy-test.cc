#include "postroad/policy/submission-policy.h"

#include <gtest/gtest.h>

namespace ns3::postroad::policy
{
namespace
{

const SubmissionPolicy POLICY{{
    {*ParseClientNetwork("10.0.0.1"), {{"alice", "a.net"}, {"info", "a.net"}}},
    {*ParseClientNetwork("10.0.0.0/24"), {}},
}};

std::string
Check(const char* client, const mail::ReversePath& sender)
{
    return CheckSubmission(POLICY, client, sender).ToString();
}

TEST(CheckSubmission, TakesMessagesUnderTheSubmittersOwnAddresses)
{
    EXPECT_EQ(Check("10.0.0.1", {{{"alice", "a.net"}}}), "250 2.1.0 Ok");
    EXPECT_EQ(Check("10.0.0.1", {{{"Info", "A.net"}}}), "250 2.1.0 Ok");
}

TEST(CheckSubmission, RefusesTheAddressesOfOthers)
{
    EXPECT_EQ(Check("10.0.0.1", {{{"bob", "a.net"}}}),
              "550 5.7.1 <bob@a.net>: Sender address is not your own");
    EXPECT_EQ(Check("10.0.0.1", {{{"alice", "b.net"}}}),
              "550 5.7.1 <alice@b.net>: Sender address is not your own");
}

TEST(CheckSubmission, RefusesStrangersWhateverTheySay)
{
    EXPECT_EQ(Check("192.0.2.9", {{{"alice", "a.net"}}}),
              "550 5.7.1 Submission from 192.0.2.9 is not permitted");
    EXPECT_EQ(Check("192.0.2.9", {}), "550 5.7.1 Submission from 192.0.2.9 is not permitted");
}

TEST(CheckSubmission, LeavesTheNullReversePathToAnySubmitter)
{
    EXPECT_EQ(Check("10.0.0.1", {}), "250 2.1.0 Ok");
}

TEST(CheckSubmission, TakesAnySenderFromANetworkWhosePeopleAreNotTold)
{
    EXPECT_EQ(Check("10.0.0.2", {{{"somebody", "c.net"}}}), "250 2.1.0 Ok");
}

TEST(FindIdentity, IsTheSenderOrTheFirstOfTheSubmittersAddresses)
{
    EXPECT_EQ(FindIdentity(POLICY, "10.0.0.1", {{{"info", "a.net"}}})->ToString(), "info@a.net");
    EXPECT_EQ(FindIdentity(POLICY, "10.0.0.1", {})->ToString(), "alice@a.net");
    EXPECT_FALSE(FindIdentity(POLICY, "10.0.0.2", {{{"alice", "a.net"}}}));
    EXPECT_FALSE(FindIdentity(POLICY, "192.0.2.9", {}));
}

} // namespace
} // namespace ns3::postroad::policy
