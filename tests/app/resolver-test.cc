#include "app/dns-internet.h"

#include "postroad/net/datagram-endpoint.h"
#include "postroad/net/socket-address.h"
#include "postroad/wire/well-known-ports.h"

#include "ns3/simulator.h"
#include "ns3/udp-socket-factory.h"

#include <gtest/gtest.h>

namespace ns3::postroad
{
namespace
{

using dns::LookupStatus;
using event::EventKind;
using test::DnsInternet;

const std::string CLIENT = "client.test";

/// The stub resolver of a host, which asks the servers of b.test themselves.
class ResolverTest : public testing::Test
{
  protected:
    void AskServers(const std::vector<std::string>& hosts)
    {
        auto addresses = hosts;
        for (auto& host : addresses)
        {
            host = m_internet.GetAddress(host);
        }
        Host::Of(m_internet.GetNetwork().GetNode(CLIENT))->SetResolvers(addresses);
    }

    /// A host answers each datagram with an empty answer of these flags.
    void AnswerAt(const std::string& host, bool isTruncated, dns::ResponseCode code)
    {
        const auto node = m_internet.GetNetwork().GetNode(host);
        m_endpoint = std::make_unique<DatagramEndpoint>(
            node,
            UdpSocketFactory::GetTypeId(),
            [this, isTruncated, code](std::string_view octets, const Address& from) {
                auto message = *dns::Message::Parse(octets);
                message.header.isResponse = true;
                message.header.isTruncated = isTruncated;
                message.header.code = code;
                m_endpoint->Send(message.Serialize(), from);
            });
        ASSERT_EQ(m_endpoint->Bind(GetAnyAddress(*node, wire::DNS_PORT)), SocketStatus::OK);
    }

    /// A host that is there, and does not say a word.
    void SilenceAt(const std::string& host)
    {
        m_internet.GetNetwork().SetPortState(host, wire::DNS_PORT, OperState::DOWN);
    }

    /// What came of one look-up at 1 s, and when.
    dns::LookupEnded LookUp(const std::string& name, const Time& until = Seconds(60))
    {
        m_internet.LookUpAt(Seconds(1), name);
        m_internet.RunUntil(until);
        EXPECT_EQ(m_internet.GetEnded().size(), 1U);
        return m_internet.GetEnded().empty() ? dns::LookupEnded() : m_internet.GetEnded()[0];
    }

    /// To whom queries went, in order.
    std::vector<std::string> GetAsked() const
    {
        std::vector<std::string> asked;
        for (const auto& event : m_internet.Find(EventKind::DNS_QUERY_SENT, CLIENT))
        {
            asked.push_back(event::GetServer(event));
        }
        return asked;
    }

