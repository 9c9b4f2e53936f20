/**
 * Many connections, many bytes: what only shows in numbers.
 */
#include "net/test-server.h"
#include "net/two-hosts.h"

#include "postroad/net/guarded-tcp-socket.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <list>

namespace ns3::postroad
{
namespace
{

using test::TestDialogue;
using test::TestServer;
using test::TwoHosts;

constexpr std::size_t CROWD = 1000;

/// Greets, and says goodbye to whoever says QUIT.
void
BeServer(TestDialogue& server)
{
    server.session.greeting = "220 ready\r\n";
    server.onProgress = [&session = server.session] {
        if (session.received == "QUIT\r\n" && session.calls.back() == "receive")
        {
            session.Say("221 bye\r\n");
            session.Close();
        }
    };
}

/// Says QUIT to the greeting, and closes with the goodbye.
void
BeClient(TestDialogue& client)
{
    client.onProgress = [&session = client.session, hasQuit = false]() mutable {
        if (!hasQuit && session.received == "220 ready\r\n")
        {
            hasQuit = true;
            session.Say("QUIT\r\n");
        }
        else if (session.received == "220 ready\r\n221 bye\r\n")
        {
            session.Close();
        }
    };
}

TEST(StreamLoad, NoneOfAThousandClientsAtOnceHangsBehindACrowdedLink)
{
    TwoHosts hosts({.rate = "1Mbps"});
    TestServer server(hosts.GetServer(), &BeServer, CROWD);
    ASSERT_EQ(server.listener.Listen(TwoHosts::GetAny()), SocketStatus::OK);
    std::list<TestDialogue> clients(CROWD);
    double start = 0;
    for (auto& client : clients)
    {
        BeClient(client);
        TwoHosts::At(start += 0.001, [&client, &hosts] {
            client.Connect(hosts.GetClient(),
                           GuardedTcpSocketFactory::GetTypeId(),
                           hosts.GetServerAddress());
        });
    }
    TwoHosts::RunUntil(200);
    EXPECT_GT(hosts.GetLost(), CROWD);
    EXPECT_TRUE(std::all_of(clients.begin(), clients.end(), [](const TestDialogue& client) {
        return client.GetEnd() == "closed by the peer";
    }));
    EXPECT_EQ(server.listener.GetConnectionCount(), 0U);
}

TEST(StreamLoad, FiveMegabytesPassWhole)
{
    TwoHosts hosts({.rate = "100Mbps", .delay = "1ms"});
    TestServer server(hosts.GetServer(), [](TestDialogue&) {});
    ASSERT_EQ(server.listener.Listen(TwoHosts::GetAny()), SocketStatus::OK);
    TestDialogue client;
    std::string content;
    for (int line = 0; content.size() < 5'000'000; ++line)
    {
        content += "line " + std::to_string(line) + "\r\n";
    }
    client.session.greeting = content;
    client.session.Close();
    client.Connect(hosts.GetClient(),
                   GuardedTcpSocketFactory::GetTypeId(),
                   hosts.GetServerAddress());
    TwoHosts::RunUntil(60);
    EXPECT_TRUE(server.First().session.received == content);
    EXPECT_EQ(client.GetEnd(), "closed");
    EXPECT_LT(client.GetEndTime(), 3);
}

TEST(StreamLoad, FlushingMayTakeLongerThanTheClosingLimitWhileItGetsOn)
{
    TwoHosts hosts({.rate = "50kbps"});
    TestServer server(hosts.GetServer(), [](TestDialogue&) {});
    ASSERT_EQ(server.listener.Listen(TwoHosts::GetAny()), SocketStatus::OK);
    TestDialogue client;
    client.session.greeting = std::string(1'500'000, 'x');
    client.session.Close();
    client.Connect(hosts.GetClient(),
                   GuardedTcpSocketFactory::GetTypeId(),
                   hosts.GetServerAddress());
    TwoHosts::RunUntil(600);
    EXPECT_EQ(server.First().session.received.size(), 1'500'000U);
    EXPECT_EQ(client.GetEnd(), "closed");
    EXPECT_GT(client.GetEndTime(), 240);
}

} // namespace
} // namespace ns3::postroad
