#include "app/mail-network.h"

#include "postroad/app/mail/mail-submission-agent.h"
#include "postroad/mail/mail-message.h"
#include "postroad/wire/well-known-ports.h"

#include "ns3/simulator.h"

#include <gtest/gtest.h>

namespace ns3::postroad
{
namespace
{

using event::EventKind;
using Lines = std::vector<std::string>;

/// A submission agent whose one submitter sits at alice.a.test, where somebody types SMTP.
class MailSubmissionAgentTest : public testing::Test
{
  protected:
    MailSubmissionAgentTest()
        : m_network({"alice.a.test", "stranger.c.test", "mail.a.test", "mail.b.test"})
    {
        m_network.AddZone("a.test", {"mail IN A %mail.a.test%"});
        m_network.AddZone("b.test", {"@ IN MX 10 mail", "mail IN A %mail.b.test%"});
        m_network.InstallMailServer("mail.b.test", {"bob@b.test"});
        m_agent = m_network.Install<MailSubmissionAgent>("mail.a.test");
        m_agent->SetSubmitters({{*policy::ParseClientNetwork(m_network.GetAddress("alice.a.test")),
                                 {{"alice", "a.test"}}}});
    }

    /// Somebody types lines at a host to the submission agent, one a second.
    void SayAt(const Time& time, const std::string& host, const Lines& lines)
    {
        const auto client = m_network.Install<ScriptClient>(host);
        Simulator::Schedule(time, [client, lines] {
            client->Say({"mail.a.test", wire::SUBMISSION_PORT, "SMTP"},
                        {lines, std::chrono::seconds(1)});
        });
    }

    /// What Bob got; an empty message if nothing.
    mail::Message GetMessage() const
    {
        const auto& node = m_network.GetNetwork().GetNode("mail.b.test");
        const auto* const mailbox = Host::Of(node)->GetMailStore().Find("bob@b.test");
        return mailbox && !mailbox->GetMessages().empty()
                   ? mail::ParseMessage(mailbox->GetMessages().front().content)
                   : mail::Message{};
    }

    /// The replies that a host got, each up to its text's end.
    Lines GetReplies(const std::string& host) const
    {
        Lines replies;
        for (const auto& event : m_network.GetEvents())
        {
            if (event.kind == EventKind::LINE_RECEIVED && event.host == host)
            {
                replies.push_back(event.Get<event::DialogueText>().text);
            }
        }
        return replies;
    }

    mutable test::MailNetwork m_network;
    Ptr<MailSubmissionAgent> m_agent;
};

TEST_F(MailSubmissionAgentTest, CompletesAndPutsDownToItsSubmitterWhatIsSubmitted)
{
    SayAt(Seconds(1),
          "alice.a.test",
          {"EHLO alice.a.test",
           "MAIL FROM:<alice@a.test>",
           "RCPT TO:<bob@b.test>",
           "DATA",
           "From: carol@a.test",
           "",
           "Hello",
           ".",
           "QUIT"});
    m_network.RunUntil(Seconds(60));
    const auto message = GetMessage();
    ASSERT_TRUE(message.Find("Sender"));
    EXPECT_EQ(message.Find("Sender")->GetValue(), "alice@a.test");
    EXPECT_TRUE(message.Find("Date"));
    ASSERT_TRUE(message.Find("Message-ID"));
    const auto id = message.Find("Message-ID")->GetValue();
    for (const auto& event : m_network.GetEvents())
    {
        if (event.kind == EventKind::SUBMISSION_ACCEPTED)
        {
            const auto& submission = event.Get<event::Submission>();
            EXPECT_EQ(submission.identity, "alice@a.test");
            EXPECT_EQ(submission.source, m_network.GetAddress("alice.a.test"));
            EXPECT_EQ('<' + event.messageId + '>', id);
            return;
        }
    }
    FAIL() << "the record does not say whose submission it was";
}

TEST_F(MailSubmissionAgentTest, RefusesToSendUnderAnothersName)
{
    SayAt(Seconds(1), "alice.a.test", {"EHLO alice.a.test", "MAIL FROM:<carol@a.test>", "QUIT"});
    m_network.RunUntil(Seconds(60));
    const auto replies = GetReplies("alice.a.test");
    ASSERT_GE(replies.size(), 2U);
    EXPECT_EQ(replies[replies.size() - 2],
              "550 5.7.1 <carol@a.test>: Sender address is not your own");
}

TEST_F(MailSubmissionAgentTest, RefusesStrangersEvenUnderTheRightName)
{
    SayAt(Seconds(1), "stranger.c.test", {"EHLO c.test", "MAIL FROM:<alice@a.test>", "QUIT"});
    m_network.RunUntil(Seconds(60));
    const auto replies = GetReplies("stranger.c.test");
    ASSERT_GE(replies.size(), 2U);
    EXPECT_EQ(replies[replies.size() - 2],
              "550 5.7.1 Submission from " + m_network.GetAddress("stranger.c.test") +
                  " is not permitted");
}

TEST_F(MailSubmissionAgentTest, LetsRelayClientsSendUnderAnyName)
{
    m_agent->SetRelayClients({m_network.GetAddress("stranger.c.test") + "/32"});
    SayAt(Seconds(1),
          "stranger.c.test",
          {"EHLO c.test",
           "MAIL FROM:<anybody@c.test>",
           "RCPT TO:<bob@b.test>",
           "DATA",
           "From: anybody@c.test",
           "",
           ".",
           "QUIT"});
    m_network.RunUntil(Seconds(60));
    EXPECT_TRUE(GetMessage().Find("Message-ID"));
    EXPECT_FALSE(GetMessage().Find("Sender"));
}

} // namespace
} // namespace ns3::postroad
