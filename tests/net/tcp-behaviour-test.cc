/**
 * One test for each way in which ns-3's TCP differs from what a mail program expects of TCP, in
 * the words of what the program sees: nothing of it.
 */
#include "net/test-server.h"
#include "net/two-hosts.h"

#include "postroad/net/closing-sockets.h"
#include "postroad/net/socket-address.h"

#include "ns3/simulator.h"
#include "ns3/tcp-socket-base.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace ns3::postroad
{
namespace
{

using test::TestDialogue;
using test::TestServer;
using test::TwoHosts;

const auto NOTHING = [](TestDialogue&) {};

/// The time of a round trip over the link, with a little for the bytes.
constexpr double ROUND_TRIP = 0.0205;

void
ConnectTo(TestDialogue& dialogue, const TwoHosts& hosts, std::uint16_t port = TwoHosts::PORT)
{
    dialogue.Connect(hosts.GetClient(),
                     TcpSocketFactory::GetTypeId(),
                     hosts.GetServerAddress(port));
}

void
ListenAt(TestServer& server)
{
    ASSERT_EQ(server.listener.Listen(TwoHosts::GetAny()), SocketStatus::OK);
}

/// A server as ns-3 gives it; `accept` gets the connected socket.
Ptr<Socket>
ListenBare(const TwoHosts& hosts, std::function<void(Ptr<Socket>)> accept)
{
    const auto socket = TwoHosts::MakeBareSocket(hosts.GetServer());
    socket->Bind(TwoHosts::GetAny());
    socket->Listen();
    socket->SetAcceptCallback(
        MakeNullCallback<bool, Ptr<Socket>, const Address&>(),
        Callback<void, Ptr<Socket>, const Address&>(
            [accept = std::move(accept)](Ptr<Socket> accepted, const Address&) {
                accept(accepted);
            }));
    return socket;
}

// 1
TEST(TcpBehaviour, ALostLastAckOfTheHandshakeDoesNotHangAServerThatSpeaksFirst)
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

TEST(TcpBehaviour, ALostLastAckIsMadeGoodThoughItsRepetitionIsLostToo)
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

TEST(TcpBehaviour, AServerWaitsForTheLastAckAsLongAsTheClientRepeatsIt)
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
TEST(TcpBehaviour, ARefusalIsToldAfterOneRoundTrip)
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

TEST(TcpBehaviour, SilenceIsToldApartFromARefusalAfterSevenSeconds)
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

// 3
TEST(TcpBehaviour, ClosingWithDataInFlightEndsTheStreamBehindTheData)
{
    TwoHosts hosts({.rate = "1Mbps"});
    TestServer server(hosts.GetServer(), NOTHING);
    ListenAt(server);
    TestDialogue client;
    client.session.greeting = std::string(20000, 'x');
    client.session.Close();
    ConnectTo(client, hosts);
    TwoHosts::RunUntil(60);
    EXPECT_EQ(server.First().session.received.size(), 20000U);
    EXPECT_EQ(server.First().session.calls.back(), "end");
    EXPECT_EQ(server.First().GetEnd(), "closed by the peer");
    EXPECT_EQ(client.GetEnd(), "closed");
    EXPECT_LT(client.GetEndTime(), 1);
}

// 4
TEST(TcpBehaviour, MoreThanTheSocketHoldsIsSentPieceByPiece)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(), NOTHING);
    ListenAt(server);
    TestDialogue client;
    client.session.greeting = std::string(300000, 'x') + "end";
    ConnectTo(client, hosts);
    TwoHosts::RunUntil(60);
    EXPECT_EQ(server.First().session.received, client.session.greeting);
    EXPECT_EQ(client.told.size(), 1U) << "only opened";
}

// 5
TEST(TcpBehaviour, WhatIsSaidBeforeTheHandshakeIsSentAfterIt)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(), NOTHING);
    ListenAt(server);
    TestDialogue client;
    client.session.Say("early");
    ConnectTo(client, hosts);
    TwoHosts::At(0.005, [&] { client.own->Pump(); });
    TwoHosts::RunUntil(1);
    EXPECT_EQ(server.First().session.received, "early");
}

