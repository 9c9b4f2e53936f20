#include "app/mail-network.h"
#include "net/test-dialogue.h"

#include "postroad/app/mail/mail-transfer-agent.h"
#include "postroad/app/mail/pop3-server.h"
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

/// Servers that serve one client at a time.
class ConnectionLimitTest : public testing::Test
{
  protected:
    ConnectionLimitTest()
        : m_network({"client.test", "server.test"})
    {
    }

    void Connect(test::TestDialogue& dialogue, std::uint16_t port)
    {
        dialogue.Connect(m_network.GetNetwork().GetNode("client.test"),
                         GuardedTcpSocketFactory::GetTypeId(),
                         *ToAddress({m_network.GetAddress("server.test"), port}));
    }

    /// What the second of two clients hears, and a third when the first has left.
    void ExpectRefusal(std::uint16_t port, const std::string& greeting, const std::string& refusal)
    {
        test::TestDialogue first;
        test::TestDialogue second;
        test::TestDialogue third;
        Simulator::Schedule(Seconds(1), [&] { Connect(first, port); });
        Simulator::Schedule(Seconds(2), [&] { Connect(second, port); });
        Simulator::Schedule(Seconds(3), [&] { first.own->Cut(); });
        Simulator::Schedule(Seconds(4), [&] { Connect(third, port); });
        m_network.RunUntil(Seconds(10));
        EXPECT_EQ(first.session.received, greeting);
        EXPECT_EQ(second.session.received, refusal);
        EXPECT_EQ(second.GetEnd(), "closed by the peer");
        EXPECT_EQ(third.session.received, greeting);
    }

    test::MailNetwork m_network;
};

TEST_F(ConnectionLimitTest, IsToldToAMailClientInSmtp)
{
    MailTransferAgentHelper helper;
    helper.SetAttribute("ConnectionLimit", UintegerValue(1));
    m_network.Install<MailTransferAgent>("server.test", helper);
    ExpectRefusal(wire::SMTP_PORT,
                  "220 server.test ESMTP Postroad\r\n",
                  "421 server.test Too many connections, try later\r\n");
}

TEST_F(ConnectionLimitTest, IsToldToAReaderInPop3)
{
    AgentHelper<Pop3Server> helper;
    helper.SetAttribute("ConnectionLimit", UintegerValue(1));
    m_network.Install<Pop3Server>("server.test", helper);
    ExpectRefusal(wire::POP3_PORT,
                  "+OK POP3 server ready\r\n",
                  "-ERR too many connections, try again later\r\n");
}

} // namespace
} // namespace ns3::postroad