    DnsInternet m_internet;
    std::unique_ptr<DatagramEndpoint> m_endpoint;
};

TEST_F(ResolverTest, TellsWhatIsAFactAboutTheName)
{
    AskServers({"ns1.b.test"});
    m_internet.LookUpAt(Seconds(1), "b.test");
    m_internet.LookUpAt(Seconds(2), "mail.b.test");
    m_internet.LookUpAt(Seconds(3), "ghost.b.test");
    m_internet.RunUntil(Seconds(4));
    const auto& ended = m_internet.GetEnded();
    ASSERT_EQ(ended.size(), 3U);
    EXPECT_EQ(ended[0].status, LookupStatus::ANSWERED);
    EXPECT_EQ(ended[1].status, LookupStatus::NO_DATA);
    EXPECT_EQ(ended[2].status, LookupStatus::NO_SUCH_NAME);
}

TEST_F(ResolverTest, TellsServfailFromSilence)
{
    AskServers({"stranger.test"});
    AnswerAt("stranger.test", false, dns::ResponseCode::SERVER_FAILURE);
    const auto failed = LookUp("b.test", Seconds(2));
    EXPECT_EQ(failed.status, LookupStatus::SERVER_FAILURE);
    EXPECT_NE(failed.reason.find("SERVFAIL"), std::string::npos) << failed.reason;
    SilenceAt("stranger.test");
    m_internet.LookUpAt(Seconds(3), "b.test");
    m_internet.RunUntil(Seconds(20));
    ASSERT_EQ(m_internet.GetEnded().size(), 2U);
    EXPECT_EQ(m_internet.GetEnded()[1].status, LookupStatus::TIMED_OUT);
}

TEST_F(ResolverTest, DropsWhatComesFromAnotherPortThanItAsked)
{
    AskServers({"stranger.test"});
    const auto node = m_internet.GetNetwork().GetNode("stranger.test");
    const auto drop = [](std::string_view /*octets*/, const Address& /*from*/) {};
    DatagramEndpoint elsewhere(node, UdpSocketFactory::GetTypeId(), drop);
    ASSERT_EQ(elsewhere.Bind(GetAnyAddress(*node, wire::DNS_PORT + 1)), SocketStatus::OK);
    const auto answer = [&elsewhere](std::string_view octets, const Address& from) {
        auto message = *dns::Message::Parse(octets);
        message.header.isResponse = true;
        elsewhere.Send(message.Serialize(), from);
    };
    m_endpoint = std::make_unique<DatagramEndpoint>(node, UdpSocketFactory::GetTypeId(), answer);
    ASSERT_EQ(m_endpoint->Bind(GetAnyAddress(*node, wire::DNS_PORT)), SocketStatus::OK);
    EXPECT_EQ(LookUp("b.test").status, LookupStatus::TIMED_OUT);
}

TEST_F(ResolverTest, AsksTheNextServerAtOnceWhenOneFails)
{
    AskServers({"stranger.test", "ns1.b.test"});
    AnswerAt("stranger.test", false, dns::ResponseCode::SERVER_FAILURE);
    EXPECT_EQ(LookUp("b.test", Seconds(2)).status, LookupStatus::ANSWERED);
    EXPECT_EQ(GetAsked().size(), 2U);
}

TEST_F(ResolverTest, AsksTheNextServerAfterAWhileWhenOneIsSilent)
{
    AskServers({"stranger.test", "ns1.b.test"});
    SilenceAt("stranger.test");
    m_internet.LookUpAt(Seconds(1), "b.test");
    m_internet.RunUntil(Seconds(5));
    EXPECT_TRUE(m_internet.GetEnded().empty());
    m_internet.RunUntil(Seconds(7));
    ASSERT_EQ(m_internet.GetEnded().size(), 1U);
    EXPECT_EQ(m_internet.GetEnded()[0].status, LookupStatus::ANSWERED);
}

TEST_F(ResolverTest, AsksTheNextServerAtOnceWhereNobodyServes)
{
    AskServers({"stranger.test", "ns1.b.test"});
    EXPECT_EQ(LookUp("b.test", Seconds(1.2)).status, LookupStatus::ANSWERED);
    const auto failed = m_internet.Find(EventKind::DNS_QUERY_FAILED, CLIENT);
    ASSERT_EQ(failed.size(), 1U);
    EXPECT_EQ(failed[0].Get<event::DnsQueryFailure>().reason, "connection refused");
}

TEST_F(ResolverTest, AsksTheNextServerAtOnceWhereNoWayLeads)
{
    AskServers({"stranger.test", "ns1.b.test"});
    m_internet.GetNetwork().SetHostState("stranger.test", OperState::DOWN);
    EXPECT_EQ(LookUp("b.test", Seconds(1.2)).status, LookupStatus::ANSWERED);
    EXPECT_EQ(GetAsked(), std::vector<std::string>{m_internet.GetAddress("ns1.b.test")})
        << "what could not be sent was not sent";
}

TEST_F(ResolverTest, AsksAgainOverTcpWhenTheAnswerIsCut)
{
    AskServers({"ns1.b.test"});
    const auto ended = LookUp("large.b.test", Seconds(2));
    EXPECT_EQ(ended.status, LookupStatus::ANSWERED);
    EXPECT_EQ(ended.records.size(), DnsInternet::EXCHANGERS);
    EXPECT_EQ(GetAsked().size(), 2U);
    EXPECT_EQ(m_internet.Find(EventKind::CONNECTION_OPENED, CLIENT).size(), 1U);
}

TEST_F(ResolverTest, TellsWhyNoServerAnswersOverTcp)
{
    AskServers({"stranger.test"});
    AnswerAt("stranger.test", true, dns::ResponseCode::NO_ERROR);
    const auto ended = LookUp("b.test", Seconds(2));
    EXPECT_EQ(ended.status, LookupStatus::SERVER_FAILURE);
    EXPECT_EQ(ended.reason,
              m_internet.GetAddress("stranger.test") +
                  " cannot be reached over TCP: connection refused");
}

TEST_F(ResolverTest, TriesTheNextServerAtOnceWhenOneDoesNotSpeakTcpAfterAll)
{
    AskServers({"stranger.test", "ns1.b.test"});
    AnswerAt("stranger.test", true, dns::ResponseCode::NO_ERROR);
    EXPECT_EQ(LookUp("b.test", Seconds(2)).status, LookupStatus::ANSWERED);
    EXPECT_EQ(m_internet.Find(EventKind::CONNECTION_FAILED, CLIENT).size(), 1U);
    EXPECT_EQ(GetAsked().size(), 2U) << "the one over TCP was never sent";
}

} // namespace
} // namespace ns3::postroad
