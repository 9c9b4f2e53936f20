#include "spec/scenario-text.h"

#include "postroad/spec/read/loader.h"
#include "postroad/spec/value/derived-zone.h"
#include "postroad/spec/value/name-service.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using test::GetErrors;
using test::Replace;
using test::SMALL;

using Names = std::vector<std::string>;

using Hosts = std::vector<mail::DomainName>;

/// The small scenario without its name server.
std::string
WithoutServer(std::string_view nameService)
{
    auto text = Replace(SMALL, "  ns.net: {roles: dns}\n", "");
    text = Replace(text, "  - {between: [ns.net, r.net]}\n", "");
    return Replace(text, "dns: single\n", nameService);
}

Names
GetHostNames(const Spec& spec, HostRole role)
{
    Names names;
    for (const auto* const host : spec.FindHosts(role))
    {
        names.push_back(host->name);
    }
    return names;
}

Names
GetAddresses(const mail::DomainName& host)
{
    return {host == ROOT_SERVER ? "10.0.0.1" : "10.0.0.5"};
}

/// The lines of a zone's text that hold a word.
Names
FindRecords(const Spec& spec, std::string_view domain, std::string_view word)
{
    Names found;
    for (const auto& each : GetServedDomains(spec))
    {
        if (each.name == mail::DomainName(domain))
        {
            found = DeriveRecords(spec, each, GetAddresses);
        }
    }
    std::erase_if(found, [word](const auto& line) { return line.find(word) == line.npos; });
    return found;
}

TEST(NameService, IsAnInternetUnlessTheScenarioSaysOtherwise)
{
    const auto spec = LoadScenarioText(WithoutServer(""), "s.yaml");
    EXPECT_EQ(GetHostNames(spec, HostRole::DNS),
              (Names{"a.root-servers.net", "ns.a.net", "ns.b.net", "a.nic.net"}));
    EXPECT_EQ(GetHostNames(spec, HostRole::RESOLVER), (Names{"resolver.a.net", "resolver.b.net"}));
    EXPECT_EQ(spec.FindHost("pc.a.net")->resolvers, Hosts{"resolver.a.net"});
    EXPECT_EQ(spec.FindHost("mail.b.net")->resolvers, Hosts{"resolver.b.net"});
    EXPECT_EQ(spec.FindDomain("b.net")->nameServers, Hosts{"ns.b.net"});
    ASSERT_NE(spec.FindDomain("net"), nullptr);
    EXPECT_EQ(spec.FindDomain("net")->nameServers, Hosts{"a.nic.net"});
    EXPECT_EQ(spec.rootServer, ROOT_SERVER);
    ASSERT_NE(spec.FindLink("ns.b.net--r.net"), nullptr);
    EXPECT_EQ(spec.FindLink("a.root-servers.net--r.net")->delay, ROOT_SERVER_DELAY);
}

TEST(NameService, DelegatesFromTheRootDownWithGlue)
{
    const auto spec = LoadScenarioText(WithoutServer("dns: full\n"), "s.yaml");
    EXPECT_EQ(FindRecords(spec, "", "net. 172800"),
              (Names{"a.root-servers.net. 172800 IN A 10.0.0.1",
                     "net. 172800 IN NS a.nic.net.",
                     "a.nic.net. 172800 IN A 10.0.0.5"}));
    EXPECT_EQ(FindRecords(spec, "", "in-addr.arpa"),
              Names{"in-addr.arpa. 172800 IN NS a.root-servers.net."});
    EXPECT_EQ(FindRecords(spec, "net", "b.net."),
              (Names{"b.net. 172800 IN NS ns.b.net.", "ns.b.net. 172800 IN A 10.0.0.5"}));
    EXPECT_EQ(FindRecords(spec, "in-addr.arpa", "a.root"),
              (Names{"in-addr.arpa. 3600 IN SOA a.root-servers.net. hostmaster.in-addr.arpa. 1 "
                     "7200 3600 1209600 3600",
                     "in-addr.arpa. 172800 IN NS a.root-servers.net.",
                     "1.0.0.10.in-addr.arpa. 3600 IN PTR a.root-servers.net."}));
}

TEST(NameService, TakesWhatTheScenarioDeclares)
{
    auto text = Replace(WithoutServer(""), "  r.net:", "  dns1.b.net: {roles: dns}\n  r.net:");
    text = Replace(text, "  r.net:", "  cache.net: {roles: resolver}\n  r.net:");
    text = Replace(text, "events:", "  - {between: [dns1.b.net, r.net]}\nevents:");
    text = Replace(text, "events:", "  - {between: [cache.net, r.net]}\nevents:");
    const auto spec = LoadScenarioText(text, "s.yaml");
    EXPECT_EQ(spec.FindDomain("b.net")->nameServers, Hosts{"dns1.b.net"});
    EXPECT_EQ(spec.FindHost("ns.b.net"), nullptr);
    EXPECT_EQ(GetHostNames(spec, HostRole::RESOLVER), Names{"cache.net"});
    EXPECT_EQ(spec.FindHost("mail.b.net")->resolvers, Hosts{"cache.net"});
}

