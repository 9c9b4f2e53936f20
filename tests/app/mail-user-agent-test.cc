#include "app/mail-network.h"

#include "postroad/app/mail/mail-user-agent.h"

#include "ns3/boolean.h"
#include "ns3/simulator.h"
#include "ns3/string.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace ns3::postroad
{
namespace
{

using event::EventKind;

class MailUserAgentTest : public testing::Test
{
  protected:
    MailUserAgentTest()
        : m_network({"alice.a.test", "bob.b.test", "mail.b.test"})
    {
        m_network.AddZone("b.test", {"mail IN A %mail.b.test%"});
        m_network.InstallMailServer("mail.b.test", {"bob@b.test"});
        m_pop3 = m_network.Install<Pop3Server>("mail.b.test");
        m_network.SendAt(Seconds(1), "alice.a.test", "mail.b.test", {{"bob", "b.test"}});
    }

    Ptr<MailUserAgent> InstallBob(bool isKeeping)
    {
        MailUserAgentHelper helper;
        helper.SetAttribute("MaildropServer", StringValue("mail.b.test"));
        helper.SetAttribute("Keep", BooleanValue(isKeeping));
        return m_network.Install<MailUserAgent>("bob.b.test", helper);
    }

    static void FetchAt(const Time& time,
                        Ptr<MailUserAgent> agent,
                        const std::string& user,
                        const std::string& password)
    {
        Simulator::Schedule(time, [agent, user, password] {
            agent->Fetch({"bob@b.test", user, password});
        });
    }

    /// Why mail could not be fetched, each time.
    std::vector<std::string> TellFailures() const
    {
        std::vector<std::string> reasons;
        for (const auto& event : m_network.GetEvents())
        {
            if (event.kind == EventKind::FETCH_FAILED)
            {
                reasons.push_back(event.Get<event::FetchFailure>().reason);
            }
        }
        return reasons;
    }

    test::MailNetwork m_network;
    Ptr<Pop3Server> m_pop3;
};

TEST_F(MailUserAgentTest, FetchesAndEmptiesTheMaildrop)
{
    const auto bob = InstallBob(false);
    FetchAt(Seconds(30), bob, "bob", "secret");
    m_network.RunUntil(Seconds(60));
    ASSERT_EQ(bob->GetInbox().size(), 1U);
    EXPECT_EQ(bob->GetInbox()[0].content.rfind("Return-Path: <alice@a.test>\r\n", 0), 0U);
    EXPECT_EQ(m_network.CountMessages("mail.b.test", "bob@b.test"), 0U);
    EXPECT_EQ(m_network.Tell(EventKind::MAILBOX_READ).size(), 1U);
}

TEST_F(MailUserAgentTest, LeavesTheMessagesWhenItIsToKeepThem)
{
    const auto bob = InstallBob(true);
    FetchAt(Seconds(30), bob, "bob@b.test", "secret");
    m_network.RunUntil(Seconds(60));
    EXPECT_EQ(bob->GetInbox().size(), 1U);
    EXPECT_EQ(m_network.CountMessages("mail.b.test", "bob@b.test"), 1U);
}

TEST_F(MailUserAgentTest, GetsNothingWithAWrongPassword)
{
    const auto bob = InstallBob(false);
    FetchAt(Seconds(30), bob, "bob", "guessed");
    m_network.RunUntil(Seconds(60));
    EXPECT_TRUE(bob->GetInbox().empty());
    EXPECT_EQ(m_network.CountMessages("mail.b.test", "bob@b.test"), 1U);
    EXPECT_EQ(TellFailures(),
              (std::vector<std::string>{"mail.b.test: the server refused PASS: wrong user name or "
                                        "password"}));
}

TEST_F(MailUserAgentTest, SaysThatItsServerCannotBeReached)
{
    const auto bob = InstallBob(false);
    Simulator::Schedule(Seconds(1), [this] { m_pop3->SwitchOff(); });
    FetchAt(Seconds(30), bob, "bob", "secret");
    m_network.RunUntil(Minutes(2));
    EXPECT_EQ(TellFailures(), (std::vector<std::string>{"mail.b.test: connection refused"}));
}

TEST_F(MailUserAgentTest, SaysNothingOfAFetchThatWentWell)
{
    const auto bob = InstallBob(false);
    FetchAt(Seconds(30), bob, "bob", "secret");
    m_network.RunUntil(Minutes(2));
    EXPECT_TRUE(TellFailures().empty());
}

TEST_F(MailUserAgentTest, GetsNothingByANameThatTwoAccountsShare)
{
    Host::Of(m_network.GetNetwork().GetNode("mail.b.test"))->AddAccount("bob@c.test", "secret");
    const auto bob = InstallBob(false);
    FetchAt(Seconds(30), bob, "bob", "secret");
    m_network.RunUntil(Seconds(60));
    EXPECT_TRUE(bob->GetInbox().empty());
    FetchAt(Seconds(1), bob, "bob@b.test", "secret");
    m_network.RunUntil(Seconds(90));
    EXPECT_EQ(bob->GetInbox().size(), 1U);
}

TEST_F(MailUserAgentTest, LosesNothingWhenTheServersPowerFailsInTheMiddle)
{
    const auto bob = InstallBob(false);
    FetchAt(Seconds(30), bob, "bob", "secret");
    Simulator::Schedule(Seconds(30.15), [this] { m_pop3->SwitchOff(); });
    Simulator::Schedule(Seconds(40), [this] { m_pop3->SwitchOn(); });
    FetchAt(Seconds(50), bob, "bob", "secret");
    m_network.RunUntil(Minutes(20));
    EXPECT_GE(bob->GetInbox().size(), 1U);
    EXPECT_EQ(m_network.CountMessages("mail.b.test", "bob@b.test"), 0U);
}

TEST_F(MailUserAgentTest, RefusesADraftThatCanBeNoMessage)
{
    const auto bob = InstallBob(false);
    std::string reason;
    Simulator::Schedule(Seconds(1), [bob, &reason] {
        mime::Draft draft;
        draft.from = {"Bob", {"bob", "b.test"}};
        draft.subject = "two\nlines";
        try
        {
            bob->Send(std::move(draft));
        }
        catch (const std::invalid_argument& error)
        {
            reason = error.what();
        }
    });
    m_network.RunUntil(Seconds(2));
    EXPECT_EQ(reason.rfind("this draft cannot be sent: ", 0), 0U) << reason;
}

} // namespace
} // namespace ns3::postroad
