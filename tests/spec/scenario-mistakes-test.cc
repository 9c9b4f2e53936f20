#include "spec/scenario-text.h"

#include "postroad/spec/read/loader.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using test::GetErrors;
using test::Replace;
using test::SMALL;

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
     "duration, dns, detection-delay, capture, hosts, domains, links, events or expect), got "
     "\"titel\"; did you mean "
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
     "restore, change or edit-zone), got \"fech\"; did you mean \"fetch\"?"},
    {"    fetch: {user: alice@a.net}\n",
     "",
     "s.yaml:21: events[1]: expected one of send, fetch, say, fail, restore, change or edit-zone "
     "beside "
     "`at`, got a map with the key \"at\"; say what is to happen"},
    {"    fetch: {user: alice@a.net}\n",
     "    fetch: {user: alice@a.net}\n    fail: {host: r.net}\n",
     "s.yaml:21: events[1]: expected one of send, fetch, say, fail, restore, change or edit-zone "
     "beside "
     "`at`, got a map with the key \"at\"; make an event of each"},
    {"fetch: {user: alice@a.net}",
     "fail: {link: a, host: b}",
     "s.yaml:22: events[1].fail: expected `link: NAME`, `host: NAME`, or `{host: NAME, service: "
     "ROLE}`, got a map with the "
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

TEST(ScenarioMistakes, TellsLineFieldAndNearestNameOfEveryMistake)
{
    for (const auto& [before, after, messages] : MISTAKES)
    {
        EXPECT_EQ(GetErrors(Replace(SMALL, before, after)), messages) << before << " -> " << after;
    }
}

TEST(ScenarioMistakes, TellsAllMistakesAtOnce)
{
    auto text = Replace(SMALL, "delay: 5ms", "delay: 5");
    text = Replace(text, "roles: router", "roles: ruter");
    EXPECT_EQ(GetErrors(text),
              "s.yaml:9: hosts.r.net.roles: expected a role (mua, msa, mta, mda, pop3, dns, "
              "resolver, client or router), got \"ruter\"; did you mean \"router\"?\n"
              "s.yaml:14: links[0].delay: expected a duration such as 5ms, 90s, 2h30m or 5 days "
              "(units ns, us, ms, s, m, h, d), got \"5\"");
}

TEST(ScenarioMistakes, RefusesATextThatIsNoScenario)
{
    EXPECT_EQ(GetErrors(""),
              "s.yaml:1: expected keys of a scenario (title, about, lecture, epoch, seed, run, "
              "duration, dns, detection-delay, capture, hosts, domains, links, events or expect), "
              "got nothing");
    EXPECT_EQ(GetErrors("- a"),
              "s.yaml:1: expected keys of a scenario (title, about, lecture, epoch, seed, run, "
              "duration, dns, detection-delay, capture, hosts, domains, links, events or expect), "
              "got a list of 1");
}

TEST(ScenarioMistakes, NamesAFileThatCannotBeRead)
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
