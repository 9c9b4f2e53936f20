#include "app/mail-network.h"

#include "postroad/app/dns/dig-client.h"
#include "postroad/net/datagram-endpoint.h"
#include "postroad/net/socket-address.h"
#include "postroad/net/virtual-time.h"
#include "postroad/wire/well-known-ports.h"

#include "ns3/nstime.h"
#include "ns3/simulator.h"
#include "ns3/socket.h"
#include "ns3/tcp-socket-factory.h"
#include "ns3/udp-socket-factory.h"
#include "ns3/uinteger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <optional>

namespace ns3::postroad
{
namespace
{

using Lines = std::vector<std::string>;

dns::DigQuery
MakeDigQuery(std::string_view name, dns::RecordType type)
{
    dns::DigQuery query;
    query.question = {*dns::Name::Parse(name), type};
    return query;
}

/// An event in one line: who, how, status and what.
std::string
Describe(const dns::DigEvent& event)
{
    if (const auto* const failure = std::get_if<dns::DigFailure>(&event))
    {
        return failure->server.name + ": " + failure->reason;
    }
    if (const auto* const note = std::get_if<dns::DigNote>(&event))
    {
        return note->text;
    }
    const auto& response = std::get<dns::DigResponse>(event);
    auto text = response.server.name +
                (response.transport == dns::Transport::TCP ? " over TCP: " : ": ") +
                dns::ToString(response.message.header.code);
    for (const auto& record : response.message.answers)
    {
        text += ' ' + dns::ToString(record.data);
    }
    return text;
}

class DigClientTest : public testing::Test
{
  protected:
    DigClientTest()
        : m_network({"pc.test", "root.test", "nic.test", "server.test"})
        , m_client(m_network.Install<DigClient>("pc.test"))
    {
        m_network.AddZone("b.net.", {"@ 3600 IN SOA ns root 1 2 3 4 5", "@ 300 IN MX 10 mail"});
    }

    /// A server as a query names it.
    dns::DigServer GetServer(const std::string& host) const
    {
        return {m_network.GetAddress(host), host};
    }

    /// Asks at 1 s and tells what came of it.
    Lines Dig(const dns::DigQuery& query)
    {
        Simulator::Schedule(Seconds(1), [this, query] {
            m_client->Dig(query, [this](const DigClient::Events& events) {
                m_end = Simulator::Now() - Seconds(1);
                m_events = events;
            });
        });
        m_network.RunUntil(Seconds(600));
        Lines lines;
        for (const auto& event : m_events)
        {
            lines.push_back(Describe(event));
        }
        return lines;
    }

    /// Answers each datagram that comes to port 53 of a host with those that `reply` makes of it.
    void AnswerAt(const std::string& host, const std::function<Lines(std::string)>& reply)
    {
        const auto node = m_network.GetNetwork().GetNode(host);
        const auto receiver = [this, reply](std::string_view octets, const Address& from) {
            for (const auto& each : reply(std::string(octets)))
            {
                m_server->Send(each, from);
            }
        };
        m_server.emplace(node, UdpSocketFactory::GetTypeId(), receiver);
        ASSERT_EQ(m_server->Bind(GetAnyAddress(*node, wire::DNS_PORT)), SocketStatus::OK);
    }

    /// Has a host serve a zone, of lines with absolute names.
    void ServeAt(const std::string& host, std::string_view origin, const Lines& lines)
    {
        dns::Zone zone(*dns::Name::Parse(origin));
        for (const auto& line : lines)
        {
            ASSERT_FALSE(zone.Add(*dns::Record::Parse(line, {}))) << line;
        }
        ASSERT_FALSE(m_network.Install<DnsServer>(host)->GetAuthority().AddZone(std::move(zone)));
    }