TEST(TcpBehaviour, WhatIsSaidAfterTheCloseIsNoFailure)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(), [](TestDialogue& d) { d.session.closesWithPeer = false; });
    ListenAt(server);
    TestDialogue client;
    client.session.Close();
    ConnectTo(client, hosts);
    TwoHosts::At(1, [&] {
        client.session.Say("late");
        client.own->Pump();
    });
    TwoHosts::At(2, [&] {
        server.First().session.Close();
        server.First().connection->Pump();
    });
    TwoHosts::RunUntil(10);
    EXPECT_EQ(server.First().session.received, "");
    EXPECT_EQ(client.GetEnd(), "closed");
    EXPECT_NEAR(client.GetEndTime(), 2 + ROUND_TRIP / 2, 0.001);
}

// 6
TEST(TcpBehaviour, AResetIsNotTakenForANormalClose)
{
    TwoHosts hosts;
    Ptr<Socket> accepted;
    const auto listening = ListenBare(hosts, [&](Ptr<Socket> socket) { accepted = socket; });
    TestDialogue client;
    client.session.greeting = "never read";
    ConnectTo(client, hosts);
    TwoHosts::At(1, [&] { accepted->Close(); });
    TwoHosts::RunUntil(10);
    EXPECT_EQ(client.GetEnd(), "connection reset by the peer");
    EXPECT_NEAR(client.GetEndTime(), 1 + ROUND_TRIP / 2, 0.001);
    EXPECT_EQ(client.session.calls, (std::vector<std::string>{"start", "abort"}));
}

TEST(TcpBehaviour, ClosingWithUnreadInputIsNoReset)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(), [](TestDialogue& d) { d.session.wantsInput = false; });
    ListenAt(server);
    TestDialogue client;
    client.session.greeting = "never read";
    ConnectTo(client, hosts);
    TwoHosts::At(1, [&] {
        server.First().session.Say("bye");
        server.First().session.Close();
        server.First().connection->Pump();
    });
    TwoHosts::RunUntil(10);
    EXPECT_EQ(client.session.received, "bye");
    EXPECT_EQ(client.GetEnd(), "closed by the peer");
    EXPECT_EQ(server.First().GetEnd(), "closed");
}

TEST(TcpBehaviour, ClosingInTheMidstOfTheInputIsNoReset)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(), [](TestDialogue& d) { d.session.wantsInput = false; });
    ListenAt(server);
    TestDialogue client;
    client.session.greeting = std::string(2 * StreamSocket::READ_LIMIT, 'x');
    ConnectTo(client, hosts);
    TwoHosts::At(1, [&] {
        auto& dialogue = server.First();
        dialogue.session.wantsInput = true;
        dialogue.onProgress = [&dialogue] {
            if (!dialogue.session.received.empty())
            {
                dialogue.session.Close();
            }
        };
        dialogue.connection->Pump();
    });
    TwoHosts::RunUntil(10);
    EXPECT_EQ(server.First().session.received.size(), StreamSocket::READ_LIMIT);
    EXPECT_EQ(client.GetEnd(), "closed by the peer");
}

TEST(TcpBehaviour, WhatComesAfterTheCloseIsThrownAway)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(), [](TestDialogue& d) { d.session.Close(); });
    ListenAt(server);
    TestDialogue client;
    client.session.closesWithPeer = false;
    ConnectTo(client, hosts);
    TwoHosts::At(1, [&] {
        client.session.Say("are you there");
        client.own->Pump();
    });
    TwoHosts::At(2, [&] {
        client.session.Close();
        client.own->Pump();
    });
    TwoHosts::RunUntil(300);
    EXPECT_EQ(server.First().session.received, "");
    EXPECT_NEAR(server.First().GetEndTime(), 2 + ROUND_TRIP / 2, 0.001);
    EXPECT_EQ(client.GetEnd(), "closed by the peer");
}

