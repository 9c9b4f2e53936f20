#include "gateway/host-client.h"
#include "gateway/real-time-hosts.h"

#include "postroad/gateway/gateway-datagrams.h"
#include "postroad/net/datagram-endpoint.h"
#include "postroad/net/socket-address.h"

#include "ns3/simulator.h"
#include "ns3/udp-socket-factory.h"
#include "ns3/uinteger.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <set>
#include <vector>

namespace ns3::postroad
{
namespace
{

using test::HostClient;
using test::RealTimeHosts;

constexpr std::uint16_t PORT = 53;

/// A simulated server that answers each datagram with itself behind "re: ".
class GatewayDatagramsTest : public testing::Test
{
  protected:
    GatewayDatagramsTest()
    {
        EXPECT_EQ(m_server.Bind(GetAnyAddress(*m_world.hosts.GetServer(), PORT)), SocketStatus::OK);
    }

    void Answer(std::string_view bytes, const Address& from)
    {
        m_clients.insert(ToEndpoint(from).port);
        ++m_received;
        m_server.Send("re: " + std::string(bytes), from);
    }

    RealTimeHosts m_world{{"1Gbps", "1ms", "30000p"}}; // no loss but that of this machine
    std::set<std::uint16_t> m_clients;                 ///< their ports in the simulated network
    int m_received{0};
    DatagramEndpoint m_server{m_world.hosts.GetServer(),
                              UdpSocketFactory::GetTypeId(),
                              [this](auto bytes, const auto& from) { Answer(bytes, from); }};
};

TEST_F(GatewayDatagramsTest, GivesEachProgramItsOwnAnswers)
{
    const auto port = m_world.ListenDatagrams(PORT);
    m_world.RunWith([&] {
        const auto ann = HostClient::Open(port);
        const auto bob = HostClient::Open(port);
        ann.Send("ann");
        bob.Send("bob");
        EXPECT_EQ(bob.Receive(), "re: bob");
        EXPECT_EQ(ann.Receive(), "re: ann");
        ann.Send("again");
        EXPECT_EQ(ann.Receive(), "re: again");
    });
    EXPECT_EQ(m_clients.size(), 2U) << "a program keeps its simulated port";
}

TEST_F(GatewayDatagramsTest, PassesDatagramsOfManyPackets)
{
    const auto port = m_world.ListenDatagrams(PORT);
    const std::string large(20000, 'x');
    m_world.RunWith([&] {
        const auto client = HostClient::Open(port);
        client.Send(large);
        EXPECT_EQ(client.Receive().size(), large.size() + 4);
    });
}

TEST_F(GatewayDatagramsTest, OutlivesAFlood)
{
    const auto port = m_world.ListenDatagrams(PORT);
    constexpr int FLOOD = 20000;
    m_world.RunWith([&] {
        const auto rude = HostClient::Open(port);
        for (int i = 0; i < FLOOD; ++i)
        {
            rude.Send(std::string(1000, 'x'));
        }
        const auto client = HostClient::Open(port);
        std::string answer;
        for (int tries = 0; answer.empty() && tries < 20; ++tries)
        {
            client.Send("hello");
            answer = client.Receive(1000);
        }
        EXPECT_EQ(answer, "re: hello");
    });
    EXPECT_GT(m_received, 0);
}

/// Sends datagrams while the simulation does something else.
void
SendBurst(std::uint16_t port, int count)
{
    Simulator::ScheduleNow([port, count] {
        const auto client = HostClient::Open(port);
        for (int i = 0; i < count; ++i)
        {
            client.Send("x");
        }
    });
}

TEST_F(GatewayDatagramsTest, LosesNothingOfABurst)
{
    const auto port = m_world.ListenDatagrams(PORT);
    constexpr int BURST = 500;
    SendBurst(port, BURST);
    m_world.RunUntil([this] { return m_received == BURST; });
    EXPECT_EQ(m_world.lostDatagrams, 0U);
}

TEST_F(GatewayDatagramsTest, TellsHowManyDatagramsTheMachineLost)
{
    const auto port = m_world.ListenDatagrams(PORT);
    constexpr int FLOOD = 20000;
    SendBurst(port, FLOOD);
    m_world.RunUntil(
        [this] { return m_received + static_cast<int>(m_world.lostDatagrams) == FLOOD; });
    EXPECT_GT(m_world.lostDatagrams, 0U);
}

TEST_F(GatewayDatagramsTest, ForgetsTheProgramThatWasSilentLongest)
{
    constexpr std::size_t LIMIT = 5;
    m_world.gateway->SetAttribute("DatagramClientLimit", UintegerValue(LIMIT));
    const auto port = m_world.ListenDatagrams(PORT);
    std::vector<HostClient> clients;
    m_world.RunWith([&] {
        for (std::size_t i = 0; i < LIMIT; ++i)
        {
            clients.push_back(HostClient::Open(port));
            clients.back().Send("once");
            EXPECT_EQ(clients.back().Receive(), "re: once");
        }
        clients.front().Send("twice");
        EXPECT_EQ(clients.front().Receive(), "re: twice");
        EXPECT_EQ(m_clients.size(), LIMIT);
        const auto oneMore = HostClient::Open(port);
        oneMore.Send("once");
        EXPECT_EQ(oneMore.Receive(), "re: once");
        clients[0].Send("thrice");
        EXPECT_EQ(clients[0].Receive(), "re: thrice");
        EXPECT_EQ(m_clients.size(), LIMIT + 1);
        clients[1].Send("twice"); // the one that was forgotten
        EXPECT_EQ(clients[1].Receive(), "re: twice");
    });
    EXPECT_EQ(m_clients.size(), LIMIT + 2);
}

} // namespace
} // namespace ns3::postroad
