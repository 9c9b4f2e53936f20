#include "net/test-server.h"
#include "net/two-hosts.h"

#include "postroad/net/guarded-tcp-socket.h"

#include <gtest/gtest.h>

#include <optional>

namespace ns3::postroad
{
namespace
{

using test::TestDialogue;
using test::TestServer;
using test::TwoHosts;

const auto SILENT = [](TestDialogue&) {};

void
ConnectTo(TestDialogue& dialogue, const TwoHosts& hosts)
{
    dialogue.Connect(hosts.GetClient(),
                     GuardedTcpSocketFactory::GetTypeId(),
                     hosts.GetServerAddress());
}

TEST(StreamListener, TellsThatAPortIsInUse)
{
    TwoHosts hosts;
    TestServer first(hosts.GetServer(), SILENT);
    TestServer second(hosts.GetServer(), SILENT);
    EXPECT_EQ(first.listener.Listen(TwoHosts::GetAny()), SocketStatus::OK);
    EXPECT_EQ(second.listener.Listen(TwoHosts::GetAny()), SocketStatus::PORT_IN_USE);
}

TEST(StreamListener, TellsThatAHostHasNoSuchProtocol)
{
    TwoHosts hosts;
    const auto bareNode = CreateObject<Node>();
    TestServer server(bareNode, SILENT);
    EXPECT_EQ(server.listener.Listen(TwoHosts::GetAny()), SocketStatus::NO_PROTOCOL);
}

TEST(StreamListener, LetsLiveConnectionsGoOnWhenThePortIsClosed)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(), SILENT);
    ASSERT_EQ(server.listener.Listen(TwoHosts::GetAny()), SocketStatus::OK);
    TestDialogue early;
    TestDialogue late;
    ConnectTo(early, hosts);
    TwoHosts::At(1, [&] { server.listener.Close(StreamListener::Live::KEEP); });
    TwoHosts::At(2, [&] {
        early.session.Say("still here");
        early.own->Pump();
        ConnectTo(late, hosts);
    });
    TwoHosts::RunUntil(10);
    EXPECT_EQ(server.First().session.received, "still here");
    EXPECT_EQ(late.GetEnd(), "connection refused");
}

TEST(StreamListener, CutsLiveConnectionsWhenTheHostIsSwitchedOff)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(), SILENT);
    ASSERT_EQ(server.listener.Listen(TwoHosts::GetAny()), SocketStatus::OK);
    TestDialogue client;
    ConnectTo(client, hosts);
    TwoHosts::At(1, [&] {
        server.listener.Close(StreamListener::Live::CUT);
        EXPECT_EQ(server.First().told.size(), 1U) << "told by an event, not in the call";
    });
    TwoHosts::RunUntil(10);
    EXPECT_EQ(server.First().GetEnd(), "cut");
    EXPECT_DOUBLE_EQ(server.First().GetEndTime(), 1);
    EXPECT_EQ(server.First().session.calls.back(), "abort");
    EXPECT_EQ(server.listener.GetConnectionCount(), 0U);
    EXPECT_EQ(client.GetEnd(), "closed by the peer");
}

TEST(StreamListener, IsThereAgainWhenTheHostIsSwitchedOn)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(), [](TestDialogue& d) { d.session.greeting = "220\r\n"; });
    ASSERT_EQ(server.listener.Listen(TwoHosts::GetAny()), SocketStatus::OK);
    TestDialogue during;
    TestDialogue after;
    TwoHosts::At(1, [&] { server.listener.Close(StreamListener::Live::CUT); });
    TwoHosts::At(2, [&] { ConnectTo(during, hosts); });
    TwoHosts::At(3, [&] {
        EXPECT_EQ(server.listener.Listen(TwoHosts::GetAny()), SocketStatus::OK);
        ConnectTo(after, hosts);
    });
    TwoHosts::RunUntil(10);
    EXPECT_EQ(during.GetEnd(), "connection refused");
    EXPECT_EQ(after.session.received, "220\r\n");
}