// 7
TEST(TcpBehaviour, AfterThePeersEndAllThatWaitsIsStillSent)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(),
                      [](TestDialogue& d) { d.session.greeting = std::string(300000, 'x'); });
    ListenAt(server);
    const auto bare = TwoHosts::MakeBareSocket(hosts.GetClient());
    std::size_t received = 0;
    bare->SetRecvCallback(Callback<void, Ptr<Socket>>([&](Ptr<Socket> socket) {
        while (const auto packet = socket->Recv())
        {
            received += packet->GetSize();
            if (packet->GetSize() == 0)
            {
                break;
            }
        }
    }));
    TwoHosts::At(0, [&] { bare->Connect(hosts.GetServerAddress()); });
    TwoHosts::At(0.03, [&] { bare->Close(); });
    TwoHosts::RunUntil(60);
    EXPECT_EQ(received, 300000U);
    EXPECT_EQ(server.First().GetEnd(), "closed by the peer");
}

// 8 and 9
TEST(TcpBehaviour, TheSessionIsNeverGivenNothingAndToldTheEndOnce)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(), [](TestDialogue& d) { d.session.closesWithPeer = false; });
    ListenAt(server);
    TestDialogue client;
    client.session.greeting = "last words";
    client.session.Close();
    ConnectTo(client, hosts);
    TwoHosts::At(1, [&] { server.First().connection->Pump(); });
    TwoHosts::RunUntil(10);
    EXPECT_EQ(server.First().session.calls, (std::vector<std::string>{"start", "receive", "end"}));
    EXPECT_EQ(server.First().session.received, "last words");
}

// 10
TEST(TcpBehaviour, ASilentPeerIsLeftAtTheSessionsDeadline)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(), NOTHING);
    ListenAt(server);
    TestDialogue client;
    client.onOpened = [&] { client.session.ExpireAt(300); };
    double expired = 0;
    client.onProgress = [&] {
        if (client.session.calls.back() == "expire")
        {
            expired = TwoHosts::GetSeconds();
            client.session.Close();
        }
    };
    ConnectTo(client, hosts);
    TwoHosts::At(1, [&] { hosts.TakeServerDown(); });
    TwoHosts::RunUntil(3600);
    EXPECT_DOUBLE_EQ(expired, 300);
    EXPECT_EQ(client.GetEnd(), "closed");
    EXPECT_DOUBLE_EQ(client.GetEndTime(), 300 + 120) << "no FIN of the peer came";
}

TEST(TcpBehaviour, APeerThatVanishesAmidATransferIsATimeOut)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(), NOTHING);
    ListenAt(server);
    TestDialogue client;
    ConnectTo(client, hosts);
    TwoHosts::At(1, [&] {
        hosts.TakeServerDown();
        client.session.Say("is anybody there");
        client.own->Pump();
    });
    TwoHosts::RunUntil(3600);
    EXPECT_EQ(client.GetEnd(), "timed out");
    EXPECT_NEAR(client.GetEndTime(), 124, 5);
    EXPECT_EQ(client.session.calls.back(), "abort");
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
TEST(TcpBehaviour, HavingNoFreePortIsToldAsSuch)
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

TEST(TcpBehaviour, APortIsFreeAgainTwoSecondsAfterItsConnection)
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

TEST(TcpBehaviour, APortIsFreeAgainAfterAConnectThatFailed)
{
    TwoHosts hosts;
    TestDialogue client;
    const auto before = TwoHosts::MakeBareSocket(hosts.GetClient());
    before->Bind();
    Address address;
    before->GetSockName(address);
    const auto next = static_cast<std::uint16_t>(ToEndpoint(address).port + 1);
    client.Connect(hosts.GetClient(),
                   TcpSocketFactory::GetTypeId(),
                   *ToAddress({"198.51.100.1", TwoHosts::PORT}));
    TwoHosts::RunUntil(1);
    EXPECT_EQ(client.GetEnd(), "no route to host");
    const auto after = TwoHosts::MakeBareSocket(hosts.GetClient());
    EXPECT_EQ(after->Bind(TwoHosts::GetAny(next)), 0);
}

// 12 and 13
TEST(TcpBehaviour, AClientAboveTheLimitIsAcceptedAndToldSoAtOnce)
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
TEST(TcpBehaviour, HavingNoRouteIsToldByAnEvent)
{
    TwoHosts hosts;
    TestDialogue client;
    client.Connect(hosts.GetClient(),
                   TcpSocketFactory::GetTypeId(),
                   *ToAddress({"198.51.100.1", TwoHosts::PORT}));
    EXPECT_TRUE(client.told.empty());
    TwoHosts::RunUntil(1);
    ASSERT_EQ(client.told.size(), 1U);
    EXPECT_EQ(client.GetEnd(), "no route to host");
    EXPECT_TRUE(client.told[0].isFailure);
}

