#include "spec/scenario-text.h"

#include "postroad/scenario/evaluate.h"
#include "postroad/spec/read/loader.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using namespace std::chrono_literals;
using event::Event;
using event::EventKind;

constexpr auto LETTER = "Received: from mta.a.net by mail.b.net; Mon, 8 Mar 2010 05:00:02 -0500\r\n"
                        "Received: from mail.a.net by mta.a.net; Mon, 8 Mar 2010 11:00:01 +0100\r\n"
                        "Message-ID: <1@a.net>\r\n"
                        "\r\n"
                        "Hello\r\n";

Event
MakeEvent(EventKind kind, std::string host, event::Details details)
{
    Event event(kind, std::move(details));
    event.host = std::move(host);
    event.messageId = "1@a.net";
    event.queueId = "Q1";
    return event;
}

Event
MakeQueued(const std::string& host)
{
    return MakeEvent(
        EventKind::MESSAGE_QUEUED,
        host,
        event::MessageEntry{"alice@a.net", {"bob@b.net", "carol@b.net"}, 612, std::nullopt});
}

Event
MakeDelivered(const std::string& host, const std::string& to)
{
    return MakeEvent(EventKind::MESSAGE_DELIVERED, host, event::Delivery{{to}, to, 612});
}

Event
MakeQuery(const std::string& host, const std::string& name, const std::string& type)
{
    return MakeEvent(EventKind::DNS_QUERY_SENT, host, event::DnsQuestion{1, name, type, ""});
}

/// A dialogue as its two hosts record it.
class Dialogue
{
  public:
    Dialogue(const std::string& client, const std::string& server)
        : m_client(client)
        , m_server(server)
    {
        Add(EventKind::CONNECTION_OPENED, EventKind::CONNECTION_OPENED, event::NoDetails());
    }

    Dialogue& Client(const std::string& text, bool isContent = false)
    {
        return isContent
                   ? Add(EventKind::CONTENT_SENT,
                         EventKind::CONTENT_RECEIVED,
                         event::DialogueText{text})
                   : Add(EventKind::LINE_SENT, EventKind::LINE_RECEIVED, event::DialogueText{text});
    }

    Dialogue& Server(const std::string& text)
    {
        return Add(EventKind::LINE_RECEIVED, EventKind::LINE_SENT, event::DialogueText{text});
    }

    const std::vector<Event>& GetEvents() const
    {
        return m_events;
    }

  private:
    Dialogue& Add(EventKind atClient, EventKind atServer, const event::Details& details)
    {
        const wire::Endpoint clientEnd{"10.0.0.1", 49152};
        const wire::Endpoint serverEnd{"10.0.0.5", 25};
        const event::Connection asClient{1, event::Role::CLIENT, "SMTP", clientEnd, serverEnd};
        const event::Connection asServer{4, event::Role::SERVER, "SMTP", serverEnd, clientEnd};
        m_events.push_back(MakeEvent(atClient, m_client, details));
        m_events.back().connection = std::make_shared<event::Connection>(asClient);
        m_events.push_back(MakeEvent(atServer, m_server, details));
        m_events.back().connection = std::make_shared<event::Connection>(asServer);
        return *this;
    }

    std::string m_client;
    std::string m_server;
    std::vector<Event> m_events;
};

/// The facts of a run with these events, in which `send` letter1 became <1@a.net>.
RunFacts
MakeFacts(const std::vector<Event>& events)
{
    RunFacts facts;
    facts.events = events;
    facts.messageIds["letter1"] = "1@a.net";
    return facts;
}

const mail::AddrSpec BOB{"bob", "b.net"};
const mail::AddrSpec CAROL{"carol", "b.net"};

TEST(ExpectOutcome, HoldsForEachRecipientApart)
{
    const std::vector<Event> events{MakeQueued("mail.b.net"),
                                    MakeDelivered("mail.b.net", "bob@b.net")};
    const auto facts = MakeFacts(events);
    using enum trace::Outcome;
    EXPECT_TRUE(Evaluate(ExpectOutcome{"letter1", BOB, DELIVERED}, facts).holds);
    EXPECT_TRUE(Evaluate(ExpectOutcome{"letter1", CAROL, QUEUED}, facts).holds);
    EXPECT_FALSE(Evaluate(ExpectOutcome{"letter1", BOB, QUEUED}, facts).holds);
    EXPECT_FALSE(Evaluate(ExpectOutcome{"letter1", std::nullopt, DELIVERED}, facts).holds);
}