    test::MailNetwork m_network;
    Ptr<DigClient> m_client;
    std::optional<DatagramEndpoint> m_server;
    DigClient::Events m_events;
    Time m_end;
};

TEST_F(DigClientTest, AsksTheHostsResolverUnlessToldWhom)
{
    const auto resolver = m_network.GetAddress("ns.test");
    EXPECT_EQ(Dig(MakeDigQuery("b.net", dns::RecordType::MX)),
              (Lines{resolver + ": NOERROR 10 mail.b.net."}));
    const auto& response = std::get<dns::DigResponse>(m_events.at(0));
    EXPECT_EQ(response.server.address, resolver);
    EXPECT_EQ(ToTime(response.queryTime), m_end);
    EXPECT_GT(m_end, MilliSeconds(20));
    EXPECT_LT(m_end, MilliSeconds(25));
    EXPECT_EQ(response.size, response.message.Serialize().size());
}

TEST_F(DigClientTest, TellsTheRecordWhatItAsksAndHears)
{
    Dig(MakeDigQuery("b.net", dns::RecordType::MX));
    const auto& events = m_network.GetEvents();
    const auto count = [&events]<typename Details>(const Details&) {
        return std::count_if(events.begin(), events.end(), [](const event::Event& event) {
            const auto* const details = std::get_if<Details>(&event.details);
            return details && event.agent == "dig" && details->type == "MX";
        });
    };
    EXPECT_EQ(count(event::DnsQuestion()), 1);
    EXPECT_EQ(count(event::DnsAnswer()), 1);
}

TEST_F(DigClientTest, ShowsAServersFailureAsAnAnswer)
{
    EXPECT_EQ(Dig(MakeDigQuery("c.org", dns::RecordType::MX)),
              (Lines{m_network.GetAddress("ns.test") + ": REFUSED"}));
}

TEST_F(DigClientTest, AsksThreeTimesFiveSecondsApartAndGivesUp)
{
    auto query = MakeDigQuery("b.net", dns::RecordType::MX);
    query.servers = {GetServer("server.test")};
    m_network.GetNetwork().SetPortState("server.test", wire::DNS_PORT, OperState::DOWN);
    EXPECT_EQ(Dig(query), Lines(3, "server.test: timed out"));
    EXPECT_EQ(m_end, Seconds(15));
}

TEST_F(DigClientTest, GoesOnToTheNextServer)
{
    auto query = MakeDigQuery("b.net", dns::RecordType::MX);
    query.servers = {GetServer("server.test"), GetServer("ns.test")};
    EXPECT_EQ(Dig(query),
              (Lines{"server.test: connection refused", "ns.test: NOERROR 10 mail.b.net."}));
    EXPECT_LT(m_end, Seconds(1));
}

TEST_F(DigClientTest, TellsWhereNoWayLeads)
{
    auto query = MakeDigQuery("b.net", dns::RecordType::MX);
    query.servers = {{"192.0.2.1", "far"}};
    EXPECT_EQ(Dig(query), Lines(3, "far: no route to host"));
}

TEST_F(DigClientTest, DropsWhatBearsAnotherId)
{
    AnswerAt("server.test", [](std::string octets) {
        auto wrong = octets;
        wrong[0] = static_cast<char>(~wrong[0]);
        octets[2] = static_cast<char>(0x80); // QR
        wrong[2] = octets[2];
        return Lines{"", "x", wrong, octets, octets};
    });
    auto query = MakeDigQuery("b.net", dns::RecordType::MX);
    query.servers = {GetServer("server.test")};
    EXPECT_EQ(Dig(query), (Lines{"server.test: NOERROR"}));
}

TEST_F(DigClientTest, TellsOfAMessageThatItCannotRead)
{
    AnswerAt("server.test", [](const std::string& octets) { return Lines{octets.substr(0, 20)}; });
    auto query = MakeDigQuery("b.net", dns::RecordType::MX);
    query.servers = {GetServer("server.test")};
    const auto lines = Dig(query);
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0].find("server.test: sent what is no message: "), 0U) << lines[0];
}

TEST_F(DigClientTest, TellsOfTheAnswerToAnotherQuestion)
{
    AnswerAt("server.test", [](const std::string& octets) {
        auto message = *dns::Message::Parse(octets);
        message.header.isResponse = true;
        message.questions.at(0).type = dns::RecordType::A;
        return Lines{message.Serialize()};
    });
    auto query = MakeDigQuery("b.net", dns::RecordType::MX);
    query.servers = {GetServer("server.test")};
    EXPECT_EQ(Dig(query), Lines(3, "server.test: sent the answer to another question"));
}

