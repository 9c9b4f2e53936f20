#include "spec/scenario-text.h"

#include "postroad/spec/read/loader.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ns3::postroad::scenario
{
namespace
{

using namespace std::chrono_literals;
using test::Replace;
using test::SMALL;

TEST(Loader, ReadsEveryFieldOfTheWholeScenario)
{
    const auto spec = LoadScenarioText(Replace(SMALL, "title: Small\n", R"(title: Small
about: |
  Two lines
  of words.
lecture: [L02, L12]
epoch: 2010-03-09
seed: 7
run: 8
duration: 2h
)"),
                                       "dir/small.yaml");
    EXPECT_EQ(spec.name, "small");
    EXPECT_EQ(spec.title, "Small");
    EXPECT_EQ(spec.about, "Two lines\nof words.\n");
    EXPECT_EQ(spec.lecture, (std::vector<std::string>{"L02", "L12"}));
    EXPECT_EQ(spec.epoch, DEFAULT_EPOCH + 14 * 3600);
    EXPECT_EQ(spec.seed, 7U);
    EXPECT_EQ(spec.run, 8U);
    EXPECT_EQ(spec.duration, 2h);
    EXPECT_EQ(spec.places.Find("seed"), (Place{"dir/small.yaml", 7}));
}

TEST(Loader, ReadsEveryFieldOfAHost)
{
    const auto spec = LoadScenarioText(Replace(SMALL,
                                               "  mail.a.net: {roles: [msa, mta, mda, pop3]}\n",
                                               R"(  mail.a.net:
    roles: [msa, mta, mda, pop3]
    address: 192.0.2.7
    zone: +0100 CET
    clock: -2s
    resolver: ns.net
    msa: {port: 1587, smart-host: mail.b.net}
    mta: {port: 1025, smart-host: mail.b.net}
    pop3: {port: 1110}
)"),
                                       "s.yaml");
    HostSpec host;
    host.name = "mail.a.net";
    host.roles = {HostRole::MSA, HostRole::MTA, HostRole::MDA, HostRole::POP3};
    host.address = "192.0.2.7";
    host.zone = {60, "CET"};
    host.clockOffset = -2s;
    host.resolvers = {"ns.net"};
    host.msa = {1587, "mail.b.net"};
    host.mta = {1025, "mail.b.net"};
    host.pop3 = {1110};
    EXPECT_EQ(spec.hosts.at(1), host);
}

TEST(Loader, ReadsEveryFieldOfAMailProgram)
{
    const auto spec =
        LoadScenarioText(Replace(SMALL,
                                 "mua: {user: alice@a.net}",
                                 "mua: {user: [bob@b.net, alice@a.net], submit-to: mail.a.net, "
                                 "fetch-from: mail.a.net, keep: true}"),
                         "s.yaml");
    const MuaSettings mua{{{"bob", "b.net"}, {"alice", "a.net"}}, "mail.a.net", "mail.a.net", true};
    EXPECT_EQ(spec.hosts.at(0).mua, mua);
}

TEST(Loader, ReadsEveryFieldOfADomain)
{
    const auto spec = LoadScenarioText(Replace(SMALL,
                                               "  b.net: {users: bob, mx: mail.b.net}\n",
                                               R"(  b.net:
    users:
      bob: {name: Bob Smith, password: secret}
      carol:
    mx: [20 mail.a.net, mail.b.net]
    name-server: ns.net
    ttl: 5m
    records:
      - www 300 IN A 192.0.2.1
)"),
                                       "s.yaml");
    const DomainSpec domain{"b.net",
                            {{"bob", "secret", "Bob Smith"}, {"carol", "carol", ""}},
                            {{20, "mail.a.net"}, {10, "mail.b.net"}},
                            {"ns.net"},
                            "mail.b.net",
                            300,
                            "",
                            {},
                            {"www 300 IN A 192.0.2.1"}};
    EXPECT_EQ(spec.domains.at(1), domain);
}

TEST(Loader, ReadsEveryFieldOfALink)
{
    const auto spec = LoadScenarioText(
        Replace(SMALL,
                "{between: [pc.a.net, r.net], delay: 5ms}",
                "{name: up, between: [pc.a.net, r.net], rate: 2Mbps, delay: 7ms, loss: 1%, "
                "queue: 9 packets}"),
        "s.yaml");
    EXPECT_EQ(spec.links.at(0), (LinkSpec{"up", {"pc.a.net", "r.net"}, 2'000'000, 7ms, 0.01, 9}));
}

TEST(Loader, ReadsEveryKindOfEvent)
{
    const auto text =
        Replace(Replace(SMALL, "[msa, mta, mda, pop3]", "[msa, mta, mda, pop3, client]"),
                "    fetch: {user: alice@a.net}\n",
                R"(    fetch: {user: alice@a.net, host: pc.a.net}
  - at: 3s
    say:
      host: mail.a.net
      to: mail.b.net:26
      pace: 4s
      lines: |
        HELO a

        QUIT
  - {at: 5s, fail: {link: pc.a.net--r.net}}
  - {at: 6s, restore: {host: mail.b.net}}
  - {at: 7s, fail: {host: mail.b.net, service: pop3}}
)");
    const auto spec = LoadScenarioText(text, "s.yaml");
    ASSERT_EQ(spec.events.size(), 6U);
    EXPECT_EQ(spec.events[1].at, wire::TimePoint(2s));
    EXPECT_EQ(spec.events[1].action, Action(Fetch{{"alice", "a.net"}, "pc.a.net"}));
    EXPECT_EQ(spec.events[2].action,
              Action(Say{"mail.a.net", "mail.b.net", 26, {"HELO a", "", "QUIT"}, 4s}));
    EXPECT_EQ(spec.events[3].action,
              Action(Fail{{Target::Kind::LINK, "pc.a.net--r.net", std::nullopt}}));
    EXPECT_EQ(spec.events[4].action,
              Action(Restore{{Target::Kind::HOST, "mail.b.net", std::nullopt}}));
    EXPECT_EQ(spec.events[5].action,
              Action(Fail{{Target::Kind::HOST, "mail.b.net", HostRole::POP3}}));
}

TEST(Loader, ReadsEveryFieldOfAMessage)
{
    const auto spec = LoadScenarioText(Replace(SMALL, "{from: alice@a.net, to: bob@b.net}", R"(
      id: letter1
      from: alice@a.net
      to: [bob@b.net, nobody@b.net]
      cc: alice@a.net
      bcc: x@y.test
      subject: "Hello: Bob"
      host: pc.a.net
      body: |
        Hello
        .
)"),
                                       "s.yaml");
    EXPECT_EQ(spec.events.at(0).action,
              Action(Send{"letter1",
                          {"alice", "a.net"},
                          {{"bob", "b.net"}, {"nobody", "b.net"}},
                          {{"alice", "a.net"}},
                          {{"x", "y.test"}},
                          "Hello: Bob",
                          "Hello\n.\n",
                          "pc.a.net"}));
}

/// The body of a letter of which the scenario gives the size alone.
std::string
FillBody(std::size_t size)
{
    const auto sized = "to: bob@b.net, size: " + std::to_string(size) + "B}\n  - at";
    const auto spec = LoadScenarioText(Replace(SMALL, "to: bob@b.net}\n  - at", sized), "s.yaml");
    return std::get<Send>(spec.events.at(0).action).body;
}

TEST(Loader, FillsABodyUpToASize)
{
    for (const std::size_t size : {0U, 2U, 69U, 70U, 71U, 140U, 12'000U})
    {
        const auto body = FillBody(size);
        const auto lines = static_cast<std::size_t>(std::count(body.begin(), body.end(), '\n'));
        EXPECT_EQ(body.size() + lines, size);
    }
}

TEST(Loader, FillsABodyWithLinesThatTellTheirPlace)
{
    EXPECT_EQ(FillBody(10), "0 xxxxxx\n");
    EXPECT_EQ(FillBody(80), "0 " + std::string(66, 'x') + "\n70 xxxxx\n");
}

TEST(Loader, ReadsEveryKindOfExpectation)
{
    const auto spec = LoadScenarioText(Replace(SMALL,
                                               "  - outcome: {to: bob@b.net, is: delivered}\n",
                                               R"(  - outcome: {message: message1, is: queued}
  - received: {hops: 2, by: [mail.a.net, mail.b.net]}
  - dialogue: {between: [mail.a.net, mail.b.net], contains: ["C: QUIT", "S: 221"]}
  - mailbox: {user: bob@b.net, messages: 1, fetched: 0}
  - query: {from: mail.a.net, name: b.net, type: MX, count: 1}
  - duration: {below: 60s}
)"),
                                       "s.yaml");
    const std::vector<Expectation> expected{
        ExpectOutcome{"message1", std::nullopt, trace::Outcome::QUEUED},
        ExpectReceived{"message1", 2, {"mail.a.net", "mail.b.net"}},
        ExpectDialogue{"mail.a.net", "mail.b.net", {"C: QUIT", "S: 221"}},
        ExpectMailbox{{"bob", "b.net"}, 1, 0},
        ExpectQuery{"mail.a.net", "b.net", "MX", 1},
        ExpectDuration{60s}};
    EXPECT_EQ(spec.expectations, expected);
}

TEST(Loader, ReadsLinesAsAListToo)
{
    const auto text = Replace(Replace(SMALL, "roles: dns", "roles: [dns, client]"),
                              "fetch: {user: alice@a.net}",
                              "say: {host: ns.net, to: 192.0.2.1, lines: [HELO a, QUIT]}");
    const auto spec = LoadScenarioText(text, "s.yaml");
    EXPECT_EQ(spec.events.at(1).action,
              Action(Say{"ns.net", "192.0.2.1", 25, {"HELO a", "QUIT"}, 2s}));
}

TEST(Loader, LetsLinksShareValuesByAnchors)
{
    auto text = Replace(SMALL,
                        "- {between: [pc.a.net, r.net], delay: 5ms}",
                        "- &slow {between: [pc.a.net, r.net], delay: 50ms}");
    text = Replace(text, "- {between: [ns.net, r.net]}", "- {<<: *slow, between: [ns.net, r.net]}");
    const auto spec = LoadScenarioText(text, "s.yaml");
    EXPECT_EQ(spec.links.at(3).delay, 50ms);
    EXPECT_EQ(spec.links.at(3).ends[0], "ns.net");
}

} // namespace
} // namespace ns3::postroad::scenario
