#include "spec/scenario-text.h"

#include "postroad/spec/check/scenario-warnings.h"
#include "postroad/spec/read/loader.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using namespace std::chrono_literals;
using test::GetErrors;
using test::Replace;
using test::SMALL;

constexpr auto MAIL_B = "  mail.b.net: {roles: [mta, mda, pop3]}\n";

/// SMALL, in which mail.b.net has more settings.
std::string
WithSettings(const std::string& settings)
{
    return Replace(SMALL,
                   MAIL_B,
                   "  mail.b.net:\n    roles: [mta, mda, pop3]\n    " + settings + "\n");
}

HostSpec
Load(const std::string& settings)
{
    return *LoadScenarioText(WithSettings(settings), "s.yaml").FindHost("mail.b.net");
}

TEST(PolicyReader, ReadsEveryKey)
{
    const auto policy = Load("policy: {busy: [{mailbox: bob@b.net, times: 2}, "
                             "{mailbox: alice@a.net}], over-quota: bob@b.net, "
                             "unknown: [bob@b.net, alice@a.net], greylist: 5m, tarpit: 20s, "
                             "client-name: required, "
                             "rate-limit: {connections: 3, per: 1h}, "
                             "disconnect: {after: RCPT, times: 4}}")
                            .policy;
    const mail::AddrSpec alice{"alice", "a.net"};
    const mail::AddrSpec bob{"bob", "b.net"};
    policy::ServerBehaviour expected;
    expected.busy = {{bob, 2}, {alice, 1}};
    expected.overQuota = {bob};
    expected.unknown = {bob, alice};
    expected.greylist = policy::Greylisting{5min};
    expected.tarpit = 20s;
    expected.requiresClientName = true;
    expected.rate = policy::RateLimit{3, 1h};
    expected.disconnect = policy::Disconnection{policy::Stage::RECIPIENT, 4};
    EXPECT_EQ(policy.behaviour, expected);
    EXPECT_FALSE(policy.openRelay);
}

TEST(PolicyReader, ReadsWhomARelayIsFor)
{
    const auto policy = Load("policy: {open-relay: true, relay-for: [192.0.2.0/24, 10.0.0.1]}");
    EXPECT_TRUE(policy.policy.openRelay);
    ASSERT_EQ(policy.policy.relayFor.size(), 2U);
    EXPECT_TRUE(policy.policy.relayFor[0].Contains("192.0.2.77"));
}

TEST(PolicyReader, ReadsTheMailboxThatCatchesEverything)
{
    const auto policy = Load("policy: {catch-all: bob@b.net}").policy;
    EXPECT_EQ(policy.catchAll, (mail::AddrSpec{"bob", "b.net"}));
    EXPECT_FALSE(Load("policy: {tarpit: 1s}").policy.catchAll);
}

TEST(PolicyReader, HasNoMoodsByDefault)
{
    EXPECT_EQ(LoadScenarioText(SMALL, "s.yaml").FindHost("mail.b.net")->policy, PolicySettings{});
}

TEST(PolicyReader, ReadsTheQueuesSchedule)
{
    const auto queue = Load("queue: {first-wait: 1m, longest-wait: 1h, give-up-after: 2 days, "
                            "warn-after: 3h, concurrency: 5}")
                           .queue;
    EXPECT_EQ(queue.schedule, (store::RetrySchedule{1min, 1h, 48h, 3h}));
    EXPECT_EQ(queue.concurrency, 5U);
    EXPECT_EQ(Load("zone: UTC").queue, store::QueueSettings{});
}

