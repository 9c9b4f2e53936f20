#include "app/dns-internet.h"

#include "postroad/app/dns/dns-stream-query.h"
#include "postroad/event/event-json.h"
#include "postroad/net/datagram-endpoint.h"
#include "postroad/net/socket-address.h"
#include "postroad/wire/well-known-ports.h"

#include "ns3/simulator.h"
#include "ns3/udp-socket-factory.h"
#include "ns3/uinteger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <set>

namespace ns3::postroad
{
namespace
{

using dns::LookupStatus;
using dns::RecordType;
using event::EventKind;
using test::DnsInternet;
using Lines = std::vector<std::string>;

const std::string RESOLVER = DnsInternet::RESOLVER;

/// A query as some program on a host sends it, and what comes back.
class BareClient
{
  public:
    BareClient(DnsInternet& internet, const std::string& host)
        : m_internet(internet)
        , m_endpoint(internet.GetNetwork().GetNode(host),
                     UdpSocketFactory::GetTypeId(),
                     [this](std::string_view octets, const Address&) {
                         responses.push_back(*dns::Message::Parse(octets));
                     })
    {
        m_endpoint.Bind(GetAnyAddress(*internet.GetNetwork().GetNode(host), 0));
    }

    void SendAt(const Time& time, const std::string& octets)
    {
        Simulator::Schedule(time, [this, octets] {
            m_endpoint.Send(octets, *ToAddress({m_internet.GetAddress(RESOLVER), wire::DNS_PORT}));
        });
    }

    std::vector<dns::Message> responses;

