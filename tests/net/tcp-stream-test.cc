#include "net/tcp-behaviour.h"

#include "postroad/net/closing-sockets.h"
#include "postroad/net/socket-address.h"

#include "ns3/simulator.h"
#include "ns3/tcp-socket-base.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <list>
#include <numeric>

namespace ns3::postroad
{
namespace
{

using test::ConnectTo;
using test::ListenAt;
using test::ListenBare;
using test::NOTHING;
using test::ROUND_TRIP;
using test::TestDialogue;
using test::TestServer;
using test::TwoHosts;

// 3
TEST(TcpStream, ClosingWithDataInFlightEndsTheStreamBehindTheData)
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
TEST(TcpStream, MoreThanTheSocketHoldsIsSentPieceByPiece)
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
TEST(TcpStream, WhatIsSaidBeforeTheHandshakeIsSentAfterIt)
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

TEST(TcpStream, WhatIsSaidAfterTheCloseIsNoFailure)
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
TEST(TcpStream, AResetIsNotTakenForANormalClose)
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

TEST(TcpStream, ClosingWithUnreadInputIsNoReset)
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

TEST(TcpStream, ClosingInTheMidstOfTheInputIsNoReset)
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

TEST(TcpStream, WhatComesAfterTheCloseIsThrownAway)
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
TEST(TcpStream, AfterThePeersEndAllThatWaitsIsStillSent)
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
TEST(TcpStream, TheSessionIsNeverGivenNothingAndToldTheEndOnce)
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
TEST(TcpStream, ASilentPeerIsLeftAtTheSessionsDeadline)
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

TEST(TcpStream, APeerThatVanishesAmidATransferIsATimeOut)
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

TEST(TcpStream, APeerThatHearsNothingAndRepeatsItselfIsWaitedForAsLong)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(), [](TestDialogue& d) { d.session.greeting = "220"; });
    ListenAt(server);
    TestDialogue client;
    std::list<std::uint32_t> all(200);
    std::iota(all.begin(), all.end(), 2); // behind the handshake
    hosts.LoseAtServer(all);
    ConnectTo(client, hosts);
    TwoHosts::At(1, [&] {
        client.session.Say("EHLO");
        client.own->Pump();
    });
    TwoHosts::RunUntil(3600);
    EXPECT_EQ(client.session.received, "220");
    EXPECT_EQ(client.GetEnd(), "timed out");
    EXPECT_NEAR(client.GetEndTime(), 124, 5);
}

// 16
TEST(TcpStream, ADestroyedConnectionIsNotCalledByItsSocket)
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

TEST(TcpStream, AListenerDestroyedAmidAHandshakeIsNotCalled)
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
TEST(TcpStream, AFinThatNobodyAcknowledgesIsNotRepeatedForEver)
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

TEST(TcpStream, AFinThatNeverComesIsNotAwaitedForEver)
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
