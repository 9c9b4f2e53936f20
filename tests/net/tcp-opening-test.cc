#include "net/tcp-behaviour.h"

#include "postroad/net/guarded-tcp-socket.h"
#include "postroad/net/socket-address.h"

#include "ns3/tcp-socket-base.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>

namespace ns3::postroad
{
namespace
{

using test::ConnectTo;
using test::ListenAt;
using test::NOTHING;
using test::ROUND_TRIP;
using test::TestDialogue;
using test::TestServer;
using test::TwoHosts;

// 1
TEST(TcpOpening, ALostLastAckOfTheHandshakeDoesNotHangAServerThatSpeaksFirst)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(), [](TestDialogue& d) { d.session.greeting = "220\r\n"; });
    ListenAt(server);
    TestDialogue client;
    double greeted = 0;
    client.onProgress = [&] {
        greeted = client.session.received.empty() ? 0 : TwoHosts::GetSeconds();
    };
    hosts.LoseAtServer({1});
    ConnectTo(client, hosts);
    TwoHosts::RunUntil(60);
    EXPECT_EQ(client.session.received, "220\r\n");
    EXPECT_NEAR(greeted, 1 + 2 * ROUND_TRIP, 0.005) << "the server repeats its SYN+ACK after 1 s";
}

TEST(TcpOpening, ALostLastAckIsMadeGoodThoughItsRepetitionIsLostToo)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(), [](TestDialogue& d) { d.session.greeting = "220\r\n"; });
    ListenAt(server);
    TestDialogue client;
    hosts.LoseAtServer({1, 2});
    ConnectTo(client, hosts);
    TwoHosts::RunUntil(60);
    EXPECT_EQ(client.session.received, "220\r\n");
}

TEST(TcpOpening, AServerWaitsForTheLastAckAsLongAsTheClientRepeatsIt)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(), [](TestDialogue& d) { d.session.greeting = "220\r\n"; });
    ListenAt(server);
    TestDialogue client;
    hosts.LoseAtClient({0});                // the first SYN+ACK
    hosts.LoseAtServer({2, 3, 4, 5, 6, 7}); // after two SYNs, the ACK and all but one repetition
    ConnectTo(client, hosts);
    TwoHosts::RunUntil(60);
    EXPECT_EQ(client.session.received, "220\r\n");
}

// 2
TEST(TcpOpening, ARefusalIsToldAfterOneRoundTrip)
{
    TwoHosts hosts;
    TestDialogue client;
    ConnectTo(client, hosts);
    TwoHosts::RunUntil(60);
    ASSERT_EQ(client.told.size(), 1U);
    EXPECT_EQ(client.GetEnd(), "connection refused");
    EXPECT_TRUE(client.told[0].isFailure);
    EXPECT_NEAR(client.GetEndTime(), ROUND_TRIP, 0.001);
    EXPECT_TRUE(client.session.calls.empty());
}

TEST(TcpOpening, SilenceIsToldApartFromARefusalAfterSevenSeconds)
{
    TwoHosts hosts;
    hosts.TakeServerDown();
    TestDialogue client;
    ConnectTo(client, hosts);
    TwoHosts::RunUntil(600);
    ASSERT_EQ(client.told.size(), 1U);
    EXPECT_EQ(client.GetEnd(), "timed out");
    EXPECT_NEAR(client.GetEndTime(), 7, 0.001);
}

/// A TCP that has run out of ports.
class PortlessSocket final : public TcpSocketBase
{
  public:
    int Connect(const Address& /*remote*/) override
    {
        m_errno = ERROR_ADDRNOTAVAIL;
        return -1;
    }
};

class PortlessFactory final : public SocketFactory
{
  public:
    static TypeId GetTypeId()
    {
        static const TypeId tid =
            TypeId("ns3::postroad::test::PortlessFactory").SetParent<SocketFactory>();
        return tid;
    }

    Ptr<Socket> CreateSocket() override
    {
        const auto socket = CreateObject<PortlessSocket>();
        socket->SetNode(GetObject<Node>());
        return socket;
    }
};

// 11
TEST(TcpOpening, HavingNoFreePortIsToldAsSuch)
{
    TwoHosts hosts;
    hosts.GetClient()->AggregateObject(CreateObject<PortlessFactory>());
    TestDialogue client;
    client.Connect(hosts.GetClient(), PortlessFactory::GetTypeId(), hosts.GetServerAddress());
    TwoHosts::RunUntil(1);
    ASSERT_EQ(client.told.size(), 1U);
    EXPECT_EQ(client.GetEnd(), "no free local port");
    EXPECT_TRUE(client.told[0].isFailure);
}