TEST(ExpectOutcome, TellsWhatHappenedInstead)
{
    const std::vector<Event> events{MakeQueued("mail.b.net")};
    const auto verdict =
        Evaluate(ExpectOutcome{"letter1", BOB, trace::Outcome::DELIVERED}, MakeFacts(events));
    EXPECT_FALSE(verdict.holds);
    EXPECT_EQ(verdict.expected, "letter1 to be delivered for bob@b.net");
    EXPECT_NE(verdict.happened.find("still queued for bob@b.net at mail.b.net"), std::string::npos)
        << verdict.happened;
}

TEST(ExpectOutcome, FailsForAMessageThatNobodySaw)
{
    const ExpectOutcome expected{"letter1", BOB, trace::Outcome::QUEUED};
    EXPECT_EQ(Evaluate(expected, RunFacts()).happened, "no trace of it: it was never submitted");
    EXPECT_FALSE(Evaluate(expected, MakeFacts({})).holds);
}

TEST(ExpectReceived, ReadsTheFieldsFromTheBottomUp)
{
    auto facts = MakeFacts({});
    facts.mail = {{"bob@b.net", false, "Subject: other\r\n\r\n"}, {"bob@b.net", true, LETTER}};
    const std::vector<mail::DomainName> route{"mta.a.net", "mail.b.net"};
    EXPECT_TRUE(Evaluate(ExpectReceived{"letter1", 2, route}, facts).holds);
    EXPECT_TRUE(Evaluate(ExpectReceived{"letter1", 2, {}}, facts).holds);
    EXPECT_TRUE(Evaluate(ExpectReceived{"letter1", std::nullopt, route}, facts).holds);
    EXPECT_FALSE(Evaluate(ExpectReceived{"letter1", 3, {}}, facts).holds);
    const auto verdict = Evaluate(ExpectReceived{"letter1", 2, {"mail.b.net", "mta.a.net"}}, facts);
    EXPECT_FALSE(verdict.holds);
    EXPECT_EQ(verdict.expected, "letter1 to carry Received fields by mail.b.net, mta.a.net");
    EXPECT_EQ(verdict.happened, "2: mta.a.net, mail.b.net");
}

TEST(ExpectReceived, FailsWhenNoMailboxHasTheMessage)
{
    const auto verdict = Evaluate(ExpectReceived{"letter1", 0, {}}, MakeFacts({}));
    EXPECT_FALSE(verdict.holds);
    EXPECT_EQ(verdict.happened, "no such message in any mailbox");
}

TEST(ExpectDialogue, WantsLineBeginningsInOrder)
{
    Dialogue dialogue("pc.a.net", "mail.a.net");
    dialogue.Server("220 mail.a.net ready").Client("DATA").Server("354 Go on");
    dialogue.Client("Subject: Hello\r\n\r\nS: 999\r\n.\r\n", true).Server("250 Ok");
    const auto facts = MakeFacts(dialogue.GetEvents());
    const auto holds = [&facts](std::vector<std::string> lines) {
        return Evaluate(ExpectDialogue{"PC.a.net", "mail.a.net", std::move(lines)}, facts).holds;
    };
    EXPECT_TRUE(holds({"S: 220", "C: DATA", "S: 354", "C: Subject: Hello", "C: .", "S: 250"}));
    EXPECT_TRUE(holds({"S: 250 Ok"}));
    EXPECT_FALSE(holds({"C: DATA", "S: 220"}));
    EXPECT_FALSE(holds({"S: 250", "S: 250"}));
    EXPECT_FALSE(holds({"C: 220"}));
    EXPECT_FALSE(holds({"S: 999"}));
}

TEST(ExpectDialogue, NamesTheFirstLineThatDidNotCome)
{
    Dialogue dialogue("pc.a.net", "mail.a.net");
    dialogue.Server("220 ready").Client("RCPT TO:<x@y>").Server("550 No");
    const auto facts = MakeFacts(dialogue.GetEvents());
    const auto verdict =
        Evaluate(ExpectDialogue{"pc.a.net", "mail.a.net", {"C: RCPT", "S: 250"}}, facts);
    EXPECT_EQ(verdict.expected, "\"S: 250\" between pc.a.net and mail.a.net");
    EXPECT_EQ(verdict.happened,
              "none behind \"C: RCPT\" in 3 lines, the last line being \"S: 550 No\"");
    EXPECT_EQ(Evaluate(ExpectDialogue{"pc.a.net", "mail.a.net", {"S: 4"}}, facts).happened,
              "no such line in 3 lines, the last line being \"S: 550 No\"");
}

TEST(ExpectDialogue, LooksOnlyAtTheTwoHostsInTheirRoles)
{
    Dialogue dialogue("pc.a.net", "mail.a.net");
    dialogue.Server("220 ready");
    const auto facts = MakeFacts(dialogue.GetEvents());
    EXPECT_EQ(Evaluate(ExpectDialogue{"mail.a.net", "pc.a.net", {"S: 220"}}, facts).happened,
              "no dialogue");
}