TEST(TcpBehaviour, AHostWithoutTheProtocolIsToldAsSuch)
{
    TwoHosts hosts;
    TestDialogue client;
    client.Connect(hosts.GetClient(), PortlessFactory::GetTypeId(), hosts.GetServerAddress());
    TwoHosts::RunUntil(1);
    EXPECT_EQ(client.GetEnd(), "the host has no such protocol");
}

// 15
TEST(TcpBehaviour, ConnectingBeforeTheSimulationRunsWorksAlsoWithAQueueDisc)
{
    TwoHosts hosts({.hasQueueDisc = true});
    TestServer server(hosts.GetServer(), [](TestDialogue& d) { d.session.greeting = "220\r\n"; });
    ListenAt(server);
    TestDialogue client;
    ConnectTo(client, hosts);
    TwoHosts::RunUntil(1);
    EXPECT_EQ(client.session.received, "220\r\n");
}

// 16
TEST(TcpBehaviour, ADestroyedConnectionIsNotCalledByItsSocket)
{
    TwoHosts hosts({.rate = "1Mbps"});
    TestServer server(hosts.GetServer(),
                      [](TestDialogue& d) { d.session.greeting = std::string(100000, 'x'); });
    ListenAt(server);
    TestDialogue client;
    ConnectTo(client, hosts);
    TwoHosts::At(0.2, [&] { client.own.reset(); });
    std::size_t received = 0;
    TwoHosts::At(0.2, [&] { received = client.session.received.size(); });
    TwoHosts::RunUntil(60);
    EXPECT_GT(received, 0U);
    EXPECT_EQ(client.session.received.size(), received);
    EXPECT_EQ(client.told.size(), 1U) << "only opened";
    EXPECT_NE(server.First().GetEnd(), "opened") << "the server is told that the client is gone";
}

TEST(TcpBehaviour, AListenerDestroyedAmidAHandshakeIsNotCalled)
{
    TwoHosts hosts;
    TestDialogue client;
    {
        TestServer server(hosts.GetServer(), NOTHING);
        ListenAt(server);
        ConnectTo(client, hosts);
        TwoHosts::RunUntil(0.015);
    }
    TwoHosts::RunUntil(10);
    EXPECT_EQ(client.GetEnd(), "closed by the peer");
}

// Beyond the sixteen
TEST(TcpBehaviour, AFinThatNobodyAcknowledgesIsNotRepeatedForEver)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(), NOTHING);
    ListenAt(server);
    TestDialogue client;
    ConnectTo(client, hosts);
    TwoHosts::At(1, [&] {
        hosts.TakeServerDown();
        client.own.reset();
    });
    TwoHosts::RunUntil(100);
    const auto events = Simulator::GetEventCount();
    TwoHosts::RunUntil(1000);
    EXPECT_LE(Simulator::GetEventCount(), events + 2) << "the client still sends";
}

TEST(TcpBehaviour, AFinThatNeverComesIsNotAwaitedForEver)
{
    TwoHosts hosts;
    double broken = 0;
    const auto listener = ListenBare(hosts, [&broken](Ptr<Socket> accepted) {
        accepted->TraceConnectWithoutContext(
            "Rx",
            Callback<void, Ptr<const Packet>, const TcpHeader&, Ptr<const TcpSocketBase>>(
                [&broken](Ptr<const Packet>, const TcpHeader& header, Ptr<const TcpSocketBase>) {
                    broken = header.GetFlags() & TcpHeader::RST ? TwoHosts::GetSeconds() : 0;
                }));
    });
    TestDialogue client;
    ConnectTo(client, hosts);
    TwoHosts::At(1, [&] { client.own.reset(); });
    TwoHosts::RunUntil(1000);
    EXPECT_GE(broken, 1 + ClosingSockets::LINGER.GetSeconds());
    EXPECT_LE(broken, 2 + (ClosingSockets::LINGER + ClosingSockets::INTERVAL).GetSeconds());
}

} // namespace
} // namespace ns3::postroad
