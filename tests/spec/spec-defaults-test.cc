#include "spec/scenario-text.h"

#include "postroad/spec/read/loader.h"

#include <gtest/gtest.h>

#include <set>

namespace ns3::postroad::scenario
{
namespace
{

using test::GetErrors;
using test::Replace;
using test::SMALL;

TEST(SpecDefaults, FillInWhatHasOnlyOneAnswer)
{
    const auto spec = LoadScenarioText(SMALL, "s.yaml");
    EXPECT_EQ(spec.links.at(0).name, "pc.a.net--r.net");
    EXPECT_EQ(spec.hosts.at(0).resolvers, std::vector<mail::DomainName>{"ns.net"});
    EXPECT_EQ(spec.hosts.at(0).mua.submitTo, "mail.a.net");
    EXPECT_EQ(spec.hosts.at(0).mua.fetchFrom, "mail.a.net");
    EXPECT_EQ(spec.domains.at(1).nameServers, std::vector<mail::DomainName>{"ns.net"});
    EXPECT_EQ(spec.domains.at(1).mailboxHost, "mail.b.net");
    const auto& send = std::get<Send>(spec.events.at(0).action);
    EXPECT_EQ(send.id, "message1");
    EXPECT_EQ(send.host, "pc.a.net");
    EXPECT_EQ(std::get<Fetch>(spec.events.at(1).action).host, "pc.a.net");
    EXPECT_EQ(std::get<ExpectOutcome>(spec.expectations.at(0)).message, "message1");
}

TEST(SpecDefaults, TakeTheMostPreferredExchangerThatKeepsMailboxes)
{
    const auto text = Replace(SMALL,
                              "{users: bob, mx: mail.b.net}",
                              "{users: bob, mx: [30 mail.b.net, 20 mail.a.net]}");
    EXPECT_EQ(LoadScenarioText(text, "s.yaml").domains.at(1).mailboxHost, "mail.a.net");
}

/// The small scenario with other lines in place of some.
Spec
LoadWith(std::initializer_list<std::pair<const char*, const char*>> changes)
{
    std::string text(SMALL);
    for (const auto& [before, after] : changes)
    {
        text = Replace(text, before, after);
    }
    return LoadScenarioText(text, "s.yaml");
}

TEST(SpecDefaults, OfTheWholeScenario)
{
    const auto spec = LoadScenarioText(SMALL, "a/b.c/small.v2.yaml");
    EXPECT_EQ(spec.name, "small.v2");
    EXPECT_EQ(spec.about, "");
    EXPECT_EQ(spec.epoch, DEFAULT_EPOCH);
    EXPECT_EQ(spec.seed, 1U);
    EXPECT_EQ(spec.run, 1U);
    EXPECT_EQ(spec.duration, DEFAULT_DURATION);
    EXPECT_EQ(spec.hosts[0].clockOffset, wire::Duration(0));
    EXPECT_EQ(spec.hosts[0].zone, (wire::TimeZone{0, "UTC"}));
    EXPECT_EQ(spec.hosts[0].address, "");
}

TEST(SpecDefaults, OfUsers)
{
    const auto spec = LoadWith({{"{users: bob, mx: mail.b.net}",
                                 "{users: {bob: {name: Bob}, carol: {password: x}, dave: }, "
                                 "mx: mail.b.net}"}});
    EXPECT_EQ(
        spec.FindDomain("b.net")->users,
        (std::vector<UserSpec>{{"bob", "bob", "Bob"}, {"carol", "x", ""}, {"dave", "dave", ""}}))
        << "a password is the name where none is given";
}

TEST(SpecDefaults, GiveSubmissionsToTheOnlyServerOfTheUsersDomain)
{
    EXPECT_EQ(LoadWith({{"  mail.b.net: {roles: [mta, mda, pop3]}",
                         "  mail.b.net: {roles: [msa, mta, mda, pop3]}"}})
                  .hosts[0]
                  .mua.submitTo,
              "mail.a.net")
        << "the other one is of another domain";
    const auto text = Replace(SMALL, "  r.net:", "  out.a.net: {roles: msa}\n  r.net:");
    EXPECT_NE(GetErrors(Replace(text, "events:", "  - {between: [out.a.net, r.net]}\nevents:"))
                  .find("hosts.pc.a.net.mua.submit-to: expected the host with role msa that takes "
                        "its messages, got nothing"),
              std::string::npos)
        << "two of them: nobody knows which is meant";
}

TEST(SpecDefaults, FetchWhereTheMailboxesAre)
{
    const auto spec = LoadWith({{"a.net: {users: alice, mx: mail.a.net}",
                                 "a.net: {users: alice, mx: [10 mail.a.net, 20 mail.b.net], "
                                 "mailboxes: mail.b.net}"}});
    EXPECT_EQ(spec.hosts[0].mua.fetchFrom, "mail.b.net");
    EXPECT_EQ(spec.hosts[0].mua.submitTo, "mail.a.net");
}

TEST(SpecDefaults, NumberTheMessagesThatHaveNoId)
{
    const auto spec = LoadWith({{"    send: {from: alice@a.net, to: bob@b.net}\n",
                                 "    send: {from: alice@a.net, to: bob@b.net}\n"
                                 "  - at: 1s\n"
                                 "    send: {id: mine, from: alice@a.net, to: bob@b.net}\n"
                                 "  - at: 1s\n"
                                 "    send: {from: alice@a.net, to: bob@b.net}\n"},
                                {"outcome: {", "outcome: {message: mine, "}});
    std::vector<std::string> ids;
    for (const auto* const send : spec.GetSends())
    {
        ids.push_back(send->id);
    }
    EXPECT_EQ(ids[0], "message1");
    EXPECT_EQ(ids[1], "mine");
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 3U);
}

TEST(SpecDefaults, MeanTheOnlyMessageInEachExpectation)
{
    const auto spec = LoadWith({{"  - outcome: {to: bob@b.net, is: delivered}\n",
                                 "  - outcome: {is: delivered}\n"
                                 "  - received: {hops: 2}\n"
                                 "  - attempts: {by: mail.a.net, count: 1}\n"},
                                {"send: {from", "send: {id: letter, from"}});
    EXPECT_EQ(std::get<ExpectOutcome>(spec.expectations[0]).message, "letter");
    EXPECT_EQ(std::get<ExpectReceived>(spec.expectations[1]).message, "letter");
    EXPECT_EQ(std::get<ExpectAttempts>(spec.expectations[2]).message, "letter");
}

TEST(SpecDefaults, SendFromTheOnlyMailProgramOfAUser)
{
    const auto second = Replace(SMALL,
                                "  r.net:",
                                "  laptop.a.net: {roles: mua, mua: {user: alice@a.net}}\n  r.net:");
    const auto linked = Replace(second, "events:", "  - {between: [laptop.a.net, r.net]}\nevents:");
    EXPECT_NE(GetErrors(linked).find("events[0].send.host: expected a mail program of "
                                     "alice@a.net, got none, or several"),
              std::string::npos);
    auto named = Replace(linked, "send: {from", "send: {host: laptop.a.net, from");
    named = Replace(named, "fetch: {user", "fetch: {host: pc.a.net, user");
    EXPECT_EQ(GetErrors(named), "");
}

TEST(SpecDefaults, NameLinksByTheirEndsInTheOrderOfTheFile)
{
    const auto spec = LoadWith({{"{between: [ns.net, r.net]}", "{between: [r.net, ns.net]}"}});
    EXPECT_NE(spec.FindLink("r.net--ns.net"), nullptr);
    EXPECT_EQ(spec.FindLink("ns.net--r.net"), nullptr);
}

TEST(SpecDefaults, SpellHostsAsTheyAreDeclared)
{
    const auto spec = LoadWith(
        {{"[ns.net, r.net]", "[NS.net, R.net]"},
         {"roles: mua\n", "roles: mua\n    resolver: NS.net\n"},
         {"{user: alice@a.net}\n  mail", "{user: alice@a.net, submit-to: Mail.a.net}\n  mail"},
         {"{users: bob, mx: mail.b.net}",
          "{users: bob, mx: mail.b.net, name-server: NS.net, mailboxes: MAIL.b.net}"},
         {"fetch: {user: alice@a.net}", "restore: {host: R.NET}"}});
    EXPECT_EQ(spec.links[3].name, "ns.net--r.net");
    EXPECT_EQ(spec.hosts[0].resolvers, std::vector<mail::DomainName>{"ns.net"});
    EXPECT_EQ(spec.hosts[0].mua.submitTo, "mail.a.net");
    EXPECT_EQ(spec.FindDomain("b.net")->nameServers, std::vector<mail::DomainName>{"ns.net"});
    EXPECT_EQ(spec.FindDomain("b.net")->mailboxHost, "mail.b.net");
    EXPECT_EQ(std::get<Restore>(spec.events[1].action).target.name, "r.net");
}

TEST(SpecDefaults, KeepWhatTheFileSays)
{
    const auto text =
        Replace(SMALL, "{between: [ns.net, r.net]}", "{between: [ns.net, r.net], name: x}");
    EXPECT_EQ(LoadScenarioText(text, "s.yaml").links.at(3).name, "x");
}

} // namespace
} // namespace ns3::postroad::scenario
