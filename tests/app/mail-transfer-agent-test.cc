#include "app/mail-network.h"

#include "postroad/app/dns/recursive-resolver.h"
#include "postroad/app/mail/mail-transfer-agent.h"
#include "postroad/mail/mail-message.h"

#include "ns3/simulator.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

namespace ns3::postroad
{
namespace
{

using event::EventKind;
using Lines = std::vector<std::string>;

/// Alice's server relays for her; Bob's domain has two exchangers, of which the first is not there
/// unless a test installs it.
class MailTransferAgentTest : public testing::Test
{
  protected:
    MailTransferAgentTest()
        : m_network({"alice.a.test", "mail.a.test", "mx1.b.test", "mx2.b.test"})
    {
        m_network.AddZone("a.test", {"mail IN A %mail.a.test%"});
        m_network.AddZone(
            "b.test",
            {"@ IN MX 10 mx1", "@ IN MX 20 mx2", "mx1 IN A %mx1.b.test%", "mx2 IN A %mx2.b.test%"});
        m_network.AddZone("mixed.test", {"@ IN MX 10 mx1.b.test.", "@ IN MX 20 ghost"});
        m_network.AddZone("null.test", {"@ IN MX 0 ."});
        m_network.AddZone("plain.test", {"@ IN A %mx2.b.test%"});
        m_relay = m_network.InstallMailServer("mail.a.test", {"alice@a.test"});
        m_relay->SetRelayClients({m_network.GetAddress("alice.a.test")});
    }

    void SendTo(const std::vector<mail::AddrSpec>& recipients)
    {
        m_network.SendAt(Seconds(1), "alice.a.test", "mail.a.test", recipients);
    }

    std::size_t CountEvents(EventKind kind, const std::string& host) const
    {
        const auto& events = m_network.GetEvents();
        return std::count_if(events.begin(), events.end(), [&](const event::Event& event) {
            return event.kind == kind && event.host == host;
        });
    }