TEST(ExpectMailbox, CountsWhatStandsAndWhatWasFetched)
{
    auto facts = MakeFacts({});
    facts.mail = {{"bob@b.net", false, LETTER},
                  {"bob@b.net", true, LETTER},
                  {"alice@a.net", true, LETTER},
                  {"bob@B.net", true, LETTER}};
    EXPECT_TRUE(Evaluate(ExpectMailbox{BOB, 1, 2}, facts).holds);
    EXPECT_TRUE(Evaluate(ExpectMailbox{BOB, 1, std::nullopt}, facts).holds);
    EXPECT_TRUE(Evaluate(ExpectMailbox{CAROL, 0, 0}, facts).holds);
    const auto verdict = Evaluate(ExpectMailbox{BOB, 0, std::nullopt}, facts);
    EXPECT_FALSE(verdict.holds);
    EXPECT_EQ(verdict.expected, "messages of bob@b.net: 0 on the server");
    EXPECT_EQ(verdict.happened, "1 on the server and 2 fetched");
}

TEST(ExpectQuery, CountsWhatAHostAsked)
{
    const std::vector<Event> events{MakeQuery("mta.a.net", "B.net.", "MX"),
                                    MakeQuery("mta.a.net", "b.net", "A"),
                                    MakeQuery("mail.b.net", "b.net", "MX")};
    const auto facts = MakeFacts(events);
    EXPECT_TRUE(Evaluate(ExpectQuery{"mta.a.net", "b.net", "MX", 1}, facts).holds);
    EXPECT_TRUE(Evaluate(ExpectQuery{"mta.a.net", "b.net", "MX", std::nullopt}, facts).holds);
    EXPECT_TRUE(Evaluate(ExpectQuery{"mta.a.net", "c.net", "MX", 0}, facts).holds);
    EXPECT_FALSE(Evaluate(ExpectQuery{"mta.a.net", "c.net", "MX", std::nullopt}, facts).holds);
    EXPECT_TRUE(Evaluate(ExpectQuery{"mta.a.net", "", "", 2}, facts).holds);
    const auto verdict = Evaluate(ExpectQuery{"mta.a.net", "b.net", "MX", 2}, facts);
    EXPECT_FALSE(verdict.holds);
    EXPECT_EQ(verdict.expected, "2 DNS queries of mta.a.net for b.net MX");
    EXPECT_EQ(verdict.happened, "1");
}

TEST(ExpectQuery, TellsServersAndTimesApart)
{
    const auto server =
        MakeEvent(EventKind::HOST_UP, "ns.b.net", event::HostStart{event::Texts{"192.0.2.53"}});
    auto early = MakeQuery("mta.a.net", "b.net.", "MX");
    early.details = event::DnsQuestion{1, "b.net.", "MX", "192.0.2.53"};
    auto late = MakeQuery("mta.a.net", "b.net.", "MX");
    late.time = wire::TimePoint(60s);
    const std::vector<Event> events{server, early, late};
    const auto facts = MakeFacts(events);
    const auto count = [&facts](const ExpectQuery& expected) {
        return Evaluate(expected, facts).happened;
    };
    EXPECT_EQ(count({"mta.a.net", "", "", 1, "ns.b.net"}), "1");
    EXPECT_EQ(count({"mta.a.net", "", "", 1, "", 60s}), "1");
    EXPECT_EQ(count({"mta.a.net", "", "", 1, "", 0s, 60s}), "1");
    EXPECT_EQ(count({"mta.a.net", "", "", 1, "", 0s, 61s}), "2");
    EXPECT_EQ(Evaluate({"mta.a.net", "b.net", "MX", 1, "ns.b.net", 60s, 61s}, facts).expected,
              "1 DNS queries of mta.a.net to ns.b.net for b.net MX from 60.000 s on before 61.000 "
              "s");
}

TEST(ExpectDuration, ComparesTheEndOfTheRun)
{
    RunFacts facts;
    facts.end = wire::TimePoint(60s);
    EXPECT_TRUE(Evaluate(ExpectDuration{60s + 1ns}, facts).holds);
    const auto verdict = Evaluate(ExpectDuration{60s}, facts);
    EXPECT_FALSE(verdict.holds);
    EXPECT_EQ(verdict.expected, "the run to end before 60.000 s");
    EXPECT_EQ(verdict.happened, "its end at 60.000 s");
}

