#include "net/test-server.h"
#include "net/two-hosts.h"

#include "postroad/net/guarded-tcp-socket.h"
#include "postroad/net/tcp-settings.h"

#include "ns3/ipv4-l3-protocol.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

namespace ns3::postroad
{
namespace
{

using test::TestDialogue;
using test::TestServer;
using test::TwoHosts;

TEST(TcpSettings, FillPacketsWithoutHavingThemCutInTwo)
{
    TwoHosts hosts;
    ApplyTcpSettings();
    std::uint32_t largest = 0;
    std::uint32_t packets = 0;
    hosts.GetServer()->GetObject<Ipv4L3Protocol>()->TraceConnectWithoutContext(
        "Rx",
        Callback<void, Ptr<const Packet>, Ptr<Ipv4>, std::uint32_t>(
            [&](Ptr<const Packet> packet, Ptr<Ipv4>, std::uint32_t) {
                largest = std::max(largest, packet->GetSize());
                ++packets;
            }));
    TestServer server(hosts.GetServer(), [](TestDialogue&) {});
    ASSERT_EQ(server.listener.Listen(TwoHosts::GetAny()), SocketStatus::OK);
    TestDialogue client;
    client.session.greeting = std::string(100 * 1448, 'x');
    client.Connect(hosts.GetClient(),
                   GuardedTcpSocketFactory::GetTypeId(),
                   hosts.GetServerAddress());
    TwoHosts::RunUntil(10);
    EXPECT_EQ(server.First().session.received.size(), 100U * 1448U);
    EXPECT_EQ(largest, 1500U);
    EXPECT_EQ(packets, 102U) << "a SYN, an ACK and the data";
}

} // namespace
} // namespace ns3::postroad