  private:
    DnsInternet& m_internet;
    DatagramEndpoint m_endpoint;
};

dns::Message
MakeQuery(const std::string& name, std::uint16_t id = 7)
{
    return dns::MakeQuery(id, {*dns::Name::Parse(name), RecordType::MX});
}

TEST(RecursiveResolver, AsksRootThenTopLevelDomainThenDomain)
{
    DnsInternet internet;
    internet.LookUpAt(Seconds(1), "b.test");
    internet.RunUntil(Seconds(5));
    EXPECT_EQ(internet.TakeAsked(), (Lines{"root.test", "tld.test", "ns1.b.test"}));
    ASSERT_EQ(internet.GetEnded().size(), 1U);
    EXPECT_EQ(internet.GetEnded()[0].status, LookupStatus::ANSWERED);
    EXPECT_EQ(internet.GetEnded()[0].records.at(0).ToString(),
              "b.test.\t\t\t300\tIN\tMX\t10 mail.b.test.");
}

TEST(RecursiveResolver, AsksNobodyForWhatItKnowsAndTellsForHowLong)
{
    DnsInternet internet;
    internet.LookUpAt(Seconds(1), "b.test");
    internet.LookUpAt(Seconds(61.5), "b.test");
    internet.RunUntil(Seconds(50));
    internet.TakeAsked();
    internet.RunUntil(Seconds(70));
    EXPECT_EQ(internet.TakeAsked(), Lines{});
    ASSERT_EQ(internet.GetEnded().size(), 2U);
    EXPECT_EQ(internet.GetEnded()[1].records.at(0).ttl, 240U);
    const auto hits = internet.Find(EventKind::DNS_CACHE_HIT, RESOLVER);
    ASSERT_EQ(hits.size(), 1U);
    const auto& hit = hits[0].Get<event::DnsCacheHit>();
    EXPECT_EQ(hit.name, "b.test");
    EXPECT_EQ(hit.type, "MX");
    EXPECT_EQ(hit.status, "NOERROR");
    EXPECT_EQ(hit.answers, Lines{"b.test.\t\t\t240\tIN\tMX\t10 mail.b.test."});
    EXPECT_EQ(hit.ttl, 240);
}

TEST(RecursiveResolver, AsksTheDomainAloneWhenItsRecordsHaveExpired)
{
    DnsInternet internet;
    internet.LookUpAt(Seconds(1), "b.test");
    internet.LookUpAt(Seconds(302), "b.test");
    internet.RunUntil(Seconds(300));
    internet.TakeAsked();
    internet.RunUntil(Seconds(310));
    EXPECT_EQ(internet.TakeAsked(), Lines{"ns1.b.test"});
}

TEST(RecursiveResolver, RemembersThatANameDoesNotExist)
{
    DnsInternet internet;
    internet.LookUpAt(Seconds(1), "ghost.b.test");
    internet.LookUpAt(Seconds(31.5), "ghost.b.test");
    internet.RunUntil(Seconds(30));
    EXPECT_EQ(internet.TakeAsked().size(), 3U);
    internet.RunUntil(Seconds(40));
    EXPECT_EQ(internet.TakeAsked(), Lines{});
    for (const auto& ended : internet.GetEnded())
    {
        EXPECT_EQ(ended.status, LookupStatus::NO_SUCH_NAME);
    }
    const auto hits = internet.Find(EventKind::DNS_CACHE_HIT, RESOLVER);
    ASSERT_EQ(hits.size(), 1U);
    const auto& hit = hits[0].Get<event::DnsCacheHit>();
    EXPECT_EQ(hit.status, "NXDOMAIN");
    EXPECT_EQ(hit.ttl, 30);
    EXPECT_EQ(hit.answers, Lines{});
}

TEST(RecursiveResolver, GoesOnToTheSecondServerWhenTheFirstIsDead)
{
    DnsInternet internet;
    internet.GetServer("ns1.b.test")->SetStopTime(Seconds(0.5));
    internet.LookUpAt(Seconds(1), "b.test");
    internet.RunUntil(Seconds(5));
    EXPECT_EQ(internet.TakeAsked(), (Lines{"root.test", "tld.test", "ns1.b.test", "ns2.b.test"}));
    ASSERT_EQ(internet.GetEnded().size(), 1U);
    EXPECT_EQ(internet.GetEnded()[0].status, LookupStatus::ANSWERED);
}

TEST(RecursiveResolver, TellsServfailWhenNoServerAnswers)
{
    DnsInternet internet;
    for (const auto* const server : {"ns1.b.test", "ns2.b.test"})
    {
        internet.GetNetwork().SetPortState(server, wire::DNS_PORT, OperState::DOWN);
    }
    BareClient client(internet, "client.test");
    client.SendAt(Seconds(1), MakeQuery("b.test").Serialize());
    internet.RunUntil(Seconds(9.9));
    EXPECT_TRUE(client.responses.empty());
    internet.RunUntil(Seconds(10.1));
    ASSERT_EQ(client.responses.size(), 1U) << "before a stub resolver gives up";
    EXPECT_EQ(client.responses[0].header.code, dns::ResponseCode::SERVER_FAILURE);
    const auto failed = internet.Find(EventKind::DNS_LOOKUP_FAILED, RESOLVER);
    ASSERT_EQ(failed.size(), 1U);
    EXPECT_EQ(failed[0].Get<event::DnsFailure>().reason,
              "no answer from the name servers of b.test.");
}

TEST(RecursiveResolver, GoesOnAtOnceWhereNobodyServes)
{
    DnsInternet internet;
    for (const auto* const server : {"ns1.b.test", "ns2.b.test"})
    {
        internet.GetServer(server)->SetStopTime(Seconds(0.5));
    }
    BareClient client(internet, "client.test");
    client.SendAt(Seconds(1), MakeQuery("b.test").Serialize());
    internet.RunUntil(Seconds(1.2));
    ASSERT_EQ(client.responses.size(), 1U) << "ICMP tells that nobody is at the port";
    EXPECT_EQ(client.responses[0].header.code, dns::ResponseCode::SERVER_FAILURE);
    const auto failed = internet.Find(EventKind::DNS_LOOKUP_FAILED, RESOLVER);
    ASSERT_EQ(failed.size(), 1U);
    EXPECT_EQ(failed[0].Get<event::DnsFailure>().reason,
              internet.GetAddress("ns2.b.test") + " cannot be reached: connection refused");
}

TEST(RecursiveResolver, RemembersAFailureForAWhile)
{
    DnsInternet internet;
    for (const auto* const server : {"ns1.b.test", "ns2.b.test"})
    {
        internet.GetNetwork().SetPortState(server, wire::DNS_PORT, OperState::DOWN);
    }
    BareClient client(internet, "client.test");
    client.SendAt(Seconds(1), MakeQuery("b.test").Serialize());
    client.SendAt(Seconds(14), MakeQuery("b.test", 8).Serialize());
    internet.RunUntil(Seconds(13.9));
    EXPECT_EQ(internet.TakeAsked().size(), 6U) << "root, TLD, and both servers twice";
    internet.RunUntil(Seconds(14.1));
    EXPECT_EQ(client.responses.size(), 2U) << "at once";
    EXPECT_EQ(internet.TakeAsked(), Lines{});
    client.SendAt(Seconds(15.5) - Simulator::Now(), MakeQuery("b.test", 9).Serialize());
    internet.RunUntil(Seconds(16));
    EXPECT_EQ(internet.TakeAsked(), Lines{"ns1.b.test"});
}

TEST(RecursiveResolver, AsksNobodyTwiceWhoCannotBeReached)
{
    DnsInternet internet;
    const auto* const nowhere = "198.51.100.1";
    std::vector<dns::Record> hints;
    hints.push_back(*dns::Record::Parse(". NS x.test.", {dns::Name()}));
    hints.push_back(*dns::Record::Parse(std::string("x.test. A ") + nowhere, {dns::Name()}));
    internet.GetResolver()->SetHints(hints);
    BareClient client(internet, "client.test");
    client.SendAt(Seconds(1), MakeQuery("b.test").Serialize());
    internet.RunUntil(Seconds(1.1));
    ASSERT_EQ(client.responses.size(), 1U) << "at once, for there is no way to the server";
    EXPECT_EQ(client.responses[0].header.code, dns::ResponseCode::SERVER_FAILURE);
    EXPECT_TRUE(internet.Find(EventKind::DNS_QUERY_SENT, RESOLVER).empty());
    const auto failed = internet.Find(EventKind::DNS_QUERY_FAILED, RESOLVER);
    ASSERT_EQ(failed.size(), 1U);
    EXPECT_EQ(failed[0].Get<event::DnsQueryFailure>().reason, "no route to host");
}

TEST(RecursiveResolver, GetsOverTcpAndPassesOnOverTcpWhatADatagramCannotHold)
{
    DnsInternet internet;
    internet.LookUpAt(Seconds(1), "large.b.test");
    internet.RunUntil(Seconds(5));
    EXPECT_EQ(internet.TakeAsked(), (Lines{"root.test", "tld.test", "ns1.b.test", "ns1.b.test"}));
    ASSERT_EQ(internet.GetEnded().size(), 1U);
    EXPECT_EQ(internet.GetEnded()[0].records.size(), DnsInternet::EXCHANGERS);
    const auto opened = internet.Find(EventKind::CONNECTION_OPENED, RESOLVER);
    ASSERT_EQ(opened.size(), 2U);
    EXPECT_EQ(opened[0].connection->role, event::Role::CLIENT);
    EXPECT_EQ(opened[0].connection->remote.address, internet.GetAddress("ns1.b.test"));
    EXPECT_EQ(opened[1].connection->role, event::Role::SERVER);
    EXPECT_EQ(opened[1].connection->remote.address, internet.GetAddress("client.test"));
    for (const auto& closed : internet.Find(EventKind::CONNECTION_CLOSED, RESOLVER))
    {
        const auto& reason = closed.Get<event::ConnectionEnding>().reason;
        EXPECT_TRUE(reason.starts_with("closed")) << reason;
    }
}

TEST(RecursiveResolver, RefusesAStranger)
{
    DnsInternet internet;
    BareClient stranger(internet, "stranger.test");
    stranger.SendAt(Seconds(1), MakeQuery("b.test").Serialize());
    internet.RunUntil(Seconds(5));
    ASSERT_EQ(stranger.responses.size(), 1U);
    EXPECT_EQ(stranger.responses[0].header.code, dns::ResponseCode::REFUSED);
    EXPECT_EQ(internet.TakeAsked(), Lines{});
}

TEST(RecursiveResolver, AnswersWhatIsNoQueryToLookUp)
{
    DnsInternet internet;
    BareClient client(internet, "client.test");
    auto later = MakeQuery("b.test", 1);
    later.edns = dns::Edns{};
    later.edns->version = 1;
    auto iterative = MakeQuery("b.test", 2);
    iterative.header.isRecursionDesired = false;
    auto response = MakeQuery("b.test", 3);
    response.header.isResponse = true;
    const auto cut = MakeQuery("b.test", 4).Serialize();
    client.SendAt(Seconds(1), later.Serialize());
    client.SendAt(Seconds(2), iterative.Serialize());
    client.SendAt(Seconds(3), response.Serialize());
    client.SendAt(Seconds(4), cut.substr(0, cut.size() - 1));
    client.SendAt(Seconds(5), "x");
    internet.RunUntil(Seconds(6));
    ASSERT_EQ(client.responses.size(), 3U);
    EXPECT_EQ(client.responses[0].GetCode(), dns::ResponseCode::BAD_VERSION);
    EXPECT_EQ(client.responses[1].header.code, dns::ResponseCode::NO_ERROR);
    EXPECT_EQ(client.responses[1].answers.size(), 0U);
    EXPECT_NE(client.responses[1].authorities.size(), 0U);
    EXPECT_EQ(client.responses[2].header.code, dns::ResponseCode::FORMAT_ERROR);
    EXPECT_EQ(internet.TakeAsked(), Lines{});
}

TEST(RecursiveResolver, LooksUpOnceWhatAClientAsksAgainMeanwhile)
{
    DnsInternet internet;
    BareClient client(internet, "client.test");
    client.SendAt(Seconds(1), MakeQuery("b.test").Serialize());
    client.SendAt(Seconds(1.005), MakeQuery("b.test").Serialize());
    internet.RunUntil(Seconds(2));
    EXPECT_EQ(client.responses.size(), 1U);
    EXPECT_EQ(internet.TakeAsked().size(), 3U);
    EXPECT_EQ(internet.Find(EventKind::DNS_QUERY_RECEIVED, RESOLVER).size(), 2U);
}

TEST(RecursiveResolver, AnswersAllWhoAskTheSameFromOneLookup)
{
    DnsInternet internet;
    BareClient client(internet, "client.test");
    BareClient other(internet, "client.test");
    client.SendAt(Seconds(1), MakeQuery("b.test", 7).Serialize());
    client.SendAt(Seconds(1), MakeQuery("b.test", 8).Serialize());
    other.SendAt(Seconds(1), MakeQuery("b.test", 7).Serialize());
    internet.RunUntil(Seconds(2));
    EXPECT_EQ(client.responses.size(), 2U);
    EXPECT_EQ(other.responses.size(), 1U);
    EXPECT_EQ(internet.TakeAsked(), (Lines{"root.test", "tld.test", "ns1.b.test"}));
}

TEST(RecursiveResolver, LooksUpAsManyQueriesAtOnceAsItMay)
{
    DnsInternet internet;
    internet.GetResolver()->SetAttribute("LookupLimit", UintegerValue(2));
    BareClient client(internet, "client.test");
    for (std::uint16_t id = 1; id <= 3; ++id)
    {
        client.SendAt(Seconds(1), MakeQuery("b.test", id).Serialize());
    }
    client.SendAt(Seconds(1.001), MakeQuery("b.test", 1).Serialize());
    client.SendAt(Seconds(2), MakeQuery("b.test", 4).Serialize());
    internet.RunUntil(Seconds(3));
    std::map<std::uint16_t, dns::ResponseCode> codes;
    for (const auto& response : client.responses)
    {
        codes[response.header.id] = response.header.code;
    }
    EXPECT_EQ(client.responses.size(), 4U);
    EXPECT_EQ(codes.at(1), dns::ResponseCode::NO_ERROR);
    EXPECT_EQ(codes.at(2), dns::ResponseCode::NO_ERROR);
    EXPECT_EQ(codes.at(3), dns::ResponseCode::SERVER_FAILURE);
    EXPECT_EQ(codes.at(4), dns::ResponseCode::NO_ERROR);
}

TEST(RecursiveResolver, ForgetsEverythingInAPowerCut)
{
    DnsInternet internet;
    internet.LookUpAt(Seconds(1), "b.test");
    internet.LookUpAt(Seconds(10), "mail.b.test", RecordType::A);
    Simulator::Schedule(Seconds(10.02), [&] { internet.GetResolver()->SwitchOff(); });
    Simulator::Schedule(Seconds(12), [&] { internet.GetResolver()->SwitchOn(); });
    internet.RunUntil(Seconds(12));
    internet.TakeAsked();
    EXPECT_EQ(internet.GetEnded().size(), 1U);
    internet.RunUntil(Seconds(20));
    ASSERT_EQ(internet.GetEnded().size(), 2U) << "the client has asked again";
    EXPECT_EQ(internet.GetEnded().back().status, LookupStatus::ANSWERED);
    EXPECT_EQ(internet.TakeAsked(), (Lines{"root.test", "tld.test", "ns1.b.test"}));
}

TEST(RecursiveResolver, AsksFromAPortOfItsOwnEachTime)
{
    DnsInternet internet;
    std::set<std::uint16_t> ports;
    DatagramEndpoint tap(
        internet.GetNetwork().GetNode("root.test"),
        UdpSocketFactory::GetTypeId(),
        [&](std::string_view, const Address& from) { ports.insert(ToEndpoint(from).port); });
    internet.GetServer("root.test")->SetStartTime(Seconds(100));
    Simulator::Schedule(Seconds(0.1), [&] {
        tap.Bind(GetAnyAddress(*internet.GetNetwork().GetNode("root.test"), wire::DNS_PORT));
    });
    internet.LookUpAt(Seconds(1), "b.test");
    internet.RunUntil(Seconds(30));
    EXPECT_EQ(ports.size(), internet.TakeAsked().size());
    EXPECT_GE(ports.size(), 2U);
    EXPECT_GE(*ports.begin(), UpstreamSockets::FIRST_PORT);
    EXPECT_LE(*ports.rbegin(), UpstreamSockets::LAST_PORT);
}

TEST(RecursiveResolver, DoesTheSameAgainInTheSameRunAndOtherwiseInAnother)
{
    const auto record = [](std::uint32_t run) {
        DnsInternet internet(run);
        internet.LookUpAt(Seconds(1), "b.test");
        internet.LookUpAt(Seconds(400), "mail.b.test", RecordType::A);
        internet.RunUntil(Seconds(500));
        std::string text;
        for (const auto& event : internet.GetEvents())
        {
            text += event::SerializeJson(event) + '\n';
        }
        return text;
    };
    const auto first = record(1);
    EXPECT_EQ(first, record(1));
    EXPECT_NE(first, record(2));
}

} // namespace
} // namespace ns3::postroad
