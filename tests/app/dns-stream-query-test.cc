#include "app/mail-network.h"
#include "net/test-server.h"

#include "postroad/app/dns/dns-stream-query.h"
#include "postroad/wire/well-known-ports.h"

#include "ns3/simulator.h"

#include <gtest/gtest.h>

namespace ns3::postroad
{
namespace
{

using event::EventKind;
using test::TestDialogue;
using Lines = std::vector<std::string>;

const std::string QUERY = "who is it?";
const std::string ANSWER = "it is the one";

/// A message behind its length.
std::string
Frame(const std::string& message)
{
    return std::string(1, '\0') + static_cast<char>(message.size()) + message;
}

/// An agent that asks one question.
class Asker : public Agent
{
  public:
    static TypeId GetTypeId()
    {
        static TypeId tid =
            TypeId("ns3::postroad::test::StreamAsker").SetParent<Agent>().AddConstructor<Asker>();
        return tid;
    }

    std::string GetRole() const override
    {
        return "asker";
    }

    void Ask(const std::string& server)
    {
        StartTask(Wait(server));
    }

    std::optional<DnsAnswer> answer;
    int sent{0}; ///< how often the question went

  private:
    Task<> Wait(std::string server)
    {
        answer = co_await AskOverStream(*this, server, QUERY, std::chrono::seconds(5), [this] {
            ++sent;
        });
    }

    void DoStart() override
    {
    }

    void DoStop() override
    {
    }
};

class DnsStreamQueryTest : public testing::Test
{
  protected:
    DnsStreamQueryTest()
        : m_network({"asker.test", "server.test"})
        , m_asker(m_network.Install<Asker>("asker.test"))
    {
    }

    /// Has the server do this with each client, and the question asked at 1 s.
    void AskServer(test::TestServer::Prepare prepare)
    {
        m_server.emplace(m_network.GetNetwork().GetNode("server.test"), std::move(prepare));
        ASSERT_EQ(m_server->listener.Listen(test::TwoHosts::GetAny(wire::DNS_PORT)),
                  SocketStatus::OK);
        AskAt(m_network.GetAddress("server.test"));
    }

    void AskAt(const std::string& server)
    {
        Simulator::Schedule(Seconds(1), [this, server] { m_asker->Ask(server); });
    }

    void ExpectFailure(const std::string& failure) const
    {
        ASSERT_TRUE(m_asker->answer.has_value());
        EXPECT_FALSE(m_asker->answer->octets.has_value());
        EXPECT_EQ(m_asker->answer->failure, failure);
    }

    test::MailNetwork m_network;
    Ptr<Asker> m_asker;
    std::optional<test::TestServer> m_server;
};

void
SayWhenAsked(TestDialogue& dialogue, const std::string& octets)
{
    dialogue.onProgress = [&dialogue, octets] {
        if (dialogue.session.received == Frame(QUERY))
        {
            dialogue.session.received.clear();
            dialogue.session.Say(octets);
        }
    };
}

TEST_F(DnsStreamQueryTest, BringsTheMessageThatCame)
{
    AskServer([](TestDialogue& dialogue) { SayWhenAsked(dialogue, Frame(ANSWER)); });
    m_network.RunUntil(Seconds(2));
    ASSERT_TRUE(m_asker->answer.has_value());
    EXPECT_EQ(m_asker->answer->octets, ANSWER);
    EXPECT_EQ(m_asker->sent, 1);
    EXPECT_EQ(m_asker->answer->failure, "");
}

TEST_F(DnsStreamQueryTest, ShowsItsConnectionAndNoOctetsInTheRecord)
{
    AskServer([](TestDialogue& dialogue) { SayWhenAsked(dialogue, Frame(ANSWER)); });
    m_network.RunUntil(Seconds(2));
    const auto& events = m_network.GetEvents();
    ASSERT_GE(events.size(), 2U);
    const auto& opened = events[events.size() - 2];
    EXPECT_EQ(opened.kind, EventKind::CONNECTION_OPENED);
    EXPECT_EQ(opened.connection->protocol, "DNS");
    EXPECT_EQ(opened.connection->remote.port, wire::DNS_PORT);
    EXPECT_EQ(events.back().kind, EventKind::CONNECTION_CLOSED);
    EXPECT_EQ(events.back().Get<event::ConnectionEnding>().reason, "closed");
    EXPECT_EQ(m_server->First().GetEnd(), "closed by the peer");
}

TEST_F(DnsStreamQueryTest, TellsThatNobodyListens)
{
    AskAt(m_network.GetAddress("server.test"));
    m_network.RunUntil(Seconds(2));
    ExpectFailure("connection refused");
}

TEST_F(DnsStreamQueryTest, TellsThatNoWayLeadsThere)
{
    AskAt("198.51.100.1");
    m_network.RunUntil(Seconds(2));
    ExpectFailure("no route to host");
}

TEST_F(DnsStreamQueryTest, TellsThatTheServerIsNoAddress)
{
    AskAt("server.test");
    m_network.RunUntil(Seconds(2));
    ExpectFailure("server.test is no address");
}

TEST_F(DnsStreamQueryTest, TellsThatTheServerClosesWithoutAnAnswer)
{
    AskServer([](TestDialogue& dialogue) {
        dialogue.onOpened = [&dialogue] { dialogue.session.Close(); };
    });
    m_network.RunUntil(Seconds(2));
    ExpectFailure("closed by the peer without an answer");
}

TEST_F(DnsStreamQueryTest, TellsThatTheServerClosesInsideOfItsAnswer)
{
    AskServer([](TestDialogue& dialogue) {
        dialogue.onOpened = [&dialogue] {
            dialogue.session.Say(Frame(ANSWER).substr(0, 5));
            dialogue.session.Close();
        };
    });
    m_network.RunUntil(Seconds(2));
    ExpectFailure("the stream ends inside of a message");
}

TEST_F(DnsStreamQueryTest, WaitsUntilTheTimeoutAndNoLonger)
{
    AskServer([](TestDialogue&) {});
    m_network.RunUntil(Seconds(6));
    EXPECT_FALSE(m_asker->answer.has_value());
    m_network.RunUntil(Seconds(7));
    ExpectFailure("nothing came for too long");
}

TEST_F(DnsStreamQueryTest, IsBrokenOffByAPowerCut)
{
    AskServer([](TestDialogue& dialogue) { dialogue.session.closesWithPeer = true; });
    Simulator::Schedule(Seconds(3), [this] { m_asker->SwitchOff(); });
    m_network.RunUntil(Seconds(10));
    EXPECT_FALSE(m_asker->answer.has_value());
}

} // namespace
} // namespace ns3::postroad
