#include "app/mail-network.h"

#include "postroad/app/mail/mail-transfer-agent.h"
#include "postroad/dns/record/dns-message.h"

#include "ns3/config.h"
#include "ns3/simulator.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

namespace ns3::postroad
{
namespace
{

using Lines = std::vector<std::string>;

/// Keeps what the trace sources of agents tell, in words.
struct Listener
{
    void OnTx(std::string_view text, const wire::Endpoint& peer)
    {
        sent.push_back(Serialize(peer) + ' ' + std::string(text));
    }

    void OnRx(std::string_view text, const wire::Endpoint& peer)
    {
        received.push_back(Serialize(peer) + ' ' + std::string(text));
    }

    void
    OnTransition(const event::Connection& connection, std::string_view from, std::string_view to)
    {
        auto& ofRole = connection.role == event::Role::CLIENT ? asClient : asServer;
        ofRole.push_back(std::string(from) + " -> " + std::string(to));
    }

    void OnQueue(std::uint32_t before, std::uint32_t after)
    {
        lengths.push_back(std::to_string(before) + " -> " + std::to_string(after));
    }

    void OnTxWithPath(std::string path, std::string_view text, const wire::Endpoint&)
    {
        paths.push_back(std::move(path) + ' ' + std::string(text));
    }

    Lines sent;
    Lines received;
    Lines asClient;
    Lines asServer;
    Lines lengths;
    Lines paths;
};

/// Alice submits one letter for Bob, whose mailbox is on the same server.
class AgentTraces : public testing::Test
{
  protected:
    AgentTraces()
        : m_network({"alice.a.test", "mail.a.test"})
    {
        m_network.AddZone("a.test", {"mail IN A %mail.a.test%"});
        m_server = m_network.InstallMailServer("mail.a.test", {"bob@a.test"});
        m_alice = m_network.SendAt(Seconds(1), "alice.a.test", "mail.a.test", {{"bob", "a.test"}});
    }

    void Run()
    {
        m_network.RunUntil(Seconds(60));
    }

    static bool Has(const Lines& lines, const std::string& wanted)
    {
        return std::find(lines.begin(), lines.end(), wanted) != lines.end();
    }

    test::MailNetwork m_network;
    Ptr<MailTransferAgent> m_server;
    Ptr<MailUserAgent> m_alice;
    Listener m_heard;
};

TEST_F(AgentTraces, TellWhatIsSaidAndHeard)
{
    m_alice->TraceConnectWithoutContext("Tx", MakeCallback(&Listener::OnTx, &m_heard));
    m_alice->TraceConnectWithoutContext("Rx", MakeCallback(&Listener::OnRx, &m_heard));
    Run();
    const auto server = m_network.GetAddress("mail.a.test") + ":25 ";
    EXPECT_TRUE(Has(m_heard.sent, server + "EHLO alice.a.test"));
    EXPECT_TRUE(Has(m_heard.sent, server + "QUIT"));
    EXPECT_TRUE(std::any_of(m_heard.sent.begin(), m_heard.sent.end(), [](const auto& text) {
        return text.ends_with("\r\n.\r\n"); // the message, to the dot behind it
    }));
    EXPECT_TRUE(Has(m_heard.received, server + "220 mail.a.test ESMTP Postroad"));
}

TEST_F(AgentTraces, TellOfDnsMessagesToo)
{
    m_alice->TraceConnectWithoutContext("Tx", MakeCallback(&Listener::OnTx, &m_heard));
    m_alice->TraceConnectWithoutContext("Rx", MakeCallback(&Listener::OnRx, &m_heard));
    Run();
    const auto nameServer = m_network.GetAddress("ns.test") + ":53 ";
    for (const auto* const lines : {&m_heard.sent, &m_heard.received})
    {
        ASSERT_FALSE(lines->empty());
        ASSERT_TRUE(lines->front().starts_with(nameServer));
        const auto message = dns::Message::Parse(lines->front().substr(nameServer.size()));
        ASSERT_TRUE(message) << message.GetError().reason;
        EXPECT_EQ(message->header.isResponse, lines == &m_heard.received);
        EXPECT_EQ(message->questions.front().name.ToHostName(), "mail.a.test");
    }
}

TEST_F(AgentTraces, TellTheStatesOfEachSession)
{
    const auto listener = MakeCallback(&Listener::OnTransition, &m_heard);
    m_alice->TraceConnectWithoutContext("StateTransition", listener);
    m_server->TraceConnectWithoutContext("StateTransition", listener);
    Run();
    EXPECT_EQ(m_heard.asServer,
              (Lines{"CREATED -> GREETING",
                     "GREETING -> CONNECTED",
                     "CONNECTED -> READY",
                     "READY -> MAIL",
                     "MAIL -> RCPT",
                     "RCPT -> DATA",
                     "DATA -> READY",
                     "READY -> CLOSED"}));
    ASSERT_FALSE(m_heard.asClient.empty());
    EXPECT_EQ(m_heard.asClient.front(), "CREATED -> GREETING");
    EXPECT_TRUE(m_heard.asClient.back().ends_with(" -> CLOSED"));
}

TEST_F(AgentTraces, CountTheMessagesOfAQueue)
{
    const auto listener = MakeCallback(&Listener::OnQueue, &m_heard);
    m_alice->TraceConnectWithoutContext("Queue", listener);
    Run();
    EXPECT_EQ(m_heard.lengths, (Lines{"0 -> 1", "1 -> 0"}));
    m_heard.lengths.clear();
    m_server->TraceConnectWithoutContext("Queue", listener);
    m_network.SendAt(Seconds(1), "alice.a.test", "mail.a.test", {{"bob", "a.test"}});
    m_network.RunUntil(Seconds(120));
    EXPECT_EQ(m_heard.lengths, (Lines{"0 -> 1", "1 -> 0"}));
}

TEST_F(AgentTraces, AreFoundByTheirPaths)
{
    Config::Connect("/NodeList/*/ApplicationList/*/$ns3::postroad::MailTransferAgent/Tx",
                    MakeCallback(&Listener::OnTxWithPath, &m_heard));
    Config::ConnectWithoutContext(
        "/NodeList/*/ApplicationList/*/$ns3::postroad::MailTransferAgent/Queue",
        MakeCallback(&Listener::OnQueue, &m_heard));
    Run();
    ASSERT_FALSE(m_heard.paths.empty());
    EXPECT_TRUE(m_heard.paths.front().ends_with("/$ns3::postroad::MailTransferAgent/Tx "
                                                "220 mail.a.test ESMTP Postroad"))
        << m_heard.paths.front();
    EXPECT_EQ(m_heard.lengths, (Lines{"0 -> 1", "1 -> 0"}));
}

TEST_F(AgentTraces, HaveDocumentedSignatures)
{
    const auto tid = MailTransferAgent::GetTypeId();
    for (const auto& [name, signature] :
         {std::pair("Event", "ns3::postroad::Agent::EventTracedCallback"),
          std::pair("Tx", "ns3::postroad::Agent::TextTracedCallback"),
          std::pair("Rx", "ns3::postroad::Agent::TextTracedCallback"),
          std::pair("StateTransition", "ns3::postroad::Agent::StateTransitionTracedCallback"),
          std::pair("Queue", "ns3::TracedValueCallback::Uint32")})
    {
        TypeId::TraceSourceInformation info;
        ASSERT_TRUE(tid.LookupTraceSourceByName(name, &info)) << name;
        EXPECT_EQ(info.callback, signature);
        EXPECT_FALSE(info.help.empty());
    }
}

} // namespace
} // namespace ns3::postroad
