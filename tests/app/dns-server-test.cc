#include "app/dns-internet.h"
#include "net/test-dialogue.h"

#include "postroad/net/guarded-tcp-socket.h"
#include "postroad/net/socket-address.h"
#include "postroad/wire/well-known-ports.h"

#include "ns3/simulator.h"
#include "ns3/uinteger.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace ns3::postroad
{
namespace
{

using dns::RecordType;
using event::EventKind;
using test::DnsInternet;
using test::TestDialogue;

const std::string SERVER = "ns1.b.test";

std::string
MakeQuery(std::uint16_t id, RecordType type = RecordType::MX)
{
    return dns::MakeQuery(id, {*dns::Name::Parse("b.test"), type}).Serialize();
}

/// A message behind its length.
std::string
Frame(const std::string& message)
{
    return std::string(1, static_cast<char>(message.size() >> 8U)) +
           static_cast<char>(message.size() & 0xffU) + message;
}

/// The ids of the responses in a stream, in order; "cut" for a rest.
std::vector<std::uint16_t>
ReadIds(std::string stream)
{
    std::vector<std::uint16_t> ids;
    while (!stream.empty())
    {
        const auto length = wire::ByteReader(stream).ReadU16();
        const auto message = dns::Message::Parse(stream.substr(2, length));
        EXPECT_TRUE(message.IsOk());
        ids.push_back(message->header.id);
        stream.erase(0, 2U + length);
    }
    return ids;
}

class DnsServerTest : public testing::Test
{
  protected:
    void ConnectAt(const Time& time, TestDialogue& client, const std::string& greeting)
    {
        client.session.greeting = greeting;
        Simulator::Schedule(time, [this, &client] {
            client.Connect(m_internet.GetNetwork().GetNode("client.test"),
                           GuardedTcpSocketFactory::GetTypeId(),
                           *ToAddress({m_internet.GetAddress(SERVER), wire::DNS_PORT}));
        });
    }

    DnsInternet m_internet;
};

TEST_F(DnsServerTest, AnswersPipelinedQueriesOverTcp)
{
    TestDialogue client;
    ConnectAt(Seconds(1), client, Frame(MakeQuery(1)) + Frame(MakeQuery(2)) + Frame(MakeQuery(3)));
    m_internet.RunUntil(Seconds(2));
    EXPECT_EQ(ReadIds(client.session.received), (std::vector<std::uint16_t>{1, 2, 3}));
    EXPECT_EQ(m_internet.Find(EventKind::DNS_QUERY_RECEIVED, SERVER).size(), 3U);
    EXPECT_EQ(m_internet.Find(EventKind::DNS_ANSWER_SENT, SERVER).size(), 3U);
    EXPECT_EQ(m_internet.Find(EventKind::CONNECTION_OPENED, SERVER).size(), 1U);
    EXPECT_TRUE(m_internet.Find(EventKind::CONTENT_RECEIVED, SERVER).empty());
}

TEST_F(DnsServerTest, AnswersMoreQueriesThanItHoldsAtOnce)
{
    TestDialogue client;
    std::string queries;
    std::vector<std::uint16_t> ids;
    for (std::uint16_t id = 1; id <= 1000; ++id)
    {
        queries += Frame(MakeQuery(id));
        ids.push_back(id);
    }
    ConnectAt(Seconds(1), client, queries);
    m_internet.RunUntil(Seconds(5));
    EXPECT_EQ(ReadIds(client.session.received), ids);
}

TEST_F(DnsServerTest, ClosesAStreamOverWhichNothingComes)
{
    TestDialogue client;
    ConnectAt(Seconds(1), client, Frame(MakeQuery(1)));
    m_internet.RunUntil(Seconds(10));
    EXPECT_EQ(client.GetEnd(), "opened");
    m_internet.RunUntil(Seconds(12));
    EXPECT_EQ(client.GetEnd(), "closed by the peer");
}

TEST_F(DnsServerTest, ClosesAStreamThatHoldsNoMessages)
{
    TestDialogue client;
    ConnectAt(Seconds(1), client, "GET / HTTP/1.0\r\n\r\n" + std::string(30000, 'x'));
    TestDialogue other;
    ConnectAt(Seconds(1), other, Frame("too short"));
    m_internet.RunUntil(Seconds(5));
    EXPECT_EQ(other.GetEnd(), "closed by the peer");
    EXPECT_EQ(other.session.received, "");
    EXPECT_TRUE(m_internet.Find(EventKind::DNS_QUERY_RECEIVED, SERVER).empty());
}

TEST_F(DnsServerTest, ServesAsManyStreamsAsItMay)
{
    m_internet.GetServer(SERVER)->SetAttribute("ConnectionLimit", UintegerValue(2));
    std::array<TestDialogue, 3> clients;
    for (auto& client : clients)
    {
        ConnectAt(Seconds(1), client, Frame(MakeQuery(1)));
    }
    m_internet.RunUntil(Seconds(2));
    EXPECT_EQ(ReadIds(clients[0].session.received).size(), 1U);
    EXPECT_EQ(ReadIds(clients[1].session.received).size(), 1U);
    EXPECT_EQ(clients[2].session.received, "");
    EXPECT_NE(clients[2].GetEnd(), "opened");
}

TEST_F(DnsServerTest, IsSilentWhileTheHostHasNoPower)
{
    TestDialogue before;
    TestDialogue during;
    TestDialogue after;
    ConnectAt(Seconds(1), before, Frame(MakeQuery(1)));
    ConnectAt(Seconds(3), during, Frame(MakeQuery(2)));
    ConnectAt(Seconds(5), after, Frame(MakeQuery(3)));
    const auto server = m_internet.GetServer(SERVER);
    Simulator::Schedule(Seconds(2), [server] { server->SwitchOff(); });
    Simulator::Schedule(Seconds(4), [server] { server->SwitchOn(); });
    m_internet.RunUntil(Seconds(6));
    EXPECT_NE(before.GetEnd(), "opened");
    EXPECT_EQ(during.GetEnd(), "connection refused");
    EXPECT_EQ(ReadIds(after.session.received), std::vector<std::uint16_t>{3});
}

} // namespace
} // namespace ns3::postroad
