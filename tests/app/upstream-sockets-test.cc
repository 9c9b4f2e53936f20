#include "net/two-hosts.h"

#include "postroad/app/dns/upstream-sockets.h"
#include "postroad/net/socket-address.h"
#include "postroad/wire/well-known-ports.h"

#include "ns3/udp-socket-factory.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace ns3::postroad
{
namespace
{

using test::TwoHosts;

constexpr std::uint16_t PORT = 5000;
constexpr dns::LookupHandle LOOKUP{1};

dns::UpstreamQuery
MakeQuery(std::uint16_t port = PORT, const std::string& server = "192.0.2.2")
{
    dns::UpstreamQuery query;
    query.handle = LOOKUP;
    query.path = {server, dns::Transport::UDP, port};
    query.octets = "who?";
    return query;
}

/// A resolver's sockets on one host, and a name server on the other that answers.
class UpstreamSocketsTest : public testing::Test
{
  protected:
    UpstreamSocketsTest()
        : m_sockets(
              m_hosts.GetClient(),
              [this](const dns::UpstreamPath& path, std::string_view octets) {
                  m_paths.push_back(path);
                  m_received.emplace_back(octets);
                  m_onReceived();
              },
              [this](const dns::UpstreamQuery& query) {
                  m_refused.push_back(query.path);
                  m_onReceived();
              })
        , m_server(m_hosts.GetServer(), UdpSocketFactory::GetTypeId(), {})
    {
    }

    /// The server answers from a port of its own when it is asked at port 53.
    void AnswerFrom(std::uint16_t port)
    {
        m_asked = std::make_unique<DatagramEndpoint>(
            m_hosts.GetServer(),
            UdpSocketFactory::GetTypeId(),
            [this](std::string_view, const Address& from) {
                (m_server.GetLocal().port == 0 ? *m_asked : m_server).Send("it is me", from);
            });
        ASSERT_EQ(m_asked->Bind(TwoHosts::GetAny(wire::DNS_PORT)), SocketStatus::OK);
        if (port != wire::DNS_PORT)
        {
            ASSERT_EQ(m_server.Bind(TwoHosts::GetAny(port)), SocketStatus::OK);
        }
    }

    void SendAt(double seconds, const dns::UpstreamQuery& query, SocketStatus expected)
    {
        TwoHosts::At(seconds,
                     [this, query, expected] { EXPECT_EQ(m_sockets.Send(query), expected); });
    }

    TwoHosts m_hosts;
    std::vector<dns::UpstreamPath> m_paths;
    std::vector<std::string> m_received;
    std::vector<dns::UpstreamPath> m_refused;
    std::function<void()> m_onReceived{[] {}};
    UpstreamSockets m_sockets;
    DatagramEndpoint m_server;
    std::unique_ptr<DatagramEndpoint> m_asked;
};

TEST_F(UpstreamSocketsTest, BringTheAnswerAlongThePathOfTheQuery)
{
    AnswerFrom(wire::DNS_PORT);
    SendAt(1, MakeQuery(), SocketStatus::OK);
    TwoHosts::RunUntil(2);
    EXPECT_EQ(m_received, std::vector<std::string>{"it is me"});
    EXPECT_EQ(m_paths, std::vector<dns::UpstreamPath>{MakeQuery().path});
}

TEST_F(UpstreamSocketsTest, DropWhatComesFromAnotherPortOfTheServer)
{
    AnswerFrom(wire::DNS_PORT + 1);
    SendAt(1, MakeQuery(), SocketStatus::OK);
    TwoHosts::RunUntil(2);
    EXPECT_TRUE(m_received.empty());
}

TEST_F(UpstreamSocketsTest, AreClosedWithTheirLookup)
{
    AnswerFrom(wire::DNS_PORT);
    m_onReceived = [this] { m_sockets.Close(LOOKUP); };
    auto other = MakeQuery(PORT + 2);
    other.handle = dns::LookupHandle{2};
    SendAt(1, MakeQuery(), SocketStatus::OK);
    SendAt(1, MakeQuery(PORT + 1), SocketStatus::OK);
    SendAt(1, other, SocketStatus::OK);
    TwoHosts::RunUntil(1.01);
    EXPECT_TRUE(m_sockets.IsOpen(PORT));
    EXPECT_TRUE(m_sockets.IsOpen(PORT + 1));
    TwoHosts::RunUntil(2);
    EXPECT_FALSE(m_sockets.IsOpen(PORT));
    EXPECT_FALSE(m_sockets.IsOpen(PORT + 1));
    EXPECT_TRUE(m_sockets.IsOpen(PORT + 2));
    EXPECT_EQ(m_received.size(), 2U) << "the second port was closed before its answer came";
}

TEST_F(UpstreamSocketsTest, TellWhyAQueryCannotBeSent)
{
    SendAt(1, MakeQuery(PORT, "198.51.100.1"), SocketStatus::NO_ROUTE);
    SendAt(2, MakeQuery(PORT, "nowhere"), SocketStatus::NO_ROUTE);
    SendAt(3, MakeQuery(), SocketStatus::OK);
    SendAt(4, MakeQuery(), SocketStatus::PORT_IN_USE);
    TwoHosts::RunUntil(5);
}

TEST_F(UpstreamSocketsTest, TellAtOnceThatNobodyServesThere)
{
    const auto query = MakeQuery();
    m_onReceived = [this] { m_sockets.Close(LOOKUP); };
    SendAt(1, query, SocketStatus::OK);
    TwoHosts::RunUntil(1.03);
    EXPECT_EQ(m_refused, std::vector<dns::UpstreamPath>{query.path});
    EXPECT_TRUE(m_received.empty());
}

} // namespace
} // namespace ns3::postroad