TEST(StreamListener, CutsAHandshakeShortWhenThePortIsClosedAmidIt)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(), SILENT);
    ASSERT_EQ(server.listener.Listen(TwoHosts::GetAny()), SocketStatus::OK);
    TestDialogue client;
    ConnectTo(client, hosts);
    TwoHosts::At(0.015, [&] { server.listener.Close(StreamListener::Live::CUT); });
    TwoHosts::RunUntil(10);
    EXPECT_TRUE(server.dialogues.empty());
    EXPECT_EQ(client.GetEnd(), "closed by the peer");
}

TEST(StreamListener, ClosesAtOnceOnAClientForWhomThereIsNoDialogue)
{
    TwoHosts hosts;
    wire::Endpoint remote;
    StreamListener listener(hosts.GetServer(),
                            GuardedTcpSocketFactory::GetTypeId(),
                            [&](const wire::Endpoint& from, StreamListener::Admission) {
                                remote = from;
                                return nullptr;
                            });
    ASSERT_EQ(listener.Listen(TwoHosts::GetAny()), SocketStatus::OK);
    TestDialogue client;
    ConnectTo(client, hosts);
    TwoHosts::RunUntil(10);
    EXPECT_EQ(client.GetEnd(), "closed by the peer");
    EXPECT_EQ(remote, client.own->GetLocal());
}

TEST(StreamListener, TellsOnlySoManyClientsAboveItsLimit)
{
    TwoHosts hosts;
    TestServer server(hosts.GetServer(), SILENT, 1);
    ASSERT_EQ(server.listener.Listen(TwoHosts::GetAny()), SocketStatus::OK);
    std::list<TestDialogue> clients;
    for (std::size_t i = 0; i < 1 + StreamListener::REFUSAL_LIMIT; ++i)
    {
        ConnectTo(clients.emplace_back(), hosts);
    }
    TestDialogue last;
    TwoHosts::At(2, [&] { ConnectTo(last, hosts); });
    TwoHosts::RunUntil(5);
    EXPECT_EQ(server.dialogues.size(), 1 + StreamListener::REFUSAL_LIMIT);
    EXPECT_EQ(server.admissions.front(), StreamListener::Admission::SERVED);
    EXPECT_EQ(server.admissions.back(), StreamListener::Admission::OVER_LIMIT);
    EXPECT_EQ(last.GetEnd(), "closed by the peer");
}

TEST(StreamListener, MayBeDestroyedWhenAskedForADialogue)
{
    TwoHosts hosts;
    std::optional<StreamListener> listener;
    listener.emplace(hosts.GetServer(),
                     GuardedTcpSocketFactory::GetTypeId(),
                     [&](const wire::Endpoint&, StreamListener::Admission) {
                         listener.reset();
                         return std::make_unique<TestDialogue>();
                     });
    ASSERT_EQ(listener->Listen(TwoHosts::GetAny()), SocketStatus::OK);
    TestDialogue client;
    ConnectTo(client, hosts);
    TwoHosts::RunUntil(10);
    EXPECT_FALSE(listener);
    EXPECT_EQ(client.GetEnd(), "closed by the peer");
}

TEST(StreamListener, MayBeDestroyedByADialogueItServes)
{
    for (const bool atTheEnd : {false, true})
    {
        SCOPED_TRACE(atTheEnd);
        TwoHosts hosts;
        std::optional<TestServer> server;
        std::list<TestDialogue> kept;
        server.emplace(hosts.GetServer(), [&](TestDialogue& d) {
            d.session.Close();
            const auto destroy = [&] {
                kept.splice(kept.end(), server->dialogues);
                server.reset();
            };
            (atTheEnd ? d.onEnded : d.onProgress) = destroy;
        });
        ASSERT_EQ(server->listener.Listen(TwoHosts::GetAny()), SocketStatus::OK);
        TestDialogue client;
        ConnectTo(client, hosts);
        TwoHosts::RunUntil(10);
        EXPECT_FALSE(server);
        EXPECT_EQ(client.GetEnd(), "closed by the peer");
    }
}

} // namespace
} // namespace ns3::postroad
