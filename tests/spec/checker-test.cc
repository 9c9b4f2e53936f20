#include "spec/scenario-text.h"

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

void
ExpectMessages(const std::vector<Mistake>& mistakes)
{
    for (const auto& [before, after, messages] : mistakes)
    {
        EXPECT_EQ(GetErrors(Replace(SMALL, before, after)), messages) << before << " -> " << after;
    }
}

TEST(Checker, AcceptsTheSmallScenario)
{
    EXPECT_EQ(GetErrors(SMALL), "");
}

TEST(Checker, WantsEachHostOnce)
{
    ExpectMessages({
        {"  ns.net: {roles: dns}",
         "  ns.net: {roles: dns, address: 192.0.2.1}\n"
         "  x.net: {roles: client, address: 192.0.2.1}",
         "s.yaml:9: hosts.x.net.address: expected an address of its own, got \"192.0.2.1\"; "
         "ns.net has it already\n"
         "s.yaml:9: hosts.x.net: expected a way over `links` from pc.a.net, got none; add a link, "
         "or role router to a host between them"},
        {"  r.net: {roles: router}",
         "  r.net: {roles: router}\n  R.net: {roles: router}",
         "s.yaml:10: hosts.r.net: expected each host once, got a second \"r.net\""},
    });
}

TEST(Checker, WantsRolesThatFitTogether)
{
    ExpectMessages({
        {"[mta, mda, pop3]}\n  ns",
         "[mta, pop3]}\n  ns",
         "s.yaml:7: hosts.mail.b.net.roles: expected mda beside pop3, got none; pop3 shows the "
         "mailboxes that an mda on the same host fills; add mda\n"
         "s.yaml:12: domains.b.net.mx: expected a host with role mda among them, got "
         "\"mail.b.net\"; add mda to its roles, so that mail gets into the mailboxes"},
        {"roles: router",
         "roles: [router, client]",
         "s.yaml:9: hosts.r.net.roles: expected router alone, got other roles beside it; give the "
         "other roles to a host of their own"},
        {"roles: dns",
         "roles: [dns, mda]",
         "s.yaml:8: hosts.ns.net.roles: expected mta or msa beside mda, got neither; an mda "
         "delivers what an mta or msa on the same host has taken; add mta"},
        {"  ns.net: {roles: dns}",
         "  ns.net: {roles: dns}\n  x.net: {roles: []}",
         "s.yaml:9: hosts.x.net.roles: expected at least one role, got none\n"
         "s.yaml:9: hosts.x.net: expected a way over `links` from pc.a.net, got none; add a link, "
         "or role router to a host between them"},
    });
}

TEST(Checker, WantsServersThatCanBeReached)
{
    ExpectMessages({
        {"[msa, mta, mda, pop3]}",
         "[msa, mta, mda, pop3], msa: {port: 25}}",
         "s.yaml:6: hosts.mail.a.net.mta.port: expected a port of its own, got 25; role msa "
         "listens there already"},
        {"  ns.net: {roles: dns}",
         "  ns.net: {roles: [dns, mta], mta: {port: 53}}",
         "s.yaml:8: hosts.ns.net.mta.port: expected a port of its own, got 53; role dns listens "
         "there already"},
        {"[msa, mta, mda, pop3]}",
         "[msa, mta, mda, pop3], mta: {smart-host: mail.a.net}}",
         "s.yaml:6: hosts.mail.a.net.mta.smart-host: expected another host, got \"mail.a.net\"; "
         "mail would go round in a circle"},
        {"[msa, mta, mda, pop3]}",
         "[msa, mta, mda, pop3], msa: {smart-host: ns.net}}",
         "s.yaml:6: hosts.mail.a.net.msa.smart-host: expected a host with role mta, got "
         "\"ns.net\"; add mta to the roles of ns.net"},
        {"{roles: dns}",
         "{roles: dns, resolver: sn.net}",
         "s.yaml:8: hosts.ns.net.resolver: expected one of the hosts, got \"sn.net\"; did you mean "
         "\"ns.net\"?"},
    });
}

