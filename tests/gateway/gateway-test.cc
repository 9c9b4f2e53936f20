#include "gateway/host-client.h"
#include "gateway/real-time-hosts.h"
#include "net/test-server.h"

#include "postroad/gateway/gateway.h"

#include "ns3/simulator.h"
#include "ns3/uinteger.h"

#include <boost/system/system_error.hpp>
#include <gtest/gtest.h>

#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace ns3::postroad
{
namespace
{

using test::HostClient;
using test::RealTimeHosts;
using test::TestDialogue;
using test::TestServer;
using test::TwoHosts;

constexpr std::size_t BIG = 5'000'000;

std::string
MakeOctets(std::size_t count)
{
    std::string octets(count, '\0');
    for (std::size_t i = 0; i < count; ++i)
    {
        octets[i] = static_cast<char>(i * 7 + i / 251);
    }
    return octets;
}

/// Says back whatever comes.
void
Echo(TestDialogue& dialogue)
{
    dialogue.onProgress = [&dialogue] {
        dialogue.session.Say(std::exchange(dialogue.session.received, {}));
    };
}

void
Greet(TestDialogue& dialogue)
{
    dialogue.session.greeting = "220 here\r\n";
}

class GatewayTest : public testing::Test
{
  protected:
    void Serve(TestServer::Prepare prepare)
    {
        m_server.emplace(m_world.hosts.GetServer(), std::move(prepare));
        ASSERT_EQ(m_server->listener.Listen(TwoHosts::GetAny()), SocketStatus::OK);
    }

    /// What the first client's dialogue on the simulated server came to.
    std::string GetEnd()
    {
        m_world.RunUntil(
            [this] { return !m_server->dialogues.empty() && m_server->First().told.size() > 1; });
        return m_server->First().GetEnd();
    }

    RealTimeHosts m_world;
    std::optional<TestServer> m_server;
};

TEST_F(GatewayTest, PassesFiveMegabytesInAndOut)
{
    Serve(Echo);
    const auto port = m_world.Listen();
    const auto octets = MakeOctets(BIG);
    std::string back;
    m_world.RunWith([&] {
        const auto client = HostClient::Connect(port);
        std::thread sender([&] { EXPECT_EQ(client.Send(octets), octets.size()); });
        back = client.ReceiveExactly(octets.size());
        sender.join();
    });
    EXPECT_TRUE(back == octets) << back.size();
}

TEST_F(GatewayTest, LetsAServerAnswerAfterTheClientHasEnded)
{
    Serve([](TestDialogue& dialogue) {
        dialogue.session.closesWithPeer = false;
        dialogue.onProgress = [&dialogue] {
            if (dialogue.session.calls.back() == "end")
            {
                dialogue.session.Say("got " + dialogue.session.received);
                dialogue.session.Close();
            }
        };
    });
    const auto port = m_world.Listen();
    std::string answer;
    m_world.RunWith([&] {
        const auto client = HostClient::Connect(port);
        client.Send("all");
        client.End();
        answer = client.ReceiveAll();
    });
    EXPECT_EQ(answer, "got all");
}

TEST_F(GatewayTest, EndsTheStreamThatTheServerEnds)
{
    Serve([](TestDialogue& dialogue) {
        dialogue.session.greeting = "bye";
        dialogue.session.Close();
    });
    const auto port = m_world.Listen();
    std::string last;
    m_world.RunWith([&] { last = HostClient::Connect(port).ReceiveAll(); });
    EXPECT_EQ(last, "bye");
    EXPECT_EQ(GetEnd(), "closed");
    m_world.RunUntil([this] { return m_world.gateway->CountConnections() == 0; });
}

TEST_F(GatewayTest, BreaksOffWhatAClientBreaksOffInMidLine)
{
    Serve(Echo);
    const auto port = m_world.Listen();
    m_world.RunWith([&] {
        auto client = HostClient::Connect(port);
        client.Send("HALF A LI");
        EXPECT_EQ(client.Receive(), "HALF A LI");
        client.Reset();
    });
    EXPECT_EQ(GetEnd(), "connection reset by the peer");
}

TEST_F(GatewayTest, BreaksOffWhatTheServerBreaksOff)
{
    Serve([](TestDialogue& dialogue) { dialogue.session.wantsInput = false; });
    const auto port = m_world.Listen();
    TwoHosts::At(0.3, [this] { m_server->listener.Close(StreamListener::Live::CUT); });
    m_world.RunWith([&] {
        const auto client = HostClient::Connect(port);
        client.Send("never read");
        EXPECT_THROW(client.ReceiveAll(), std::system_error);
    });
}

TEST_F(GatewayTest, BreaksOffWhatTheServerRefuses)
{
    const auto port = m_world.Listen();
    m_world.RunWith([&] {
        const auto client = HostClient::Connect(port);
        EXPECT_THROW(client.ReceiveAll(), std::system_error);
    });
    EXPECT_EQ(m_world.gateway->CountConnections(), 0U);
}

TEST_F(GatewayTest, ServesTwoHundredClientsAtOnce)
{
    constexpr int CLIENTS = 200;
    Serve(Greet);
    const auto port = m_world.Listen();
    int greeted = 0;
    m_world.RunWith([&] {
        std::vector<HostClient> clients;
        clients.reserve(CLIENTS);
        for (int i = 0; i < CLIENTS; ++i)
        {
            clients.push_back(HostClient::Connect(port));
        }
        for (const auto& client : clients)
        {
            greeted += client.Receive().substr(0, 3) == "220" ? 1 : 0;
        }
    });
    EXPECT_EQ(greeted, CLIENTS);
    m_world.RunUntil([this] { return m_world.gateway->CountConnections() == 0; });
}

TEST_F(GatewayTest, BreaksOffConnectionsAboveItsLimit)
{
    Serve(Greet);
    m_world.gateway->SetAttribute("ConnectionLimit", UintegerValue(2));
    const auto port = m_world.Listen();
    m_world.RunWith([&] {
        const auto first = HostClient::Connect(port);
        const auto second = HostClient::Connect(port);
        EXPECT_EQ(first.Receive(), "220 here\r\n");
        EXPECT_EQ(second.Receive(), "220 here\r\n");
        EXPECT_THROW(HostClient::Connect(port).ReceiveAll(), std::system_error);
        second.End();
        second.ReceiveAll();
        while (HostClient::Connect(port).Receive(100).empty())
        {
        }
    });
}

TEST_F(GatewayTest, KeepsServingOthersWhileOneNeverReads)
{
    Serve([](TestDialogue& dialogue) {
        dialogue.session.greeting = std::string(3 * BIG, 'x');
        dialogue.session.closesWithPeer = false;
    });
    const auto port = m_world.Listen();
    const auto device = m_world.hosts.GetClient()->GetDevice(1);
    std::size_t octets = 0;
    device->TraceConnectWithoutContext(
        "MacRx",
        Callback<void, Ptr<const Packet>>(
            [&octets](Ptr<const Packet> packet) { octets += packet->GetSize(); }));
    std::optional<HostClient> lazy;
    m_world.RunWith([&] {
        lazy.emplace(HostClient::Connect(port));
        EXPECT_EQ(HostClient::Connect(port).ReceiveExactly(3 * BIG).size(), 3 * BIG);
    });
    // The other one's, the kernel's buffers, and no more of the one that does not read.
    EXPECT_LT(octets, 5 * BIG);
    std::size_t late = 0;
    m_world.RunWith([&] { late = lazy->ReceiveExactly(3 * BIG).size(); });
    EXPECT_EQ(late, 3 * BIG);
}

TEST_F(GatewayTest, IsNotFilledByAFloodThatTheServerDoesNotRead)
{
    Serve([](TestDialogue& dialogue) { dialogue.session.wantsInput = false; });
    const auto port = m_world.Listen();
    std::size_t sent = 0;
    m_world.RunWith([&] {
        const auto client = HostClient::Connect(port);
        std::thread flood([&] { sent = client.Send(std::string(20 * BIG, 'x')); });
        EXPECT_EQ(client.Receive(1000), "");
        client.End();
        flood.join();
    });
    EXPECT_LT(sent, 4 * BIG);
}

TEST_F(GatewayTest, GivesItsPortsBackWhenItStops)
{
    Serve(Greet);
    const auto port = m_world.Listen();
    m_world.RunWith([&] {
        const auto client = HostClient::Connect(port);
        client.Receive();
        Simulator::ScheduleWithContext(0, Time(0), [this] { m_world.gateway->Stop(); });
        EXPECT_THROW(client.ReceiveAll(), std::system_error);
        EXPECT_THROW(HostClient::Connect(port), std::system_error);
    });
}

TEST_F(GatewayTest, TellsThatAPortIsTaken)
{
    const auto other = HostClient::Listen();
    EXPECT_THROW(m_world.gateway->Listen({boost::asio::ip::address_v4::loopback(), other.GetPort()},
                                         m_world.hosts.GetServerAddress()),
                 boost::system::system_error);
}

TEST_F(GatewayTest, MayEndWhileItsClientsAreInTheMidstOfThings)
{
    Serve(Echo);
    const auto port = m_world.Listen();
    std::vector<HostClient> clients;
    m_world.RunWith([&] {
        for (int i = 0; i < 20; ++i)
        {
            clients.push_back(HostClient::Connect(port));
            clients.back().Send(MakeOctets(100'000).substr(0, 1000 * i));
        }
    });
}

} // namespace
} // namespace ns3::postroad
