#include "net/tcp-behaviour.h"

#include "postroad/net/guarded-tcp-socket.h"

#include "ns3/config.h"
#include "ns3/pointer.h"
#include "ns3/rng-seed-manager.h"
#include "ns3/string.h"
#include "ns3/tcp-congestion-ops.h"
#include "ns3/tcp-l4-protocol.h"
#include "ns3/uinteger.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace ns3::postroad
{
namespace
{

using test::ConnectTo;
using test::ListenAt;
using test::NOTHING;
using test::TestDialogue;
using test::TestServer;
using test::TwoHosts;

/// A text in which no piece can stand in for another.
std::string
MakeContent(std::size_t size)
{
    std::string content;
    for (std::uint32_t line = 0; content.size() < size; ++line)
    {
        content += "line " + std::to_string(line) + "\r\n";
    }
    content.resize(size);
    return content;
}

/// A sender's and a receiver's buffer of one size: the window is full again and again.
void
MakeBuffersAlike()
{
    Config::SetDefault("ns3::TcpSocket::RcvBufSize", UintegerValue(131072));
    Config::SetDefault("ns3::TcpSocket::SndBufSize", UintegerValue(131072));
}

/// A stream over a lossy link, by chance of a number of its own.
class LossyStreamTest : public testing::TestWithParam<std::uint64_t>
{
};

TEST_P(LossyStreamTest, ArrivesWhole)
{
    RngSeedManager::SetRun(GetParam());
    TwoHosts hosts({.rate = "100Mbps", .delay = "50ms", .loss = 0.01});
    MakeBuffersAlike();
    TestServer server(hosts.GetServer(), NOTHING);
    ListenAt(server);
    TestDialogue client;
    client.session.greeting = MakeContent(1'000'000);
    client.session.Close();
    ConnectTo(client, hosts);
    TwoHosts::RunUntil(3600);
    EXPECT_TRUE(server.First().session.received == client.session.greeting);
    EXPECT_EQ(client.GetEnd(), "closed");
    RngSeedManager::SetRun(1);
}

INSTANTIATE_TEST_SUITE_P(Runs, LossyStreamTest, testing::Range<std::uint64_t>(1, 9));

TEST(GuardedTcpSocket, UsesTheAlgorithmsThatTheHostIsSetToUse)
{
    const TwoHosts hosts;
    hosts.GetClient()->GetObject<TcpL4Protocol>()->SetAttribute("SocketType",
                                                                StringValue("ns3::TcpNewReno"));
    const auto factory = FindSocketFactory(hosts.GetClient(), GuardedTcpSocketFactory::GetTypeId());
    const auto socket = factory->CreateSocket();
    PointerValue algorithm;
    socket->GetAttribute("CongestionOps", algorithm);
    EXPECT_EQ(algorithm.Get<TcpCongestionOps>()->GetName(), "TcpNewReno");
}

TEST(GuardedTcpSocket, HasOneFactoryOnAHost)
{
    const TwoHosts hosts;
    const auto protocol = GuardedTcpSocketFactory::GetTypeId();
    EXPECT_EQ(FindSocketFactory(hosts.GetClient(), protocol),
              FindSocketFactory(hosts.GetClient(), protocol));
    EXPECT_EQ(FindSocketFactory(CreateObject<Node>(), protocol), nullptr) << "no TCP";
}

} // namespace
} // namespace ns3::postroad