TEST(Checker, WantsANameServerForThoseWhoLookUpNames)
{
    const auto clientAlone = "title: a\nhosts: {a.net: {roles: client}}\ndns: single\n";
    EXPECT_EQ(GetErrors(clientAlone),
              "s.yaml:2: hosts.a.net.resolver: expected a name server to ask, got no host with "
              "role dns; add a host with `roles: dns`");
    const auto two = Replace(SMALL, "roles: [msa, mta, mda, pop3]", "roles: [msa, mta, mda, dns]");
    EXPECT_NE(GetErrors(two).find("s.yaml:3: hosts.pc.a.net.resolver: expected a name server to "
                                  "ask, got several hosts with role dns; name one of them"),
              std::string::npos);
    EXPECT_NE(GetErrors(two).find("s.yaml:11: domains.a.net.name-server: expected a host that "
                                  "answers for the domain, got several hosts with role dns; name "
                                  "one of them"),
              std::string::npos);
    EXPECT_EQ(
        GetErrors("title: a\nhosts: {a.net: {roles: dns}}\ndomains: {b.net: }\n"),
        "s.yaml:3: domains.b.net.name-server: expected a host that answers for the domain, "
        "got no router that a name server could be linked to; add a host with `roles: router` "
        "between the others");
}

TEST(Checker, WantsMailProgramsWithUsersAndServers)
{
    ExpectMessages({
        {"{user: alice@a.net}\n  mail.a",
         "{user: alcie@a.net}\n  mail.a",
         "s.yaml:5: hosts.pc.a.net.mua.user: expected a user of one of the domains, got "
         "\"alcie@a.net\"; did you mean \"alice@a.net\"?\n"
         "s.yaml:20: events[0].send.host: expected a mail program of alice@a.net, got none, or "
         "several; add `mua: {user: alice@a.net}` to a host with role mua, or name the host here\n"
         "s.yaml:22: events[1].fetch.host: expected a mail program of alice@a.net, got none, or "
         "several; add `mua: {user: alice@a.net}` to a host with role mua, or name the host here"},
        {"{user: alice@a.net}\n  mail.a",
         "{user: alice@a.net, submit-to: mail.b.net, fetch-from: ns.net}\n  mail.a",
         "s.yaml:5: hosts.pc.a.net.mua.submit-to: expected a host with role msa, got "
         "\"mail.b.net\"; add msa to the roles of mail.b.net\n"
         "s.yaml:5: hosts.pc.a.net.mua.fetch-from: expected a host with role pop3, got \"ns.net\"; "
         "add pop3 to the roles of ns.net\n"
         "s.yaml:5: hosts.pc.a.net.mua.fetch-from: expected the host that keeps the mailbox of "
         "alice@a.net, mail.a.net, got \"ns.net\"; give mail.a.net the role pop3, or mend "
         "`fetch-from`"},
        {"[msa, mta, mda, pop3]",
         "[mta, mda]",
         "s.yaml:5: hosts.pc.a.net.mua.submit-to: expected the host with role msa that takes its "
         "messages, got nothing; add `submit-to: HOST`\n"
         "s.yaml:5: hosts.pc.a.net.mua.fetch-from: expected the host that keeps the mailbox of "
         "alice@a.net, mail.a.net, got nothing; give mail.a.net the role pop3, or mend "
         "`fetch-from`"},
    });
    EXPECT_EQ(GetErrors("title: a\nhosts:\n  a.net: {roles: [mua, dns]}\ndns: single\n"),
              "s.yaml:3: hosts.a.net.mua: expected the user whose mail program it is, got none; "
              "add `mua: {user: NAME@DOMAIN}`");
}

TEST(Checker, WantsDomainsWhoseMailArrives)
{
    ExpectMessages({
        {"{users: bob, mx: mail.b.net}",
         "{users: bob}",
         "s.yaml:12: domains.b.net.mx: expected a host that takes the mail of its users, got none; "
         "add `mx: HOST`, a host with roles mta and mda"},
        {"{users: bob, mx: mail.b.net}",
         "{users: bob, mx: [mial.b.net, ns.net]}",
         "s.yaml:12: domains.b.net.mx[0]: expected a host with role mta, got \"mial.b.net\"; did "
         "you mean \"mail.b.net\"?\n"
         "s.yaml:12: domains.b.net.mx[1]: expected a host with role mta, got \"ns.net\"; add mta "
         "to the roles of ns.net"},
        {"{users: bob, mx: mail.b.net}",
         "{users: [bob, bob], mx: mail.b.net}",
         "s.yaml:12: domains.b.net.users: expected each user once, in any case, got a second "
         "\"bob\"; the two would share one mailbox: take one out"},
        {"{users: bob, mx: mail.b.net}",
         "{users: {bob: {password: one}, Bob: {password: two}}, mx: mail.b.net}",
         "s.yaml:12: domains.b.net.users: expected each user once, in any case, got a second "
         "\"Bob\"; the two would share one mailbox: take one out"},
        {"{users: bob, mx: mail.b.net}",
         "{users: bob, mx: mail.b.net}\n  B.net: {}",
         "s.yaml:13: domains.b.net: expected each domain once, got a second \"b.net\""},
        {"{users: bob, mx: mail.b.net}",
         "{users: bob, mx: mail.b.net, name-server: r.net}",
         "s.yaml:12: domains.b.net.name-server: expected a host with role dns, got \"r.net\"; add "
         "dns to the roles of r.net"},
    });
    EXPECT_EQ(GetErrors(Replace(SMALL, "{users: bob, mx: mail.b.net}", "{mx: mail.b.net}")), "");
}