TEST(RunFacts, TellSendsApartByTheOrderOfSubmissionOnEachHost)
{
    Spec spec;
    for (const auto& [id, host] : {std::pair("a1", "pc.a.net"),
                                   std::pair("b1", "pc.b.net"),
                                   std::pair("a2", "pc.a.net"),
                                   std::pair("a3", "pc.a.net")})
    {
        Send send;
        send.id = id;
        send.host = host;
        spec.events.push_back({{}, send});
    }
    const auto submit = [](const char* host, const char* id) {
        auto event = MakeEvent(EventKind::MESSAGE_SUBMITTED, host, event::MessageEntry());
        event.messageId = id;
        return event;
    };
    const std::vector<Event> events{submit("pc.a.net", "1@a.net"),
                                    submit("pc.a.net", "1@a.net"),
                                    submit("pc.a.net", "2@a.net"),
                                    submit("pc.b.net", "1@b.net")};
    const std::map<std::string, std::string> expected{{"a1", "1@a.net"},
                                                      {"a2", "2@a.net"},
                                                      {"b1", "1@b.net"}};
    EXPECT_EQ(FindMessageIds(spec, events), expected);
}

TEST(Evaluate, TellsOfEachExpectationWithItsLine)
{
    auto spec = LoadScenarioText(test::SMALL, "s.yaml");
    spec.expectations.emplace_back(ExpectDuration{60s});
    const auto results = EvaluateExpectations(spec, RunFacts());
    ASSERT_EQ(results.size(), 2U);
    EXPECT_FALSE(AllHold(results));
    EXPECT_EQ(results[0].ToString(),
              "s.yaml:24: expect[0]: expected message1 to be delivered for bob@b.net, got no trace "
              "of it: it was never submitted");
    EXPECT_EQ(results[1].ToString(),
              "s.yaml:23: expect[1]: expected the run to end before 60.000 s, and so it was");
    EXPECT_TRUE(AllHold({results[1]}));
}

Event
MakeAttempt(wire::Duration at, const std::string& nextHop)
{
    auto event = MakeEvent(EventKind::MESSAGE_ATTEMPTED,
                           "mail.a.net",
                           event::AttemptStart{{"bob@b.net"}, nextHop, "192.0.2.2"});
    event.time = wire::TimePoint(at);
    return event;
}

TEST(ExpectAttempts, CountsThoseOfOneHostForOneMessage)
{
    auto other = MakeAttempt(1s, "mail.b.net");
    other.host = "mta.a.net";
    auto another = MakeAttempt(1s, "mail.b.net");
    another.messageId = "2@a.net";
    const std::vector<Event> events{MakeAttempt(1s, "mail.b.net"), other, another};
    ExpectAttempts expected{"letter1", "Mail.a.net", 1, {}, {}};
    EXPECT_TRUE(Evaluate(expected, MakeFacts(events)).holds);
    expected.count = 2;
    const auto verdict = Evaluate(expected, MakeFacts(events));
    EXPECT_FALSE(verdict.holds);
    EXPECT_EQ(verdict.expected, "2 attempts of mail.a.net for letter1");
    EXPECT_EQ(verdict.happened, "1");
}

TEST(ExpectAttempts, ComparesTheFirstHostsAndTimes)
{
    const std::vector<Event> events{MakeAttempt(1s, "mx1.b.net"),
                                    MakeAttempt(40s, "mx2.b.net"),
                                    MakeAttempt(30min, "mx1.b.net")};
    const auto facts = MakeFacts(events);
    ExpectAttempts expected{"letter1", "mail.a.net", {}, {"mx1.b.net", "MX2.b.net"}, {0s, 50s}};
    EXPECT_TRUE(Evaluate(expected, facts).holds);
    expected.at = {0s, 51s};
    const auto verdict = Evaluate(expected, facts);
    EXPECT_FALSE(verdict.holds);
    EXPECT_EQ(verdict.expected,
              "attempts of mail.a.net for letter1, first at mx1.b.net, mx2.b.net, first after "
              "0.00 s, 51.00 s");
    EXPECT_EQ(verdict.happened, "3, at mx1.b.net (1.00 s), mx2.b.net (40.00 s)");
    expected.within = 11s;
    EXPECT_TRUE(Evaluate(expected, facts).holds);
    expected.hosts = {"mx2.b.net"};
    EXPECT_FALSE(Evaluate(expected, facts).holds);
}

TEST(ExpectAttempts, FailsWhereThereWereFewerThanAreNamed)
{
    const std::vector<Event> events{MakeAttempt(1s, "mx1.b.net")};
    const auto facts = MakeFacts(events);
    EXPECT_FALSE(Evaluate(ExpectAttempts{"letter1", "mail.a.net", {}, {}, {1s, 2s}}, facts).holds);
    EXPECT_FALSE(
        Evaluate(ExpectAttempts{"letter9", "mail.a.net", {}, {"mx1.b.net"}, {}}, facts).holds);
}

} // namespace
} // namespace ns3::postroad::scenario