TEST(TcpOpening, APortIsFreeAgainTwoSecondsAfterItsConnection)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(), NOTHING);
    ListenAt(server);
    TestDialogue client;
    client.session.Close();
    ConnectTo(client, hosts);
    const auto bind = [&] {
        return TwoHosts::MakeBareSocket(hosts.GetClient())
            ->Bind(hosts.GetClientAddress(client.own->GetLocal().port));
    };
    TwoHosts::At(1.9, [&] { EXPECT_EQ(bind(), -1); });
    TwoHosts::At(2.2, [&] { EXPECT_EQ(bind(), 0); });
    TwoHosts::RunUntil(3);
}

TEST(TcpOpening, APortIsFreeAgainAfterAConnectThatFailed)
{
    TwoHosts hosts;
    TestDialogue client;
    const auto before = TwoHosts::MakeBareSocket(hosts.GetClient());
    before->Bind();
    Address address;
    before->GetSockName(address);
    const auto next = static_cast<std::uint16_t>(ToEndpoint(address).port + 1);
    client.Connect(hosts.GetClient(),
                   GuardedTcpSocketFactory::GetTypeId(),
                   *ToAddress({"198.51.100.1", TwoHosts::PORT}));
    TwoHosts::RunUntil(1);
    EXPECT_EQ(client.GetEnd(), "no route to host");
    const auto after = TwoHosts::MakeBareSocket(hosts.GetClient());
    EXPECT_EQ(after->Bind(TwoHosts::GetAny(next)), 0);
}

// 12 and 13
TEST(TcpOpening, AClientAboveTheLimitIsAcceptedAndToldSoAtOnce)
{
    TwoHosts hosts;
    TestServer server(
        hosts.GetServer(),
        [&](TestDialogue& d) {
            const bool isOver = server.admissions.back() == StreamListener::Admission::OVER_LIMIT;
            d.session.greeting = isOver ? "421\r\n" : "220\r\n";
            if (isOver)
            {
                d.session.Close();
            }
        },
        2);
    ListenAt(server);
    std::array<TestDialogue, 4> clients;
    for (std::size_t i = 0; i < clients.size(); ++i)
    {
        ConnectTo(clients[i], hosts);
        clients[i].onProgress = [&client = clients[i]] {
            if (client.session.received == "421\r\n")
            {
                client.session.Close();
            }
        };
    }
    TwoHosts::RunUntil(5);
    EXPECT_EQ(clients[0].session.received, "220\r\n");
    EXPECT_EQ(clients[1].session.received, "220\r\n");
    EXPECT_EQ(clients[2].session.received, "421\r\n");
    EXPECT_EQ(clients[3].session.received, "421\r\n");
    EXPECT_LT(clients[3].GetEndTime(), 4 * ROUND_TRIP);
    EXPECT_EQ(server.listener.GetConnectionCount(), 2U);
}

// 14
TEST(TcpOpening, HavingNoRouteIsToldByAnEvent)
{
    TwoHosts hosts;
    TestDialogue client;
    client.Connect(hosts.GetClient(),
                   GuardedTcpSocketFactory::GetTypeId(),
                   *ToAddress({"198.51.100.1", TwoHosts::PORT}));
    EXPECT_TRUE(client.told.empty());
    TwoHosts::RunUntil(1);
    ASSERT_EQ(client.told.size(), 1U);
    EXPECT_EQ(client.GetEnd(), "no route to host");
    EXPECT_TRUE(client.told[0].isFailure);
}

TEST(TcpOpening, AHostWithoutTheProtocolIsToldAsSuch)
{
    TwoHosts hosts;
    TestDialogue client;
    client.Connect(hosts.GetClient(), PortlessFactory::GetTypeId(), hosts.GetServerAddress());
    TwoHosts::RunUntil(1);
    EXPECT_EQ(client.GetEnd(), "the host has no such protocol");
}

// 15
TEST(TcpOpening, ConnectingBeforeTheSimulationRunsWorksAlsoWithAQueueDisc)
{
    TwoHosts hosts({.hasQueueDisc = true});
    TestServer server(hosts.GetServer(), [](TestDialogue& d) { d.session.greeting = "220\r\n"; });
    ListenAt(server);
    TestDialogue client;
    ConnectTo(client, hosts);
    TwoHosts::RunUntil(1);
    EXPECT_EQ(client.session.received, "220\r\n");
}

} // namespace
} // namespace ns3::postroad