TEST(Checker, WantsANetworkInOnePiece)
{
    ExpectMessages({
        {"  - {between: [ns.net, r.net]}\n",
         "",
         "s.yaml:8: hosts.ns.net: expected a way over `links` from pc.a.net, got none; add a link, "
         "or role router to a host between them"},
        {"[ns.net, r.net]",
         "[ns.net, mail.b.net]",
         "s.yaml:8: hosts.ns.net: expected a way over `links` from pc.a.net, got none; add a link, "
         "or role router to a host between them"},
        {"[ns.net, r.net]",
         "[ns.net, q.net]",
         "s.yaml:17: links[3].between[1]: expected one of the hosts, got \"q.net\"; did you mean "
         "\"r.net\"?"},
        {"[ns.net, r.net]}",
         "[ns.net, r.net]}\n  - {between: [r.net, r.net]}",
         "s.yaml:18: links[4].between: expected two different hosts, got \"r.net\" twice"},
        {"[ns.net, r.net]}",
         "[ns.net, r.net]}\n  - {between: [pc.a.net, ns.net], name: NS.net--r.net}",
         "s.yaml:18: links[4].name: expected a name of its own, got \"NS.net--r.net\"; give one of "
         "the two links another `name`"},
    });
    EXPECT_EQ(GetErrors("title: a\nhosts: {}\n"),
              "s.yaml:2: hosts: expected at least one host, got none");
    EXPECT_EQ(GetErrors("title: a\nhosts: {a.net: {roles: dns}}\n"), "");
}

TEST(Checker, FindsWaysOverRoutersOnly)
{
    struct Network
    {
        const char* title;
        const char* links;
        const char* unreachable; ///< the first host that cannot be reached, and from which
    };
    const Network table[] = {
        {"a line of routers", "[[x, r1], [r1, r2], [r2, r3], [r3, y]]", ""},
        {"a ring", "[[x, r1], [r1, r2], [r2, r3], [r3, r1], [r2, y]]", ""},
        {"no network, one link", "[[x, y], [y, r1], [r1, r2], [r2, r3]]", "r1 x"},
        {"a host in the middle", "[[x, r1], [r1, r2], [r2, r3], [x, y]]", "r1 y"},
        {"two halves", "[[x, r1], [r1, r2], [y, r3]]", "y x"},
        {"no link at all", "[]", "y x"},
    };
    for (const auto& [title, links, unreachable] : table)
    {
        std::string text = "title: a\nhosts:\n  x: {roles: dns}\n  y: {roles: dns}\n"
                           "  r1: {roles: router}\n  r2: {roles: router}\n"
                           "  r3: {roles: router}\nlinks:\n";
        auto pairs = std::string_view(links);
        for (auto at = pairs.find('[', 1); at != pairs.npos; at = pairs.find('[', at + 1))
        {
            text += "  - between: " + std::string(pairs.substr(at, pairs.find(']', at) + 1 - at)) +
                    '\n';
        }
        const auto errors = GetErrors(text);
        const std::string_view wanted = unreachable;
        if (wanted.empty())
        {
            EXPECT_EQ(errors, "") << title;
            continue;
        }
        const auto blank = wanted.find(' ');
        EXPECT_NE(errors.find("hosts." + std::string(wanted.substr(0, blank)) +
                              ": expected a way over `links` from " +
                              std::string(wanted.substr(blank + 1)) + ", got none"),
                  std::string::npos)
            << title << ": " << errors;
    }
}