TEST(NameService, JoinsADomainsServersWhereItsHostsAre)
{
    auto text = Replace(WithoutServer(""), "  r.net:", "  q.net: {roles: router}\n  r.net:");
    text = Replace(text, "[mail.b.net, r.net]", "[mail.b.net, q.net]");
    text = Replace(text, "events:", "  - {between: [q.net, r.net]}\nevents:");
    const auto spec = LoadScenarioText(text, "s.yaml");
    EXPECT_NE(spec.FindLink("ns.b.net--q.net"), nullptr);
    EXPECT_NE(spec.FindLink("ns.a.net--r.net"), nullptr);
}

TEST(NameService, CanBeOneServerForAll)
{
    const auto spec = LoadScenarioText(WithoutServer("dns: single\n"), "s.yaml");
    EXPECT_EQ(GetHostNames(spec, HostRole::DNS), Names{"ns.a.net"});
    EXPECT_EQ(spec.FindDomain("b.net")->nameServers, Hosts{"ns.a.net"});
    EXPECT_EQ(spec.FindHost("mail.b.net")->resolvers, Hosts{"ns.a.net"});
    EXPECT_EQ(spec.rootServer, "ns.a.net");
    EXPECT_TRUE(GetHostNames(spec, HostRole::RESOLVER).empty());
}

TEST(NameService, HasAServerForEachTopLevelDomain)
{
    auto text = Replace(WithoutServer(""),
                        "  b.net: {users: bob, mx: mail.b.net}\n",
                        "  b.net: {users: bob, mx: mail.b.net}\n"
                        "  c.example: {}\n"
                        "  d.c.example: {}\n");
    const auto spec = LoadScenarioText(text, "s.yaml");
    EXPECT_EQ(GetHostNames(spec, HostRole::DNS),
              (Names{"a.root-servers.net",
                     "ns.a.net",
                     "ns.b.net",
                     "ns.c.example",
                     "ns.d.c.example",
                     "a.nic.net",
                     "a.nic.example"}));
    EXPECT_EQ(FindRecords(spec, "", " NS "),
              (Names{". 172800 IN NS a.root-servers.net.",
                     "net. 172800 IN NS a.nic.net.",
                     "example. 172800 IN NS a.nic.example.",
                     "in-addr.arpa. 172800 IN NS a.root-servers.net."}));
    EXPECT_EQ(FindRecords(spec, "c.example", " NS "),
              (Names{"c.example. 172800 IN NS ns.c.example.",
                     "d.c.example. 172800 IN NS ns.d.c.example."}));
}

TEST(NameService, AddsNothingWhereNobodyAsksForNames)
{
    const auto spec =
        LoadScenarioText("title: a\nhosts: {a.net: {roles: dns}, r: {roles: router}}\n"
                         "links: [{between: [a.net, r]}]\n",
                         "s.yaml");
    EXPECT_EQ(spec.hosts.size(), 2U);
    EXPECT_EQ(spec.links.size(), 1U);
    EXPECT_TRUE(spec.domains.empty());
    EXPECT_TRUE(spec.rootServer.IsEmpty());
}

TEST(NameService, LetsHostsKeepTheResolversThatTheyName)
{
    auto text = Replace(WithoutServer(""), "  r.net:", "  dns1.b.net: {roles: dns}\n  r.net:");
    text = Replace(text, "events:", "  - {between: [dns1.b.net, r.net]}\nevents:");
    text = Replace(text, "roles: mua\n", "roles: mua\n    resolver: DNS1.b.net\n");
    const auto spec = LoadScenarioText(text, "s.yaml");
    EXPECT_EQ(spec.FindHost("pc.a.net")->resolvers, Hosts{"dns1.b.net"});
    EXPECT_EQ(spec.FindHost("mail.a.net")->resolvers, Hosts{"resolver.a.net"});
}

TEST(NameService, ServesHostsOutsideOfAllDomainsByAResolverOfTheirOwn)
{
    auto text = Replace(WithoutServer(""), "  r.net:", "  lonely: {roles: client}\n  r.net:");
    text = Replace(text, "events:", "  - {between: [lonely, r.net]}\nevents:");
    const auto spec = LoadScenarioText(text, "s.yaml");
    EXPECT_EQ(spec.FindHost("lonely")->resolvers, Hosts{"resolver"});
    ASSERT_NE(spec.FindLink("resolver--r.net"), nullptr);
}