TEST_F(DigClientTest, AsksAsItsAttributesSay)
{
    m_client->SetAttribute("Tries", UintegerValue(1));
    m_client->SetAttribute("Timeout", TimeValue(MilliSeconds(10)));
    EXPECT_EQ(Dig(MakeDigQuery("b.net", dns::RecordType::MX)),
              (Lines{m_network.GetAddress("ns.test") + ": timed out"}));
    EXPECT_EQ(m_end, MilliSeconds(10));
}

TEST_F(DigClientTest, AsksAsOftenAndWaitsAsLongAsTheQueryWants)
{
    auto query = MakeDigQuery("b.net", dns::RecordType::MX);
    query.servers = {GetServer("server.test")};
    m_network.GetNetwork().SetPortState("server.test", wire::DNS_PORT, OperState::DOWN);
    query.tries = 4;
    query.timeout = std::chrono::seconds(2);
    EXPECT_EQ(Dig(query), Lines(4, "server.test: timed out"));
    EXPECT_EQ(m_end, Seconds(8));
    std::vector<double> asked;
    for (const auto& event : m_network.GetEvents())
    {
        if (event.kind == event::EventKind::DNS_QUERY_SENT)
        {
            asked.push_back(std::chrono::duration<double>(event.time.time_since_epoch()).count());
        }
    }
    EXPECT_EQ(asked, (std::vector<double>{1, 3, 5, 7}));
}

TEST_F(DigClientTest, WaitsAsLongOverTcpToo)
{
    const auto node = m_network.GetNetwork().GetNode("server.test");
    const auto silent = Socket::CreateSocket(node, TcpSocketFactory::GetTypeId());
    silent->Bind(GetAnyAddress(*node, wire::DNS_PORT));
    silent->Listen();
    auto query = MakeDigQuery("b.net", dns::RecordType::MX);
    query.servers = {GetServer("server.test")};
    query.isTcp = true;
    query.tries = 2;
    query.timeout = std::chrono::seconds(1);
    EXPECT_EQ(Dig(query), Lines(2, "server.test: nothing came for too long"));
    EXPECT_GT(m_end, Seconds(2)); // the handshakes, and the waits
    EXPECT_LT(m_end, Seconds(2.1));
}

TEST_F(DigClientTest, AsksOverTcpWhenTold)
{
    auto query = MakeDigQuery("b.net", dns::RecordType::MX);
    query.isTcp = true;
    query.servers = {GetServer("ns.test")};
    EXPECT_EQ(Dig(query), (Lines{"ns.test over TCP: NOERROR 10 mail.b.net."}));
    EXPECT_GT(m_end, MilliSeconds(40)); // the handshake, and the exchange
    EXPECT_LT(m_end, MilliSeconds(50));
}

TEST_F(DigClientTest, AsksOverTcpWhatDoesNotFitIntoADatagram)
{
    const std::string text(200, 'x');
    m_network.AddZone("c.net.",
                      {"@ 60 IN SOA ns root 1 2 3 4 5",
                       "@ 60 IN TXT a" + text,
                       "@ 60 IN TXT b" + text,
                       "@ 60 IN TXT c" + text});
    auto query = MakeDigQuery("c.net", dns::RecordType::TXT);
    query.servers = {GetServer("ns.test")};
    query.udpSize = 512;
    const auto lines = Dig(query);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0], "Truncated, retrying in TCP mode.");
    const auto& response = std::get<dns::DigResponse>(m_events.at(1));
    EXPECT_EQ(response.transport, dns::Transport::TCP);
    EXPECT_EQ(response.message.answers.size(), 3U);
    EXPECT_FALSE(response.message.header.isTruncated);
}

TEST_F(DigClientTest, TakesATruncatedAnswerWhenTold)
{
    AnswerAt("server.test", [](const std::string& octets) {
        auto message = *dns::Message::Parse(octets);
        message.header.isResponse = true;
        message.header.isTruncated = true;
        return Lines{message.Serialize()};
    });
    auto query = MakeDigQuery("b.net", dns::RecordType::MX);
    query.servers = {GetServer("server.test")};
    query.isTruncationIgnored = true;
    EXPECT_EQ(Dig(query), (Lines{"server.test: NOERROR"}));
}

