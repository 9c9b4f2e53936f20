#include "spec/scenario-text.h"

#include "postroad/spec/read/loader.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using test::Replace;
using test::SMALL;

/// The small scenario with domains in each other.
Spec
LoadNested()
{
    return LoadScenarioText(Replace(SMALL, "domains:\n", "domains:\n  net: {}\n  lab.a.net: {}\n"),
                            "s.yaml");
}

TEST(SpecLookup, TakesNamesInWhicheverCase)
{
    const auto spec = LoadNested();
    ASSERT_NE(spec.FindHost("MAIL.a.NET"), nullptr);
    EXPECT_EQ(spec.FindHost("MAIL.a.NET")->name, "mail.a.net");
    EXPECT_EQ(spec.FindDomain("B.Net")->name, "b.net");
    EXPECT_EQ(spec.FindLink("NS.net--r.net")->name, "ns.net--r.net");
    EXPECT_EQ(spec.FindUser({"alice", "A.NET"})->name, "alice");
}

TEST(SpecLookup, FindsAUserByEachAddressOfTheMailbox)
{
    const auto spec = LoadNested();
    EXPECT_NE(spec.FindUser({"alice", "a.net"}), nullptr);
    EXPECT_EQ(spec.FindUser({"Alice", "A.net"}), spec.FindUser({"alice", "a.net"}));
}

TEST(SpecLookup, FindsNothingForWhatIsNotThere)
{
    const auto spec = LoadNested();
    for (const auto* const name : {"", "a", "mail", "mail.a.net..", "xmail.a.net"})
    {
        EXPECT_EQ(spec.FindHost(name), nullptr) << name;
        EXPECT_EQ(spec.FindDomain(name), nullptr) << name;
        EXPECT_EQ(spec.FindLink(name), nullptr) << name;
        EXPECT_EQ(spec.FindUser({"alice", name}), nullptr) << name;
    }
}

TEST(SpecLookup, FindsTheInnermostDomainOfAName)
{
    const std::pair<const char*, const char*> table[] = {
        {"mail.a.net", "a.net"},
        {"x.y.z.b.net", "b.net"},
        {"a.net", "a.net"},
        {"lab.a.net", "lab.a.net"},
        {"pc.LAB.a.net", "lab.a.net"},
        {"xlab.a.net", "a.net"},
        {"xa.net", "net"},
        {"c.net", "net"},
        {"mail.example", ""},
        {"et", ""},
        {"", ""},
    };
    const auto spec = LoadNested();
    for (const auto& [name, expected] : table)
    {
        const auto* const domain = spec.FindDomainOf(name);
        EXPECT_EQ(domain ? domain->name : "", expected) << name;
    }
}

TEST(SpecLookup, GivesSendsAndHostsInTheOrderOfTheFile)
{
    const auto text = Replace(SMALL,
                              "    send: {from: alice@a.net, to: bob@b.net}\n",
                              "    send: {id: z, from: alice@a.net, to: bob@b.net}\n"
                              "  - at: 1s\n"
                              "    fail: {host: r.net}\n"
                              "  - at: 1s\n"
                              "    send: {id: a, from: alice@a.net, to: bob@b.net}\n");
    const auto spec =
        LoadScenarioText(Replace(text, "outcome: {", "outcome: {message: z, "), "s.yaml");
    const auto sends = spec.GetSends();
    ASSERT_EQ(sends.size(), 2U);
    EXPECT_EQ(sends[0]->id, "z");
    EXPECT_EQ(sends[1]->id, "a");
    const auto hosts = spec.FindHosts(HostRole::MTA);
    ASSERT_EQ(hosts.size(), 2U);
    EXPECT_EQ(hosts[0]->name, "mail.a.net");
    EXPECT_EQ(hosts[1]->name, "mail.b.net");
    EXPECT_TRUE(spec.FindHosts(HostRole::RESOLVER).empty());
}

TEST(SpecPlaces, LeadToTheLineOfAFieldOrOfWhatHoldsIt)
{
    const std::pair<const char*, int> table[] = {
        {"title", 1},
        {"hosts.pc.a.net", 3},
        {"hosts.pc.a.net.mua", 5},
        {"hosts.pc.a.net.mua.submit-to", 5},
        {"hosts.mail.a.net.msa.port", 6},
        {"links[2]", 16},
        {"links[2].delay", 16},
        {"events[1].fetch.user", 22},
        {"expect[0].outcome.is", 24},
        {"duration", 1},
        {"nowhere.at.all", 1},
    };
    const auto spec = LoadScenarioText(SMALL, "s.yaml");
    for (const auto& [path, line] : table)
    {
        EXPECT_EQ(spec.places.Find(path).ToString(), "s.yaml:" + std::to_string(line)) << path;
    }
}

} // namespace
} // namespace ns3::postroad::scenario