TEST(NameService, StandsInTheMiddleOfTheNetwork)
{
    auto text = Replace(WithoutServer(""),
                        "  r.net: {roles: router}\n",
                        "  edge.net: {roles: router}\n"
                        "  core.net: {roles: router}\n"
                        "  r.net: {roles: router}\n");
    text = Replace(text,
                   "events:",
                   "  - {between: [edge.net, core.net]}\n"
                   "  - {between: [r.net, core.net]}\nevents:");
    const auto spec = LoadScenarioText(text, "s.yaml");
    EXPECT_NE(spec.FindLink("a.root-servers.net--core.net"), nullptr)
        << "the router with most links to routers";
    EXPECT_NE(spec.FindLink("a.nic.net--core.net"), nullptr);
    EXPECT_NE(spec.FindLink("ns.a.net--r.net"), nullptr);
}

TEST(NameService, OfOneServerMayHaveAResolverBesideIt)
{
    auto text = Replace(SMALL, "  r.net:", "  cache.net: {roles: resolver}\n  r.net:");
    text = Replace(text, "events:", "  - {between: [cache.net, r.net]}\nevents:");
    const auto spec = LoadScenarioText(text, "s.yaml");
    EXPECT_EQ(spec.FindHost("pc.a.net")->resolvers, Hosts{"cache.net"});
    EXPECT_TRUE(spec.FindHost("cache.net")->resolvers.empty()) << "it asks from the root down";
    EXPECT_EQ(spec.FindDomain("b.net")->nameServers, Hosts{"ns.net"});
    EXPECT_EQ(spec.rootServer, "ns.net");
}

TEST(NameService, NeedsARouter)
{
    EXPECT_EQ(GetErrors("title: a\nhosts: {a.net: {roles: client}}\n"),
              "s.yaml:2: hosts.a.net.resolver: expected a name server to ask, got no router that a "
              "name server could be linked to; add a host with `roles: router` between the others");
    EXPECT_EQ(GetErrors("title: a\nhosts: {a.net: {roles: dns}}\n"), "");
}

TEST(NameService, KeepsServersAndResolversApart)
{
    EXPECT_EQ(
        GetErrors(Replace(SMALL, "{roles: dns}", "{roles: [dns, resolver]}")),
        "s.yaml:8: hosts.ns.net.roles: expected either dns or resolver, got both; both listen "
        "on port 53; give one of the roles to a host of its own");
    EXPECT_EQ(GetErrors(Replace(SMALL, "{roles: dns}", "{roles: dns, resolve-for: 10.0.0.0/8}")),
              "s.yaml:8: hosts.ns.net.resolve-for: expected no resolve-for of a host that resolves "
              "for nobody, got \"10.0.0.0/8\"; add resolver to its roles");
    EXPECT_EQ(GetErrors(Replace(SMALL, "{roles: dns}", "{roles: dns, resolver: r.net}")),
              "s.yaml:8: hosts.ns.net.resolver: expected a host with role resolver or dns, got "
              "\"r.net\"; add resolver to the roles of r.net");
}

TEST(NameService, WantsARootServerThatServes)
{
    auto text =
        Replace(WithoutServer(""), "  r.net:", "  a.root-servers.net: {roles: client}\n  r.net:");
    text = Replace(text, "events:", "  - {between: [a.root-servers.net, r.net]}\nevents:");
    EXPECT_EQ(GetErrors(text),
              "s.yaml:8: hosts.a.root-servers.net.roles: expected a host with role dns, got "
              "\"a.root-servers.net\"; add dns to the roles of a.root-servers.net");
    EXPECT_EQ(GetErrors(Replace(text, "{roles: client}", "{roles: dns}")), "");
}

TEST(NameService, WantsEachNameServerOfADomainOnce)
{
    EXPECT_EQ(GetErrors(Replace(SMALL,
                                "{users: bob, mx: mail.b.net}",
                                "{users: bob, mx: mail.b.net, name-server: [ns.net, NS.net]}")),
              "s.yaml:12: domains.b.net.name-server: expected each name server once, got a second "
              "\"ns.net\"");
}

TEST(NameService, HasTwoValues)
{
    EXPECT_EQ(GetErrors(Replace(SMALL, "dns: single", "dns: singel")),
              "s.yaml:25: dns: expected full (root, top-level and domain servers, resolvers) or "
              "single (one name server for all), got \"singel\"");
}

} // namespace
} // namespace ns3::postroad::scenario