TEST_F(DigClientTest, AsksInTheClassOfTheQuestion)
{
    auto query = MakeDigQuery("version.bind", dns::RecordType::TXT);
    query.question.recordClass = dns::RecordClass::CH;
    query.servers = {GetServer("ns.test")};
    EXPECT_EQ(Dig(query), (Lines{"ns.test: REFUSED"}));
    EXPECT_EQ(std::get<dns::DigResponse>(m_events.at(0)).message.questions.at(0), query.question);
}

TEST_F(DigClientTest, TellsWhereNobodyListensOnTcp)
{
    auto query = MakeDigQuery("b.net", dns::RecordType::MX);
    query.isTcp = true;
    query.servers = {GetServer("server.test")};
    EXPECT_EQ(Dig(query), Lines(3, "server.test: connection refused"));
}

TEST_F(DigClientTest, TracesFromTheRootDownToTheAnswer)
{
    ServeAt("root.test",
            ".",
            {". 60 SOA a.nic. root.nic. 1 2 3 4 5",
             ". 60 NS root.test.",
             "root.test. 60 A " + m_network.GetAddress("root.test"),
             "net. 60 NS nic.test.",
             "nic.test. 60 A " + m_network.GetAddress("nic.test")});
    // Without glue, so that the resolver is asked.
    ServeAt("nic.test",
            "net.",
            {"net. 60 SOA a.nic. root.nic. 1 2 3 4 5",
             "net. 60 NS nic.test.",
             "b.net. 60 NS ns.test."});
    m_network.AddZone(".", {"@ 60 IN SOA ns root 1 2 3 4 5", "@ 60 IN NS root.test."});
    m_network.AddZone(
        "test.",
        {"@ 60 IN SOA ns root 1 2 3 4 5", "root 60 IN A %root.test%", "ns 60 IN A %ns.test%"});
    auto query = MakeDigQuery("b.net", dns::RecordType::MX);
    query.isTrace = true;
    query.servers = {GetServer("ns.test")};
    EXPECT_EQ(Dig(query),
              (Lines{"ns.test: NOERROR root.test.",
                     "root.test: NOERROR",
                     "nic.test: NOERROR",
                     "ns.test: NOERROR 10 mail.b.net."}));
}

TEST_F(DigClientTest, CannotTraceWithoutRootServers)
{
    auto query = MakeDigQuery("b.net", dns::RecordType::MX);
    query.isTrace = true;
    query.servers = {GetServer("ns.test")};
    EXPECT_EQ(Dig(query), (Lines{"ns.test: REFUSED", "ns.test answers REFUSED"}));
}

TEST_F(DigClientTest, DesiresRecursionOfTheResolverInAnyTrace)
{
    std::vector<bool> desired;
    AnswerAt("server.test", [&desired](const std::string& octets) {
        desired.push_back(dns::Message::Parse(octets)->header.isRecursionDesired);
        return Lines();
    });
    auto query = MakeDigQuery("b.net", dns::RecordType::MX);
    query.isTrace = true;
    query.isRecursive = false;
    query.servers = {GetServer("server.test")};
    Dig(query);
    ASSERT_FALSE(desired.empty());
    EXPECT_TRUE(desired.front());
}

TEST_F(DigClientTest, TellsOfAServerWhoseAddressNobodyKnows)
{
    ServeAt("root.test",
            ".",
            {". 60 SOA a.nic. root.nic. 1 2 3 4 5",
             ". 60 NS root.test.",
             "root.test. 60 A " + m_network.GetAddress("root.test"),
             "net. 60 NS gone.test."});
    auto query = MakeDigQuery("b.net", dns::RecordType::MX);
    query.isTrace = true;
    query.servers = {GetServer("root.test")};
    EXPECT_EQ(Dig(query),
              (Lines{"root.test: NOERROR root.test.",
                     "root.test: NOERROR",
                     "gone.test: its address is not known",
                     "gone.test: its address is not known",
                     "gone.test: its address is not known"}));
}

} // namespace
} // namespace ns3::postroad