    test::MailNetwork m_network;
    Ptr<MailTransferAgent> m_relay;
};

TEST_F(MailTransferAgentTest, DeliversToTheExchangerOfLowestPreference)
{
    m_network.InstallMailServer("mx1.b.test", {"bob@b.test"});
    m_network.InstallMailServer("mx2.b.test", {"bob@b.test"});
    SendTo({{"bob", "b.test"}});
    m_network.RunUntil(Seconds(60));
    EXPECT_EQ(m_network.CountMessages("mx1.b.test", "bob@b.test"), 1U);
    EXPECT_EQ(m_network.CountMessages("mx2.b.test", "bob@b.test"), 0U);
    EXPECT_TRUE(m_relay->GetQueue().GetMessages().empty());
}

TEST_F(MailTransferAgentTest, GoesOnToTheNextExchangerWhenOneRefusesTheConnection)
{
    m_network.InstallMailServer("mx2.b.test", {"bob@b.test"});
    SendTo({{"bob", "b.test"}});
    m_network.RunUntil(Seconds(60));
    EXPECT_EQ(m_network.CountMessages("mx2.b.test", "bob@b.test"), 1U);
    EXPECT_EQ(m_network.Tell(EventKind::CONNECTION_FAILED),
              (Lines{"mail.a.test:: connection refused"}));
}

TEST_F(MailTransferAgentTest, KeepsTheMessageWhenNoExchangerAnswersAndTriesAgainLater)
{
    SendTo({{"bob", "b.test"}});
    m_network.RunUntil(Minutes(1));
    EXPECT_EQ(m_network.Tell(EventKind::MESSAGE_DEFERRED),
              (Lines{"mail.a.test: bob@b.test at mx2.b.test: connection refused"}));
    EXPECT_EQ(m_relay->GetQueue().GetMessages().size(), 1U);

    m_network.InstallMailServer("mx1.b.test", {"bob@b.test"});
    m_network.RunUntil(Minutes(32));
    EXPECT_EQ(m_network.CountMessages("mx1.b.test", "bob@b.test"), 1U);
    EXPECT_TRUE(m_relay->GetQueue().GetMessages().empty());
}

TEST_F(MailTransferAgentTest, TriesAgainAsItsQueueIsTold)
{
    using std::chrono::minutes;
    m_relay->SetQueueSettings({{minutes(5), minutes(5), minutes(60), minutes(30)}, 1});
    SendTo({{"bob", "b.test"}});
    m_network.RunUntil(Minutes(5));
    EXPECT_EQ(m_network.Tell(EventKind::MESSAGE_DEFERRED).size(), 1U);
    m_network.RunUntil(Minutes(6));
    EXPECT_EQ(m_network.Tell(EventKind::MESSAGE_DEFERRED).size(), 2U);
}

TEST_F(MailTransferAgentTest, WaitsForAnExchangerThatIsDownThoughTheNextDoesNotExist)
{
    SendTo({{"bob", "mixed.test"}});
    m_network.RunUntil(Minutes(1));
    EXPECT_EQ(m_network.Tell(EventKind::MESSAGE_DEFERRED),
              (Lines{"mail.a.test: bob@mixed.test at mx1.b.test: connection refused"}));
    EXPECT_TRUE(m_network.Tell(EventKind::MESSAGE_BOUNCED).empty());
}

TEST_F(MailTransferAgentTest, EndsALoopBetweenTwoHosts)
{
    const auto installRelay = [this](const std::string& host, const std::string& smartHost) {
        MailTransferAgentHelper helper;
        helper.SetAttribute("SmartHost", StringValue(smartHost));
        const auto agent = m_network.Install<MailTransferAgent>(host, helper);
        agent->SetRelayClients({m_network.GetAddress("mail.a.test"),
                                m_network.GetAddress("mx1.b.test"),
                                m_network.GetAddress("mx2.b.test")});
    };
    installRelay("mx1.b.test", "mx2.b.test");
    installRelay("mx2.b.test", "mx1.b.test");
    SendTo({{"bob", "b.test"}});
    m_network.RunUntil(Minutes(10));
    const auto bounced = m_network.Tell(EventKind::MESSAGE_BOUNCED);
    ASSERT_EQ(bounced.size(), 2U) << "the message, and the notification that takes the same way";
    EXPECT_NE(bounced[0].find("bob@b.test"), std::string::npos) << bounced[0];
    EXPECT_NE(bounced[0].find("554 5.4.6 Too many hops"), std::string::npos) << bounced[0];
    EXPECT_NE(bounced[1].find("alice@a.test"), std::string::npos) << bounced[1];
}

TEST_F(MailTransferAgentTest, TellsEachRecipientsFateApart)
{
    m_network.InstallMailServer("mx1.b.test", {"bob@b.test", "carol@b.test"});
    SendTo({{"bob", "b.test"}, {"nobody", "b.test"}, {"carol", "b.test"}});
    m_network.RunUntil(Seconds(60));
    EXPECT_EQ(m_network.CountMessages("mx1.b.test", "bob@b.test"), 1U);
    EXPECT_EQ(m_network.CountMessages("mx1.b.test", "carol@b.test"), 1U);
    EXPECT_EQ(m_network.Tell(EventKind::MESSAGE_BOUNCED),
              (Lines{"mail.a.test: nobody@b.test at mx1.b.test: "
                     "550 5.1.1 <nobody@b.test>: No such mailbox here"}));
}

TEST_F(MailTransferAgentTest, GivesUpAtOnceOnADomainThatDoesNotExist)
{
    SendTo({{"bob", "gone.b.test"}});
    m_network.RunUntil(Seconds(60));
    ASSERT_EQ(m_network.Tell(EventKind::MESSAGE_BOUNCED).size(), 1U);
    EXPECT_TRUE(m_relay->GetQueue().GetMessages().empty());
}

TEST_F(MailTransferAgentTest, KeepsTheMessageWhileTheNameServerIsSilent)
{
    m_network.InstallMailServer("mx1.b.test", {"bob@b.test"});
    Simulator::Schedule(Seconds(1.11), [this] {
        m_network.GetNetwork().SetHostState("ns.test", OperState::DOWN);
    });
    SendTo({{"bob", "b.test"}});
    m_network.RunUntil(Minutes(5));
    EXPECT_EQ(m_network.Tell(EventKind::MESSAGE_DEFERRED).size(), 1U);
    EXPECT_EQ(m_relay->GetQueue().GetMessages().size(), 1U);
}

TEST_F(MailTransferAgentTest, KeepsTheMessageWhileItsResolverTellsServfail)
{
    const auto resolver = m_network.Install<RecursiveResolver>("mx2.b.test"); // without hints
    resolver->AddClient(*policy::ParseClientNetwork("10.0.0.0/8"));
    const auto host = Host::Of(m_network.GetNetwork().GetNode("mail.a.test"));
    host->SetResolvers({m_network.GetAddress("mx2.b.test")});
    SendTo({{"bob", "b.test"}});
    m_network.RunUntil(Seconds(60));
    EXPECT_TRUE(m_network.Tell(EventKind::MESSAGE_BOUNCED).empty());
    const auto deferred = m_network.Tell(EventKind::MESSAGE_DEFERRED);
    ASSERT_EQ(deferred.size(), 1U);
    EXPECT_NE(deferred[0].find("b.test. IN MX: "), std::string::npos) << deferred[0];
    EXPECT_NE(deferred[0].find("SERVFAIL"), std::string::npos) << deferred[0];
    EXPECT_EQ(m_relay->GetQueue().GetMessages().size(), 1U);
}

TEST_F(MailTransferAgentTest, WaitsForAnExchangerWhoseAddressNobodyTells)
{
    m_network.AddZone("elsewhere.test", {"@ IN MX 10 mail.unserved.test."});
    SendTo({{"bob", "elsewhere.test"}});
    m_network.RunUntil(Seconds(60));
    EXPECT_TRUE(m_network.Tell(EventKind::MESSAGE_BOUNCED).empty());
    const auto deferred = m_network.Tell(EventKind::MESSAGE_DEFERRED);
    ASSERT_EQ(deferred.size(), 1U);
    EXPECT_NE(deferred[0].find("mail.unserved.test. IN A: "), std::string::npos) << deferred[0];
}

TEST_F(MailTransferAgentTest, BouncesMailForADomainWhoseOnlyExchangerDoesNotExist)
{
    m_network.AddZone("dangling.test", {"@ IN MX 10 ghost"});
    SendTo({{"bob", "dangling.test"}});
    m_network.RunUntil(Seconds(60));
    const auto bounced = m_network.Tell(EventKind::MESSAGE_BOUNCED);
    ASSERT_EQ(bounced.size(), 1U);
    EXPECT_NE(bounced[0].find("ghost.dangling.test. does not exist"), std::string::npos)
        << bounced[0];
    EXPECT_TRUE(m_network.Tell(EventKind::MESSAGE_DEFERRED).empty());
}

TEST_F(MailTransferAgentTest, SendsNothingToADomainWithANullMx)
{
    SendTo({{"bob", "null.test"}});
    m_network.RunUntil(Seconds(60));
    EXPECT_EQ(m_network.Tell(EventKind::MESSAGE_BOUNCED),
              (Lines{"mail.a.test: bob@null.test: null.test takes no mail (null MX)"}));
}

TEST_F(MailTransferAgentTest, TakesADomainWithoutMxForItsOwnExchanger)
{
    m_network.InstallMailServer("mx2.b.test", {"bob@plain.test"});
    SendTo({{"bob", "plain.test"}});
    m_network.RunUntil(Seconds(60));
    EXPECT_EQ(m_network.CountMessages("mx2.b.test", "bob@plain.test"), 1U);
}

TEST_F(MailTransferAgentTest, SendsToAnAddressLiteralWithoutLookingItUp)
{
    const auto literal = '[' + m_network.GetAddress("mx1.b.test") + ']';
    m_network.InstallMailServer("mx1.b.test", {"bob@" + literal});
    SendTo({{"bob", literal}});
    m_network.RunUntil(Seconds(60));
    EXPECT_EQ(m_network.CountMessages("mx1.b.test", "bob@" + literal), 1U);
}

TEST_F(MailTransferAgentTest, TakesItsOwnAddressForItsOwnDomain)
{
    const auto literal = '[' + m_network.GetAddress("mx1.b.test") + ']';
    m_network.InstallMailServer("mx1.b.test", {"bob@b.test"});
    SendTo({{"bob", literal}, {"postmaster", literal}, {"nobody", literal}});
    m_network.RunUntil(Seconds(60));
    EXPECT_EQ(m_network.CountMessages("mx1.b.test", "bob@b.test"), 1U);
    EXPECT_EQ(m_network.CountMessages("mx1.b.test", "postmaster@mx1.b.test"), 1U);
    EXPECT_EQ(m_network.Tell(EventKind::MESSAGE_BOUNCED).size(), 1U);
}

TEST_F(MailTransferAgentTest, TakesMailForThoseWhoLookAfterItUnderItsOwnName)
{
    const std::string host = "mx1.b.test";
    m_network.InstallMailServer(host, {"bob@b.test"});
    SendTo({{"Postmaster", host},
            {"MAILER-DAEMON", host},
            {"mailer-daemon", "b.test"},
            {"bob", "MX1.b.test"},
            {"nobody", host}});
    m_network.RunUntil(Seconds(60));
    EXPECT_EQ(m_network.CountMessages(host, "postmaster@mx1.b.test"), 2U);
    EXPECT_EQ(m_network.CountMessages(host, "postmaster@b.test"), 1U);
    EXPECT_EQ(m_network.CountMessages(host, "bob@b.test"), 1U);
    EXPECT_EQ(m_network.Tell(EventKind::MESSAGE_BOUNCED).size(), 1U);
}

TEST_F(MailTransferAgentTest, SendsNothingToItselfUnderAnotherName)
{
    m_network.AddZone("loop.test",
                      {"@ IN MX 10 alias", "@ IN MX 20 mx2.b.test.", "alias IN A %mail.a.test%"});
    m_network.InstallMailServer("mx2.b.test", {"bob@loop.test"});
    SendTo({{"bob", "loop.test"}});
    m_network.RunUntil(Seconds(60));
    EXPECT_EQ(m_network.Tell(EventKind::MESSAGE_BOUNCED),
              (Lines{"mail.a.test: bob@loop.test: mail loops back to this host, whose address the "
                     "exchanger alias.loop.test has"}));
    EXPECT_EQ(m_network.CountMessages("mx2.b.test", "bob@loop.test"), 0U);
}

TEST_F(MailTransferAgentTest, WaitsForABetterExchangerThanItself)
{
    m_network.AddZone("backup.test",
                      {"@ IN MX 10 mx1.b.test.", "@ IN MX 20 alias", "alias IN A %mail.a.test%"});
    SendTo({{"bob", "backup.test"}});
    m_network.RunUntil(Seconds(60));
    EXPECT_EQ(m_network.Tell(EventKind::MESSAGE_DEFERRED),
              (Lines{"mail.a.test: bob@backup.test at mx1.b.test: connection refused"}));
}

TEST_F(MailTransferAgentTest, TakesNothingThatItsQueueHasNoRoomFor)
{
    SendTo({{"bob", "b.test"}});
    m_network.RunUntil(Seconds(60));
    const auto two = 2 * m_relay->GetQueue().GetSize();
    const std::uint64_t ids = 20; // octets by which the next letter may differ
    for (const std::uint64_t limit : {two - ids, two + ids})
    {
        m_relay->SetAttribute("QueueLimit", UintegerValue(limit));
        m_network.SendAt(Seconds(1), "alice.a.test", "mail.a.test", {{"bob", "b.test"}});
        m_network.RunUntil(Simulator::Now() + Seconds(60));
        EXPECT_EQ(m_relay->GetQueue().GetMessages().size(), limit < two ? 1U : 2U);
    }
    const auto deferred = m_network.Tell(EventKind::MESSAGE_DEFERRED);
    EXPECT_EQ(std::count(deferred.begin(),
                         deferred.end(),
                         "alice.a.test: bob@b.test at mail.a.test: 452 4.3.1 The queue is full, "
                         "try later"),
              1);
}

TEST_F(MailTransferAgentTest, RefusesAMessageThatHasComeByTooManyHosts)
{
    m_network.InstallMailServer("mx1.b.test", {"bob@b.test"})
        ->SetAttribute("HopLimit", UintegerValue(1));
    m_network.InstallMailServer("mx2.b.test", {"bob@plain.test"})
        ->SetAttribute("HopLimit", UintegerValue(2));
    SendTo({{"bob", "b.test"}, {"bob", "plain.test"}});
    m_network.RunUntil(Seconds(60));
    EXPECT_EQ(m_network.CountMessages("mx2.b.test", "bob@plain.test"), 1U);
    EXPECT_EQ(m_network.Tell(EventKind::MESSAGE_BOUNCED),
              (Lines{"mail.a.test: bob@b.test at mx1.b.test: 554 5.4.6 Too many hops: this message "
                     "goes in circles"}));
}

TEST_F(MailTransferAgentTest, RelaysForNobodyButItsClients)
{
    m_relay->SetRelayClients({});
    SendTo({{"bob", "b.test"}});
    m_network.RunUntil(Seconds(60));
    EXPECT_EQ(m_network.Tell(EventKind::MESSAGE_BOUNCED),
              (Lines{"alice.a.test: bob@b.test at mail.a.test: "
                     "550 5.7.1 <bob@b.test>: Relay access denied"}));
}

TEST_F(MailTransferAgentTest, HasItsQueueOnTheDiskWhenThePowerFails)
{
    m_network.InstallMailServer("mx1.b.test", {"bob@b.test"});
    SendTo({{"bob", "b.test"}});
    // The message was taken and is just being passed on.
    Simulator::Schedule(Seconds(1.25), [this] { m_relay->SwitchOff(); });
    m_network.RunUntil(Minutes(1));
    EXPECT_EQ(m_network.CountMessages("mx1.b.test", "bob@b.test"), 0U);
    ASSERT_EQ(m_relay->GetQueue().GetMessages().size(), 1U);
    EXPECT_EQ(CountEvents(EventKind::CONNECTION_OPENED, "mail.a.test"),
              CountEvents(EventKind::CONNECTION_CLOSED, "mail.a.test"));

    Simulator::Schedule(Seconds(0), [this] { m_relay->SwitchOn(); });
    m_network.RunUntil(Minutes(2));
    EXPECT_EQ(m_network.CountMessages("mx1.b.test", "bob@b.test"), 1U);
    EXPECT_TRUE(m_relay->GetQueue().GetMessages().empty());
}

TEST_F(MailTransferAgentTest, PutsItsTraceFieldOnTop)
{
    m_network.InstallMailServer("mx1.b.test", {"bob@b.test"});
    SendTo({{"bob", "b.test"}});
    m_network.RunUntil(Seconds(60));
    const auto& stored = Host::Of(m_network.GetNetwork().GetNode("mx1.b.test"))
                             ->GetMailStore()
                             .Find("bob@b.test")
                             ->GetMessages()
                             .front();
    const auto message = mail::ParseMessage(stored.content);
    EXPECT_EQ(message.header[0].Serialize(), "Return-Path: <alice@a.test>\r\n");
    EXPECT_EQ(message.FindAll("Received").size(), 2U);
    EXPECT_NE(message.header[1].body.find("from mail.a.test ([" +
                                          m_network.GetAddress("mail.a.test") + "])"),
              std::string::npos)
        << message.header[1].body;
    EXPECT_EQ(message.body, "Hello\r\n.\r\nBye\r\n");
}

} // namespace
} // namespace ns3::postroad
