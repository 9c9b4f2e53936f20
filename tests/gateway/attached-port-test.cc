#include "gateway/host-client.h"
#include "gateway/real-time-hosts.h"
#include "net/test-dialogue.h"

#include "postroad/gateway/attached-port.h"
#include "postroad/net/guarded-tcp-socket.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <gtest/gtest.h>

#include <cstdint>
#include <list>
#include <optional>
#include <system_error>

namespace ns3::postroad
{
namespace
{

using test::HostClient;
using test::RealTimeHosts;
using test::TestDialogue;
using test::TwoHosts;

/// A port at which nobody listens, and which other programs are not given meanwhile.
class PortWithoutServer
{
  public:
    PortWithoutServer()
        : m_socket(m_context, boost::asio::ip::tcp::v4())
    {
        m_socket.bind({boost::asio::ip::address_v4::loopback(), 0});
    }

    std::uint16_t GetPort() const
    {
        return m_socket.local_endpoint().port();
    }

  private:
    boost::asio::io_context m_context;
    boost::asio::ip::tcp::socket m_socket;
};

/// The gateway's node is the client's, too: where the connection begins does not matter.
class AttachedPortTest : public testing::Test
{
  protected:
    void Attach(std::uint16_t hostPort)
    {
        m_world.gateway->Attach(m_world.hosts.GetServer(),
                                TwoHosts::PORT,
                                {boost::asio::ip::address_v4::loopback(), hostPort});
    }

    /// Answers the question whether the real server is there, and waits until its port is open.
    template <typename Server>
    void AwaitProbe(const Server& server)
    {
        m_world.RunWith([&] { server.Accept(); });
        m_world.RunUntil([this] { return m_world.gateway->CountOpenPorts() == 1; });
    }

    TestDialogue& Connect()
    {
        auto& dialogue = m_dialogues.emplace_back();
        dialogue.Connect(m_world.hosts.GetClient(),
                         GuardedTcpSocketFactory::GetTypeId(),
                         m_world.hosts.GetServerAddress());
        return dialogue;
    }

    /// A client that comes after some time, for ports open and close in real time.
    std::string ConnectAndGetEnd()
    {
        RealTimeHosts::RunFor(0.2);
        const auto& dialogue = Connect();
        m_world.RunUntil([&] { return !dialogue.told.empty() && dialogue.GetEnd() != "opened"; });
        return dialogue.GetEnd();
    }

    RealTimeHosts m_world;
    std::list<TestDialogue> m_dialogues;
};

TEST_F(AttachedPortTest, LeadsToTheRealServer)
{
    const auto server = HostClient::Listen();
    Attach(server.GetPort());
    AwaitProbe(server);
    auto& client = Connect();
    client.session.Say("EHLO\r\n");
    m_world.RunWith([&] {
        const auto peer = server.Accept();
        peer.Send("220 real\r\n");
        EXPECT_EQ(peer.Receive(), "EHLO\r\n");
        peer.Send("250 hello\r\n");
        peer.End();
        EXPECT_EQ(peer.ReceiveAll(), "");
    });
    EXPECT_EQ(client.session.received, "220 real\r\n250 hello\r\n");
    m_world.RunUntil([this] { return m_world.gateway->CountConnections() == 0; });
    EXPECT_EQ(client.GetEnd(), "closed by the peer");
}

TEST_F(AttachedPortTest, PassesARealServersResetOn)
{
    const auto server = HostClient::Listen();
    Attach(server.GetPort());
    AwaitProbe(server);
    const auto& client = Connect();
    m_world.RunWith([&] { server.Accept().Reset(); });
    m_world.RunUntil([&] { return client.told.size() > 1; });
    EXPECT_EQ(client.GetEnd(), "connection reset by the peer");
}

TEST_F(AttachedPortTest, RefusesWhileTheRealServerIsNotThere)
{
    const PortWithoutServer nobody;
    Attach(nobody.GetPort());
    EXPECT_EQ(ConnectAndGetEnd(), "connection refused");
    EXPECT_EQ(ConnectAndGetEnd(), "connection refused");
}

TEST_F(AttachedPortTest, RefusesOnceTheRealServerIsFoundToBeGone)
{
    auto server = std::optional(HostClient::Listen());
    Attach(server->GetPort());
    AwaitProbe(*server);
    server.reset();
    EXPECT_EQ(ConnectAndGetEnd(), "connection reset by the peer");
    m_world.RunUntil([this] { return m_world.gateway->CountOpenPorts() == 0; });
    EXPECT_EQ(ConnectAndGetEnd(), "connection refused");
}

TEST_F(AttachedPortTest, OpensWhenTheRealServerIsThereAgain)
{
    auto nobody = std::make_optional<PortWithoutServer>();
    const auto port = nobody->GetPort();
    Attach(port);
    EXPECT_EQ(ConnectAndGetEnd(), "connection refused");
    nobody.reset();
    const auto server = HostClient::Listen(port);
    AwaitProbe(server);
    const auto& client = Connect();
    m_world.RunWith([&] { server.Accept().Send("220 back\r\n"); });
    m_world.RunUntil([&] { return client.session.received == "220 back\r\n"; });
}

} // namespace
} // namespace ns3::postroad