TEST(Checker, LetsTwoHostsHaveSeveralLinksOfDifferentNames)
{
    const auto with = [](const std::string& link) {
        return GetErrors(Replace(SMALL, "[ns.net, r.net]}", "[ns.net, r.net]}\n  - " + link));
    };
    EXPECT_EQ(with("{between: [R.net, ns.net], name: spare}"), "");
    EXPECT_EQ(with("{between: [R.net, ns.net]}"), "");
    EXPECT_EQ(
        with("{between: [R.net, ns.net], name: NS.net--r.net}"),
        "s.yaml:18: links[4].name: expected a name of its own, got \"NS.net--r.net\"; give one "
        "of the two links another `name`");
}

TEST(Checker, TellsOfAllMistakesAtOnceAlsoWhereAValueCannotBeRead)
{
    EXPECT_EQ(
        GetErrors(Replace(SMALL,
                          "  - outcome: {to: bob@b.net, is: delivered}\n",
                          "  - outcome: {to: bob@b.net, is: deliverd}\n"
                          "  - outcome: {message: mesage1, is: delivered}\n"
                          "  - mailbox: {user: bobb@b.net, messages: 1}\n"
                          "  - attempts: {message: message1, by: mail.c.net, count: 1}\n")),
        "s.yaml:24: expect[0].outcome.is: expected an outcome (delivered, queued, bounced or "
        "relayed), got \"deliverd\"; did you mean \"delivered\"?\n"
        "s.yaml:25: expect[1].outcome.message: expected the id of a `send`, got \"mesage1\"; "
        "did you mean \"message1\"?\n"
        "s.yaml:26: expect[2].mailbox.user: expected a user of one of the domains, got "
        "\"bobb@b.net\"; did you mean \"bob@b.net\"?\n"
        "s.yaml:27: expect[3].attempts.by: expected one of the hosts, got \"mail.c.net\"; did "
        "you mean \"mail.a.net\"?");
}

TEST(Checker, WantsEventsThatCanHappen)
{
    ExpectMessages({
        {"at: 2s",
         "at: 999ms",
         "s.yaml:21: events[1].at: expected a time not before the event above, got an earlier one; "
         "put the events in the order of time"},
        {"title: Small",
         "title: Small\nduration: 1s",
         "s.yaml:22: events[1].at: expected a time within the run's `duration`, got a later one"},
        {"{from: alice@a.net, to: bob@b.net}",
         "{from: alcie@a.net, to: bob@b.net}",
         "s.yaml:20: events[0].send.from: expected a user of one of the domains, got "
         "\"alcie@a.net\"; did you mean \"alice@a.net\"?"},
        {"{from: alice@a.net, to: bob@b.net}",
         "{from: bob@b.net, to: bob@b.net, host: pc.a.net}",
         "s.yaml:20: events[0].send.host: expected a mail program of bob@b.net, got \"pc.a.net\"; "
         "add the address to the `mua: {user: ...}` of that host"},
        {"{from: alice@a.net, to: bob@b.net}",
         "{from: alice@a.net, id: x}\n  - at: 1s\n"
         "    send: {from: alice@a.net, to: bob@b.net, id: x}",
         "s.yaml:20: events[0].send.to: expected at least one recipient, got none; add `to: "
         "NAME@DOMAIN`\n"
         "s.yaml:22: events[1].send.id: expected an id of its own, got \"x\"\n"
         "s.yaml:26: expect[0].outcome.message: expected the id of a message, since not exactly "
         "one "
         "is sent, got nothing; add `message: ID`"},
        {"fetch: {user: alice@a.net}",
         "fetch: {user: carol@a.net}",
         "s.yaml:22: events[1].fetch.user: expected a user of one of the domains, got "
         "\"carol@a.net\""},
        {"fetch: {user: alice@a.net}",
         "say: {host: pc.a.net, to: mail.c.net, lines: []}",
         "s.yaml:22: events[1].say.host: expected a host with role client, got \"pc.a.net\"; add "
         "client to the roles of pc.a.net\n"
         "s.yaml:22: events[1].say.to: expected one of the hosts, got \"mail.c.net\"; did you mean "
         "\"mail.a.net\"?\n"
         "s.yaml:22: events[1].say.lines: expected at least one line, got none"},
        {"fetch: {user: alice@a.net}",
         "fail: {link: pc.a.net-r.net}",
         "s.yaml:22: events[1].fail.link: expected the name of a link, got \"pc.a.net-r.net\"; did "
         "you mean \"pc.a.net--r.net\"?"},
        {"fetch: {user: alice@a.net}",
         "restore: {host: rr.net}",
         "s.yaml:22: events[1].restore.host: expected one of the hosts, got \"rr.net\"; did you "
         "mean \"r.net\"?"},
    });
}

