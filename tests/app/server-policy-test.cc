#include "app/mail-network.h"

#include "postroad/app/mail/mail-transfer-agent.h"
#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/data/dns-a-data.h"
#include "postroad/dns/data/dns-ptr-data.h"
#include "postroad/wire/well-known-ports.h"

#include "ns3/boolean.h"
#include "ns3/simulator.h"
#include "ns3/string.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ns3::postroad
{
namespace
{

using namespace std::chrono_literals;
using event::EventKind;
using Lines = std::vector<std::string>;

const mail::AddrSpec BOB{"bob", "b.test"};
const mail::AddrSpec CAROL{"carol", "b.test"};

/// Alice's program hands its letters straight to Bob's server, which has its own ideas.
class ServerPolicyTest : public testing::Test
{
  protected:
    ServerPolicyTest()
        : m_network({"alice.a.test", "mail.b.test"})
    {
        m_network.AddZone("b.test", {"mail IN A %mail.b.test%"});
        m_server = m_network.InstallMailServer("mail.b.test", {"bob@b.test", "carol@b.test"});
    }

    void SendAt(const Time& time, const std::vector<mail::AddrSpec>& recipients)
    {
        m_network.SendAt(time, "alice.a.test", "mail.b.test", recipients);
    }

    /// Somebody types lines to Bob's server, one a second.
    void SayAt(const Time& time, const Lines& lines)
    {
        const auto client = m_network.Install<ScriptClient>("alice.a.test");
        Simulator::Schedule(time, [client, lines] {
            client->Say({"mail.b.test", wire::SMTP_PORT, "SMTP"}, {lines, 1s});
        });
    }

    std::size_t CountMessages(const std::string& mailbox) const
    {
        return m_network.CountMessages("mail.b.test", mailbox);
    }

    /// When the message was relayed, in seconds; -1 if it was not.
    double GetRelayTime() const
    {
        for (const auto& event : m_network.GetEvents())
        {
            if (event.kind == EventKind::MESSAGE_RELAYED)
            {
                return std::chrono::duration<double>(event.time.time_since_epoch()).count();
            }
        }
        return -1;
    }

    test::MailNetwork m_network;
    Ptr<MailTransferAgent> m_server;
};

TEST_F(ServerPolicyTest, DefersForABusyMailboxAndTakesTheMessageLater)
{
    policy::ServerBehaviour behaviour;
    behaviour.busy = {{BOB, 2}};
    m_server->SetBehaviour(behaviour);
    SendAt(Seconds(1), {BOB});
    m_network.RunUntil(Hours(2));
    const std::string deferred = "alice.a.test: bob@b.test at mail.b.test: 450 4.2.1 <bob@b.test>: "
                                 "Mailbox busy, try again later";
    EXPECT_EQ(m_network.Tell(EventKind::MESSAGE_DEFERRED), (Lines{deferred, deferred}));
    EXPECT_EQ(CountMessages("bob@b.test"), 1U);
}

TEST_F(ServerPolicyTest, GreylistsTheFirstTryOfAnUnknownClient)
{
    policy::ServerBehaviour behaviour;
    behaviour.greylist = policy::Greylisting{5min};
    m_server->SetBehaviour(behaviour);
    SendAt(Seconds(1), {BOB});
    m_network.RunUntil(Minutes(40));
    EXPECT_EQ(m_network.Tell(EventKind::MESSAGE_DEFERRED),
              (Lines{"alice.a.test: bob@b.test at mail.b.test: 451 4.7.1 <bob@b.test>: "
                     "Greylisted, try again in 300 s"}));
    EXPECT_EQ(CountMessages("bob@b.test"), 1U);
}

TEST_F(ServerPolicyTest, RemembersItsGreylistWhenThePowerFails)
{
    policy::ServerBehaviour behaviour;
    behaviour.greylist = policy::Greylisting{5min};
    m_server->SetBehaviour(behaviour);
    SendAt(Seconds(1), {BOB});
    Simulator::Schedule(Minutes(10), [this] { m_server->SwitchOff(); });
    Simulator::Schedule(Minutes(11), [this] { m_server->SwitchOn(); });
    m_network.RunUntil(Minutes(40));
    EXPECT_EQ(m_network.Tell(EventKind::MESSAGE_DEFERRED).size(), 1U);
    EXPECT_EQ(CountMessages("bob@b.test"), 1U);
}

TEST_F(ServerPolicyTest, AnswersNothingBehind421)
{
    policy::ServerBehaviour behaviour;
    behaviour.rate = policy::RateLimit{1, 1min};
    m_server->SetBehaviour(behaviour);
    SayAt(Seconds(1), {"EHLO a.test", "QUIT"});
    SayAt(Seconds(10), {"EHLO a.test", "NOOP", "QUIT"});
    m_network.RunUntil(Seconds(60));
    std::string last;
    for (const auto& event : m_network.GetEvents())
    {
        last = event.kind == EventKind::LINE_RECEIVED && event.host == "alice.a.test"
                   ? event.Get<event::DialogueText>().text
                   : last;
    }
    EXPECT_TRUE(last.starts_with("421 mail.b.test ")) << last;
}

TEST_F(ServerPolicyTest, DefersTheMessageOfAClientThatComesTooOften)
{
    policy::ServerBehaviour behaviour;
    behaviour.rate = policy::RateLimit{1, 1min};
    m_server->SetBehaviour(behaviour);
    SendAt(Seconds(1), {BOB});
    SendAt(Seconds(10), {CAROL});
    m_network.RunUntil(Seconds(50));
    const auto deferred = m_network.Tell(EventKind::MESSAGE_DEFERRED);
    ASSERT_EQ(deferred.size(), 1U);
    EXPECT_NE(deferred[0].find("421 mail.b.test Too many connections from"), std::string::npos)
        << deferred[0];
    m_network.RunUntil(Minutes(40));
    EXPECT_EQ(CountMessages("bob@b.test"), 1U);
    EXPECT_EQ(CountMessages("carol@b.test"), 1U);
}

TEST_F(ServerPolicyTest, TakesItsTimeForEachAnswerInATarpit)
{
    policy::ServerBehaviour behaviour;
    behaviour.tarpit = 20s;
    m_server->SetBehaviour(behaviour);
    SendAt(Seconds(1), {BOB, CAROL});
    m_network.RunUntil(Minutes(5));
    // EHLO, MAIL, two of RCPT and the message itself.
    EXPECT_GE(GetRelayTime(), 101);
    EXPECT_LE(GetRelayTime(), 103);
    EXPECT_EQ(CountMessages("carol@b.test"), 1U);
}

TEST_F(ServerPolicyTest, ForgetsAnAnswerWhoseClientIsGone)
{
    policy::ServerBehaviour behaviour;
    behaviour.tarpit = 20s;
    m_server->SetBehaviour(behaviour);
    SendAt(Seconds(1), {BOB});
    Simulator::Schedule(Seconds(10), [this] { m_server->SwitchOff(); });
    m_network.RunUntil(Minutes(5));
    EXPECT_EQ(CountMessages("bob@b.test"), 0U);
    EXPECT_EQ(m_network.Tell(EventKind::MESSAGE_DEFERRED).size(), 1U);
}

/// A server that asks for its clients' names.
class ClientNameTest : public ServerPolicyTest
{
  protected:
    /// Sends a letter from an address that has these names.
    void Send(const std::vector<std::string>& targets)
    {
        policy::ServerBehaviour behaviour;
        behaviour.requiresClientName = true;
        m_server->SetBehaviour(behaviour);
        const auto address = m_network.GetAddress("alice.a.test");
        dns::FieldReader fields(address, dns::Name());
        const auto name = dns::MakeReverseName(dns::AData::Parse(fields).address).ToString();
        Lines lines{"ns.in-addr.arpa. IN A 192.0.2.53"};
        for (const auto& target : targets)
        {
            lines.push_back(name);
            lines.back() += " IN PTR " + target;
        }
        m_network.AddZone("in-addr.arpa", lines);
        m_network.AddZone("a.test", {"alice IN A %alice.a.test%", "other IN A 192.0.2.1"});
        SendAt(Seconds(1), {BOB});
        m_network.RunUntil(Minutes(5));
    }
};

TEST_F(ClientNameTest, TakesMailFromAnAddressWhoseNameLeadsBack)
{
    Send({"alice.a.test."});
    EXPECT_EQ(CountMessages("bob@b.test"), 1U);
}

TEST_F(ClientNameTest, TakesMailWhenOneOfTheNamesLeadsBack)
{
    Send({"other.a.test.", "alice.a.test.", "nobody.a.test."});
    EXPECT_EQ(CountMessages("bob@b.test"), 1U);
}

TEST_F(ClientNameTest, RefusesAnAddressWithoutAName)
{
    Send({});
    const auto bounced = m_network.Tell(EventKind::MESSAGE_BOUNCED);
    ASSERT_EQ(bounced.size(), 1U);
    EXPECT_NE(bounced[0].find("550 5.7.25 Your address ["), std::string::npos) << bounced[0];
}

TEST_F(ClientNameTest, RefusesANameThatLeadsElsewhere)
{
    Send({"other.a.test."});
    const auto bounced = m_network.Tell(EventKind::MESSAGE_BOUNCED);
    ASSERT_EQ(bounced.size(), 1U);
    EXPECT_NE(bounced[0].find("550 5.7.25 The name of your address, other.a.test,"),
              std::string::npos)
        << bounced[0];
}

TEST_F(ServerPolicyTest, DefersAStrangerWhileItsNameCannotBeLookedUp)
{
    policy::ServerBehaviour behaviour;
    behaviour.requiresClientName = true;
    m_server->SetBehaviour(behaviour);
    SendAt(Seconds(1), {BOB});
    m_network.RunUntil(Minutes(5));
    const auto deferred = m_network.Tell(EventKind::MESSAGE_DEFERRED);
    ASSERT_EQ(deferred.size(), 1U);
    EXPECT_NE(deferred[0].find("450 4.7.25 Cannot look up the name"), std::string::npos)
        << deferred[0];
}

TEST_F(ServerPolicyTest, AsksItsOwnClientsForNoName)
{
    policy::ServerBehaviour behaviour;
    behaviour.requiresClientName = true;
    m_server->SetBehaviour(behaviour);
    m_server->SetRelayClients({m_network.GetAddress("alice.a.test")});
    SendAt(Seconds(1), {BOB});
    m_network.RunUntil(Minutes(5));
    EXPECT_EQ(CountMessages("bob@b.test"), 1U);
}

TEST_F(ServerPolicyTest, BreaksTheConnectionInPlaceOfAReply)
{
    for (const auto stage : {policy::Stage::HELLO, policy::Stage::SENDER, policy::Stage::RECIPIENT})
    {
        policy::ServerBehaviour behaviour;
        behaviour.disconnect = policy::Disconnection{stage, 1};
        m_server->SetBehaviour(behaviour);
        const auto before = m_network.Tell(EventKind::MESSAGE_DEFERRED).size();
        const auto delivered = CountMessages("bob@b.test");
        SendAt(Seconds(1), {BOB});
        m_network.RunUntil(Simulator::Now() + Seconds(60));
        EXPECT_EQ(m_network.Tell(EventKind::MESSAGE_DEFERRED).size(), before + 1);
        EXPECT_EQ(CountMessages("bob@b.test"), delivered);
        m_network.RunUntil(Simulator::Now() + Minutes(35));
        EXPECT_EQ(CountMessages("bob@b.test"), delivered + 1);
    }
}

TEST_F(ServerPolicyTest, HasTheMessageTwiceWhenTheLastReplyIsLost)
{
    // RFC 1047: the client cannot know that the message was taken.
    policy::ServerBehaviour behaviour;
    behaviour.disconnect = policy::Disconnection{policy::Stage::MESSAGE, 1};
    m_server->SetBehaviour(behaviour);
    SendAt(Seconds(1), {BOB});
    m_network.RunUntil(Minutes(40));
    EXPECT_EQ(CountMessages("bob@b.test"), 2U);
}

TEST_F(ServerPolicyTest, TakesMailForThePostmasterWithAndWithoutDomain)
{
    SayAt(Seconds(1),
          {"EHLO a.test",
           "MAIL FROM:<alice@a.test>",
           "RCPT TO:<Postmaster>",
           "RCPT TO:<postmaster@b.test>",
           "DATA",
           "",
           ".",
           "QUIT"});
    m_network.RunUntil(Seconds(60));
    EXPECT_EQ(CountMessages("postmaster@b.test"), 1U);
    EXPECT_EQ(CountMessages("postmaster@mail.b.test"), 1U);
}

TEST_F(ServerPolicyTest, RefusesThePostmasterOnlyWhereNobodyDelivers)
{
    m_server->SetLocalDomains({"b.test"}, nullptr);
    SayAt(Seconds(1), {"EHLO a.test", "MAIL FROM:<alice@a.test>", "RCPT TO:<Postmaster>", "QUIT"});
    m_network.RunUntil(Seconds(60));
    const auto& events = m_network.GetEvents();
    EXPECT_TRUE(std::any_of(events.begin(), events.end(), [](const event::Event& event) {
        return event.kind == EventKind::LINE_RECEIVED &&
               event.Get<event::DialogueText>().text ==
                   "550 5.1.1 <Postmaster>: No such mailbox here";
    }));
}

TEST_F(ServerPolicyTest, CatchesMailForEveryAddressButThoseWithAMailbox)
{
    MailDeliveryAgentHelper helper;
    helper.SetAttribute("CatchAll", StringValue("carol@b.test"));
    m_server->SetLocalDomains({"b.test"}, m_network.Install("mail.b.test", helper));
    SendAt(Seconds(1), {BOB, {"nobody", "b.test"}, {"erin", "c.test"}, {"postmaster", "d.test"}});
    m_network.RunUntil(Hours(1));
    EXPECT_EQ(CountMessages("bob@b.test"), 1U);
    EXPECT_EQ(CountMessages("carol@b.test"), 3U);
    EXPECT_EQ(m_server->GetQueue().GetSize(), 0U);
    for (const auto& event : m_network.GetEvents())
    {
        if (event.kind == EventKind::MESSAGE_DELIVERED)
        {
            const auto& delivery = event.Get<event::Delivery>();
            const bool isBob = delivery.to.front() == "bob@b.test";
            EXPECT_EQ(delivery.mailbox, isBob ? "bob@b.test" : "carol@b.test");
        }
    }
}

TEST_F(ServerPolicyTest, RelaysForAnyoneWhenItIsAnOpenRelay)
{
    m_network.AddZone("c.test", {"@ IN MX 10 gone"});
    m_server->SetAttribute("OpenRelay", BooleanValue(true));
    SendAt(Seconds(1), {{"erin", "c.test"}});
    m_network.RunUntil(Seconds(60));
    EXPECT_EQ(m_network.Tell(EventKind::MESSAGE_RELAYED).size(), 1U);
}

} // namespace
} // namespace ns3::postroad
