#include "postroad/policy/submission-repair.h"

#include <gtest/gtest.h>

namespace ns3::postroad::policy
{
namespace
{

const SubmissionFacts FACTS{{1268042400, {60, "CET"}},
                            "1@mail.a.net",
                            mail::AddrSpec{"alice", "a.net"}};

TEST(RepairSubmission, AddsWhatIsMissingOnTop)
{
    EXPECT_EQ(RepairSubmission("From: Bob <bob@b.net>\r\nTo: c@c.net\r\n\r\nHi\r\n", FACTS),
              "Sender: alice@a.net\r\n"
              "Date: Mon, 8 Mar 2010 11:00:00 +0100 (CET)\r\n"
              "Message-ID: <1@mail.a.net>\r\n"
              "From: Bob <bob@b.net>\r\nTo: c@c.net\r\n\r\nHi\r\n");
}

TEST(RepairSubmission, LeavesACompleteMessageAsItIs)
{
    const std::string message = "message-id: <2@a.net>\r\n"
                                "DATE: yesterday\r\n"
                                "From: \"Alice\" <Alice@A.net>\r\n\r\n\r\n.\r\n";
    EXPECT_EQ(RepairSubmission(message, FACTS), message);
}

TEST(RepairSubmission, KeepsASenderThatTheAuthorNamed)
{
    const std::string message = "Date: x\r\nMessage-ID: <2@a.net>\r\n"
                                "From: bob@b.net\r\nSender: carol@c.net\r\n\r\n";
    EXPECT_EQ(RepairSubmission(message, FACTS), message);
}

TEST(RepairSubmission, NamesTheSenderOfSeveralAuthors)
{
    const auto repaired = RepairSubmission("Date: x\r\nMessage-ID: <2@a.net>\r\n"
                                           "From: alice@a.net, bob@b.net\r\n\r\n",
                                           FACTS);
    EXPECT_TRUE(repaired.starts_with("Sender: alice@a.net\r\nDate: x\r\n")) << repaired;
}

TEST(RepairSubmission, AddsNoSenderWhereNobodyKnowsWhoSubmits)
{
    auto facts = FACTS;
    facts.identity.reset();
    const std::string message = "Date: x\r\nMessage-ID: <2@a.net>\r\nFrom: bob@b.net\r\n\r\n";
    EXPECT_EQ(RepairSubmission(message, facts), message);
}

TEST(RepairSubmission, GivesAHeaderToABareBody)
{
    const std::string added = "Date: Mon, 8 Mar 2010 11:00:00 +0100 (CET)\r\n"
                              "Message-ID: <1@mail.a.net>\r\n";
    EXPECT_EQ(RepairSubmission("Hi Bob\r\n", FACTS), added + "\r\nHi Bob\r\n");
    EXPECT_EQ(RepairSubmission("\r\nHi Bob\r\n", FACTS), added + "\r\nHi Bob\r\n");
    EXPECT_EQ(RepairSubmission("", FACTS), added + "\r\n");
}

} // namespace
} // namespace ns3::postroad::policy