TEST(Checker, LeavesRecipientsFree)
{
    EXPECT_EQ(
        GetErrors(Replace(SMALL, "to: bob@b.net}\n  - at", "to: x@y.test, cc: bob@b.net}\n  - at")),
        "");
}

TEST(Checker, WantsExpectationsAboutWhatIsThere)
{
    ExpectMessages({
        {"{to: bob@b.net, is",
         "{message: letter, to: bob@b.net, is",
         "s.yaml:24: expect[0].outcome.message: expected the id of a `send`, got \"letter\""},
        {"{to: bob@b.net, is",
         "{to: rob@b.net, is",
         "s.yaml:24: expect[0].outcome.to: expected a recipient of message1, got \"rob@b.net\"; "
         "did you mean \"bob@b.net\"?"},
        {"    send: {from: alice@a.net, to: bob@b.net}",
         "    fetch: {user: alice@a.net}",
         "s.yaml:24: expect[0].outcome.message: expected the id of a message, since not exactly "
         "one "
         "is sent, got nothing; add `message: ID`"},
        {"outcome: {to: bob@b.net, is: delivered}",
         "received: {hops: 3, by: [mail.a.net, mial.b.net]}",
         "s.yaml:24: expect[0].received.by[1]: expected one of the hosts, got \"mial.b.net\"; did "
         "you mean \"mail.b.net\"?\n"
         "s.yaml:24: expect[0].received.hops: expected as many hops as hosts in `by`, 2, got 3"},
        {"outcome: {to: bob@b.net, is: delivered}",
         "dialogue: {between: [x.net, ns.net], contains: [EHLO]}",
         "s.yaml:24: expect[0].dialogue.between[0]: expected one of the hosts, got \"x.net\"; did "
         "you mean \"r.net\"?\n"
         "s.yaml:24: expect[0].dialogue.contains[0]: expected a line that begins with \"C: \" "
         "(client) or \"S: \" (server), got \"EHLO\""},
        {"outcome: {to: bob@b.net, is: delivered}",
         "mailbox: {user: rob@b.net, messages: 1}",
         "s.yaml:24: expect[0].mailbox.user: expected a user of one of the domains, got "
         "\"rob@b.net\"; did you mean \"bob@b.net\"?"},
        {"outcome: {to: bob@b.net, is: delivered}",
         "query: {from: q.net, name: b.net, type: MX}",
         "s.yaml:24: expect[0].query.from: expected one of the hosts, got \"q.net\"; did you mean "
         "\"r.net\"?"},
        {"outcome: {to: bob@b.net, is: delivered}",
         "duration: {below: 0s}",
         "s.yaml:24: expect[0].duration.below: expected a duration above 0s, got 0s"},
        {"outcome: {to: bob@b.net, is: delivered}",
         "attempts: {by: mial.b.net, hosts: [mail.b.net, x.net]}",
         "s.yaml:24: expect[0].attempts.by: expected one of the hosts, got \"mial.b.net\"; did you "
         "mean \"mail.b.net\"?\n"
         "s.yaml:24: expect[0].attempts.hosts[1]: expected one of the hosts, got \"x.net\"; did "
         "you mean \"r.net\"?"},
        {"outcome: {to: bob@b.net, is: delivered}",
         "attempts: {by: mail.b.net}",
         "s.yaml:24: expect[0].attempts: expected `count`, `hosts` or `at`, got a map with "
         "the key \"by\""},
        {"outcome: {to: bob@b.net, is: delivered}",
         "attempts: {by: ns.net, count: 1, at: [1h, 2h, 90m]}",
         "s.yaml:24: expect[0].attempts.by: expected a host with role mua, msa or mta, got "
         "\"ns.net\"\n"
         "s.yaml:24: expect[0].attempts.count: expected as many attempts as are described, 3, got "
         "1\n"
         "s.yaml:24: expect[0].attempts.at[2]: expected a time after the one before, got an "
         "earlier one"},
    });
}

} // namespace
} // namespace ns3::postroad::scenario