TEST(PolicyReader, TellsWhatIsWrong)
{
    const std::string at = "s.yaml:9: hosts.mail.b.net.";
    struct
    {
        const char* settings;
        std::string message;
    } const rows[] = {
        {"policy: {open_relay: true}",
         at + "policy.open_relay: expected a key of the policy of a host (open-relay, relay-for, "
              "catch-all, hop-limit, busy, over-quota, unknown, greylist, rate-limit, tarpit, "
              "client-name or "
              "disconnect), got "
              "\"open_relay\"; did you mean \"open-relay\"?"},
        {"policy: {client-name: yes}",
         at + "policy.client-name: expected the word required, got \"yes\""},
        {"policy: {relay-for: 192.0.2.1/24}",
         at + "policy.relay-for: expected a network without bits behind its length, such as "
              "192.0.2.0/24, got \"192.0.2.1/24\""},
        {"policy: {busy: {times: 2}}",
         at + "policy.busy.mailbox: expected the address of the mailbox, got nothing; add "
              "`mailbox:`"},
        {"policy: {busy: {mailbox: bob@b.net, times: 0}}",
         at + "policy.busy.times: expected a number above 0, got \"0\""},
        {"policy: {busy: {mailbox: bob@b.net, times: -1}}",
         at + "policy.busy.times: expected a number above 0, got \"-1\""},
        {"policy: {busy: bob@b.net}",
         at + "policy.busy: expected keys of `busy` (mailbox or times), got \"bob@b.net\""},
        {"policy: {disconnect: DATA}",
         at + "policy.disconnect: expected keys of `disconnect` (after or times), got \"DATA\""},
        {"policy: {rate-limit: 5}",
         at + "policy.rate-limit: expected keys of `rate-limit` (connections or per), got \"5\""},
        {"queue: fast",
         at + "queue: expected keys of the queue of a host (first-wait, longest-wait, "
              "give-up-after, warn-after or concurrency), got \"fast\""},
        {"policy: {over-quota: bbo@b.net}",
         at + "policy.over-quota: expected a user of one of the domains, got \"bbo@b.net\"; did "
              "you mean \"bob@b.net\"?"},
        {"policy: {catch-all: bob}",
         at + "policy.catch-all: expected a mail address such as alice@a.net, got \"bob\""},
        {"policy: {catch-all: bbo@b.net}",
         at + "policy.catch-all: expected a user of one of the domains, got \"bbo@b.net\"; did you "
              "mean \"bob@b.net\"?"},
        {"policy: {catch-all: alice@a.net}",
         at +
             "policy.catch-all: expected a mailbox on the same host, got \"alice@a.net\"; that one "
             "stands on mail.a.net"},
        {"policy: {greylist: 0s}",
         at + "policy.greylist: expected a duration above 0s, got \"0s\""},
        {"policy: {rate-limit: {per: 1m}}",
         at + "policy.rate-limit.connections: expected how many connections of one client, got "
              "nothing; add `connections:`"},
        {"policy: {disconnect: {after: RPCT}}",
         at + "policy.disconnect.after: expected a command (EHLO, MAIL, RCPT or DATA), got "
              "\"RPCT\"; did you mean \"RCPT\"?"},
        {"queue: {first-wait: 500ms}",
         at + "queue.first-wait: expected a duration of at least 1s, got \"500ms\""},
        {"queue: {concurrency: 0}",
         at + "queue.concurrency: expected a number from 1 to 1000, got \"0\""},
        {"queue: {concurrency: 1001}",
         at + "queue.concurrency: expected a number from 1 to 1000, got \"1001\""},
        {"queue: {first-wait: 2h, longest-wait: 1h}",
         at + "queue.longest-wait: expected a wait that is no shorter than the first, got a "
              "shorter one; raise `longest-wait`, or lower `first-wait`"},
        {"queue: {give-up-after: 10m}",
         at + "queue.give-up-after: expected time for a second attempt, got less than the first "
              "wait; raise `give-up-after`, or lower `first-wait`"},
    };
    for (const auto& [settings, message] : rows)
    {
        EXPECT_EQ(GetErrors(WithSettings(settings)), message) << settings;
    }
}

TEST(PolicyReader, WantsAPolicyOnlyWhereMailIsTaken)
{
    EXPECT_EQ(GetErrors(Replace(SMALL, "{roles: dns}", "{roles: dns, policy: {tarpit: 1s}}")),
              "s.yaml:8: hosts.ns.net.policy: expected no policy of a host that takes no mail, got "
              "a map with the key \"tarpit\"; add mta or msa to its roles");
}

TEST(Warnings, TellOfEachOpenRelay)
{
    const auto find = [](const std::string& settings) {
        return FindWarnings(LoadScenarioText(WithSettings(settings), "s.yaml"));
    };
    EXPECT_TRUE(find("policy: {open-relay: false, relay-for: 192.0.2.0/24}").empty());
    const auto warnings = find("policy: {open-relay: true, relay-for: [192.0.2.1, 0.0.0.0/0]}");
    ASSERT_EQ(warnings.size(), 2U);
    EXPECT_EQ(warnings[0].ToString(),
              "s.yaml:9: warning: hosts.mail.b.net.policy.open-relay: an open relay: anybody may "
              "send anything to anywhere through this host, as spammers wish; leave it out unless "
              "that is the lesson");
    EXPECT_EQ(warnings[1].field, "hosts.mail.b.net.policy.relay-for");
}

TEST(Warnings, TellOfMoodsThatNobodySees)
{
    const auto find = [](const std::string& settings) {
        return FindWarnings(LoadScenarioText(WithSettings(settings), "s.yaml"));
    };
    EXPECT_TRUE(find("policy: {over-quota: bob@b.net, unknown: bob@b.net}").empty());
    EXPECT_TRUE(find("policy: {over-quota: alice@a.net, relay-for: 192.0.2.1}").empty());
    EXPECT_TRUE(find("policy: {over-quota: alice@a.net, catch-all: bob@b.net}").empty());
    const auto warnings = find("policy: {busy: {mailbox: alice@a.net}, over-quota: bob@b.net}");
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_EQ(warnings[0].ToString(),
              "s.yaml:9: warning: hosts.mail.b.net.policy.busy: nobody sees it: this host takes no "
              "mail for alice@a.net");
}

TEST(DomainReader, TakesTheHostThatKeepsTheMailboxes)
{
    const auto text = Replace(SMALL,
                              "b.net: {users: bob, mx: mail.b.net}",
                              "b.net: {users: bob, mx: [5 mail.a.net, 9 mail.b.net], "
                              "mailboxes: Mail.B.net}");
    EXPECT_EQ(LoadScenarioText(text, "s.yaml").FindDomain("b.net")->mailboxHost, "mail.b.net");
    EXPECT_EQ(GetErrors(Replace(SMALL,
                                "b.net: {users: bob, mx: mail.b.net}",
                                "b.net: {users: bob, mx: mail.b.net, mailboxes: ns.net}")),
              "s.yaml:12: domains.b.net.mailboxes: expected a host with role mda, got \"ns.net\"; "
              "add mda to the roles of ns.net");
}

} // namespace
} // namespace ns3::postroad::scenario
