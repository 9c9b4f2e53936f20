#include "spec/scenario-text.h"

#include "postroad/spec/read/loader.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ns3::postroad::scenario
{
namespace
{

using namespace std::chrono_literals;
using test::GetErrors;
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
)");
    const auto spec = LoadScenarioText(text, "s.yaml");
    ASSERT_EQ(spec.events.size(), 5U);
    EXPECT_EQ(spec.events[1].at, wire::TimePoint(2s));
    EXPECT_EQ(spec.events[1].action, Action(Fetch{{"alice", "a.net"}, "pc.a.net"}));
    EXPECT_EQ(spec.events[2].action,
              Action(Say{"mail.a.net", "mail.b.net", 26, {"HELO a", "", "QUIT"}, 4s}));
    EXPECT_EQ(spec.events[3].action, Action(Fail{{Target::Kind::LINK, "pc.a.net--r.net"}}));
    EXPECT_EQ(spec.events[4].action, Action(Restore{{Target::Kind::HOST, "mail.b.net"}}));
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

TEST(Loader, FillsABodyUpToASize)
{
    for (const std::size_t size : {0U, 2U, 69U, 70U, 71U, 140U, 12'000U})
    {
        const auto spec =
            LoadScenarioText(Replace(SMALL,
                                     "to: bob@b.net}\n  - at",
                                     "to: bob@b.net, size: " + std::to_string(size) + "B}\n  - at"),
                             "s.yaml");
        const auto& body = std::get<Send>(spec.events.at(0).action).body;
        const auto lines = static_cast<std::size_t>(std::count(body.begin(), body.end(), '\n'));
        EXPECT_EQ(body.size() + lines, size);
    }
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

/// A change of SMALL and the messages that it leads to.
struct Mistake
{
    const char* before;
    const char* after;
    const char* messages;
};

const Mistake MISTAKES[] = {
    {"title: Small\n", "", "s.yaml:1: title: expected a title, got nothing; add `title:`"},
    {"title: Small", "title: [a, b]", "s.yaml:1: title: expected a single value, got a list of 2"},
    {"title: Small",
     "titel: Small",
     "s.yaml:1: title: expected a title, got nothing; add `title:`\n"
     "s.yaml:1: titel: expected a key of a scenario (title, about, lecture, epoch, seed, run, "
     "duration, dns, hosts, domains, links, events or expect), got \"titel\"; did you mean "
     "\"title\"?"},
    {"title: Small",
     "title: Small\nduration: 0s",
     "s.yaml:2: duration: expected a duration above 0s, got \"0s\""},
    {"title: Small",
     "title: Small\nepoch: now",
     "s.yaml:2: epoch: expected a date such as \"Mon, 8 Mar 2010 10:00:00 +0000\" or "
     "\"2010-03-08T10:00:00Z\", got \"now\""},
    {"title: Small",
     "title: Small\nseed: 0",
     "s.yaml:2: seed: expected a number from 1 to 4294944442, got \"0\""},
    {"title: Small",
     "title: Small\ntitle: Other",
     "s.yaml:2: title: expected each key once, got a second \"title\""},
    {"    roles: mua\n",
     "",
     "s.yaml:3: hosts.pc.a.net.roles: expected a role or a list of roles, got nothing; add "
     "`roles:`\n"
     "s.yaml:4: hosts.pc.a.net.mua: expected no settings of a role that the host does not have, "
     "got a map with the key \"user\"; add mua to its roles"},
    {"roles: [msa, mta, mda, pop3]",
     "roles: [msa, mta, mda, pop]",
     "s.yaml:6: hosts.mail.a.net.roles[3]: expected a role (mua, msa, mta, mda, pop3, dns, "
     "resolver, client or router), got \"pop\"; did you mean \"pop3\"?"},
    {"  ns.net: {roles: dns}",
     "  ns.net: dns",
     "s.yaml:8: hosts.ns.net: expected keys of a host (roles, address, zone, clock, resolver, "
     "resolve-for, mua, msa, mta, pop3, policy or queue), got \"dns\""},
    {"  ns.net: {roles: dns}",
     "  ns_1.net: {roles: dns}",
     "s.yaml:8: hosts.ns_1.net: expected a name such as mail.a.net (letters, digits, hyphens, "
     "dots), got \"ns_1.net\""},
    {"{roles: dns}",
     "{roles: dns, zone: CET}",
     "s.yaml:8: hosts.ns.net.zone: expected a time zone such as +0100, +0100 CET or UTC, got "
     "\"CET\""},
    {"{roles: dns}",
     "{roles: dns, clock: 5}",
     "s.yaml:8: hosts.ns.net.clock: expected a duration with a sign such as -2s or +1h (units ns, "
     "us, ms, s, m, h, d), got \"5\""},
    {"{roles: dns}",
     "{roles: dns, address: 192.0.2}",
     "s.yaml:8: hosts.ns.net.address: expected an IPv4 address such as 192.0.2.1, got \"192.0.2\""},
    {"{user: alice@a.net}\n  mail.a",
     "{user: alice}\n  mail.a",
     "s.yaml:5: hosts.pc.a.net.mua.user: expected a mail address such as alice@a.net, got "
     "\"alice\""},
    {"{user: alice@a.net}\n  mail.a",
     "{user: alice@a.net, keep: yes}\n  mail.a",
     "s.yaml:5: hosts.pc.a.net.mua.keep: expected true or false, got \"yes\""},
    {"{users: bob, mx: mail.b.net}",
     "{users: bob@b.net, mx: x mail.b.net}",
     "s.yaml:12: domains.b.net.users: expected a user name such as alice, without @ and domain, "
     "got \"bob@b.net\"\n"
     "s.yaml:12: domains.b.net.mx: expected a host name, or a preference and a host name such as "
     "10 mail.b.net, got \"x mail.b.net\""},
    {"{users: bob, mx: mail.b.net}",
     "{users: bob, mx: mail.b.net, ttl: 25000d}",
     "s.yaml:12: domains.b.net.ttl: expected at most 2147483647 seconds, got \"25000d\""},
    {"delay: 5ms",
     "delay: 5",
     "s.yaml:14: links[0].delay: expected a duration such as 5ms, 90s, 2h30m or 5 days (units ns, "
     "us, ms, s, m, h, d), got \"5\""},
    {"delay: 5ms",
     "dealy: 5ms",
     "s.yaml:14: links[0].dealy: expected a key of a link (between, name, rate, delay, loss or "
     "queue), got \"dealy\"; did you mean \"delay\"?"},
    {"[pc.a.net, r.net]",
     "pc.a.net",
     "s.yaml:14: links[0].between: expected the two hosts that it joins, such as [a.net, b.net], "
     "got \"pc.a.net\""},
    {"  - at: 1s\n",
     "  - at: -1s\n",
     "s.yaml:19: events[0].at: expected a duration such as 5ms, 90s, 2h30m or 5 days (units ns, "
     "us, ms, s, m, h, d), got \"-1s\""},
    {"  - at: 1s\n    send: {",
     "  - send: {",
     "s.yaml:19: events[0].at: expected the time of the event, such as 1s, got nothing; add `at:`"},
    {"    fetch: {user: alice@a.net}\n",
     "    fech: {user: alice@a.net}\n",
     "s.yaml:22: events[1].fech: expected a key of an event (at, send, fetch, say, fail, "
     "restore or edit-zone), got \"fech\"; did you mean \"fetch\"?"},
    {"    fetch: {user: alice@a.net}\n",
     "",
     "s.yaml:21: events[1]: expected one of send, fetch, say, fail, restore or edit-zone beside "
     "`at`, got a map with the key \"at\"; say what is to happen"},
    {"    fetch: {user: alice@a.net}\n",
     "    fetch: {user: alice@a.net}\n    fail: {host: r.net}\n",
     "s.yaml:21: events[1]: expected one of send, fetch, say, fail, restore or edit-zone beside "
     "`at`, got a map with the key \"at\"; make an event of each"},
    {"fetch: {user: alice@a.net}",
     "fail: {link: a, host: b}",
     "s.yaml:22: events[1].fail: expected either `link: NAME` or `host: NAME`, got a map with the "
     "key \"link\""},
    {"fetch: {user: alice@a.net}",
     "say: {host: ns.net, to: \"a:b\", lines: [{a: b}]}",
     "s.yaml:22: events[1].say.to: expected a host and a port such as smtp.example.com:25, got "
     "\"a:b\"\n"
     "s.yaml:22: events[1].say.lines[0]: expected a line of text (in quotation marks if it holds "
     "\": \"), got a map with the key \"a\""},
    {"to: bob@b.net}\n  - at",
     "to: bob@b.net, body: a, size: 1kB}\n  - at",
     "s.yaml:20: events[0].send.size: expected either `body` or `size`, got \"1kB\"; take one of "
     "the two out"},
    {"is: delivered",
     "is: deliverd",
     "s.yaml:24: expect[0].outcome.is: expected an outcome (delivered, queued, bounced or "
     "relayed), got \"deliverd\"; did you mean \"delivered\"?"},
    {"outcome: {to: bob@b.net, is: delivered}",
     "outcom: {}",
     "s.yaml:24: expect[0].outcom: expected a key of an expectation (outcome, received, dialogue, "
     "mailbox, query, duration or attempts), got \"outcom\"; did you mean \"outcome\"?"},
    {"  - outcome: {to: bob@b.net, is: delivered}",
     "  - {}",
     "s.yaml:24: expect[0]: expected one expectation an item, got an empty map; begin each with a "
     "dash of its own"},
    {"outcome: {to: bob@b.net, is: delivered}",
     "mailbox: {user: bob@b.net}",
     "s.yaml:24: expect[0].mailbox: expected `messages`, `fetched` or both, got a map with the "
     "key \"user\""},
    {"outcome: {to: bob@b.net, is: delivered}",
     "received: {message: message1}",
     "s.yaml:24: expect[0].received: expected `hops`, `by` or both, got a map with the key "
     "\"message\""},
    {"outcome: {to: bob@b.net, is: delivered}",
     "dialogue: {between: [ns.net], contains: [\"C: a\"]}",
     "s.yaml:24: expect[0].dialogue.between: expected two hosts, [client, server], got a list of "
     "1"},
};

TEST(Loader, TellsLineFieldAndNearestNameOfEveryMistake)
{
    for (const auto& [before, after, messages] : MISTAKES)
    {
        EXPECT_EQ(GetErrors(Replace(SMALL, before, after)), messages) << before << " -> " << after;
    }
}

TEST(Loader, TellsAllMistakesAtOnce)
{
    auto text = Replace(SMALL, "delay: 5ms", "delay: 5");
    text = Replace(text, "roles: router", "roles: ruter");
    EXPECT_EQ(GetErrors(text),
              "s.yaml:9: hosts.r.net.roles: expected a role (mua, msa, mta, mda, pop3, dns, "
              "resolver, client or router), got \"ruter\"; did you mean \"router\"?\n"
              "s.yaml:14: links[0].delay: expected a duration such as 5ms, 90s, 2h30m or 5 days "
              "(units ns, us, ms, s, m, h, d), got \"5\"");
}

TEST(Loader, RefusesATextThatIsNoScenario)
{
    EXPECT_EQ(GetErrors(""),
              "s.yaml:1: expected keys of a scenario (title, about, lecture, epoch, seed, run, "
              "duration, dns, hosts, domains, links, events or expect), got nothing");
    EXPECT_EQ(GetErrors("- a"),
              "s.yaml:1: expected keys of a scenario (title, about, lecture, epoch, seed, run, "
              "duration, dns, hosts, domains, links, events or expect), got a list of 1");
}

TEST(Loader, NamesAFileThatCannotBeRead)
{
    EXPECT_THROW(LoadScenario("/nonexistent/a.yaml"), ConfigError);
    try
    {
        LoadScenario("/");
        FAIL() << "nothing was thrown";
    }
    catch (const ConfigError& error)
    {
        EXPECT_EQ(error.GetFaults().at(0).came, "a folder");
    }
}

} // namespace
} // namespace ns3::postroad::scenario
