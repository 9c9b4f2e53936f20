#include "spec/scenario-text.h"

#include "postroad/spec/read/loader.h"
#include "postroad/spec/value/derived-zone.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using test::GetErrors;
using test::Replace;
using test::SMALL;

std::vector<std::string>
GetAddresses(const mail::DomainName& host)
{
    return {host == "pc.a.net" ? "10.0.0.1" : "10.0.0.5"};
}

TEST(DerivedZone, FollowsFromNameServerExchangersAndHosts)
{
    const auto spec = LoadScenarioText(SMALL, "s.yaml");
    const std::vector<std::string> expected{
        "a.net. 3600 IN SOA ns.net. hostmaster.a.net. 1 7200 3600 1209600 3600",
        "a.net. 172800 IN NS ns.net.",
        "a.net. 3600 IN MX 10 mail.a.net.",
        "pc.a.net. 3600 IN A 10.0.0.1",
        "mail.a.net. 3600 IN A 10.0.0.5"};
    EXPECT_EQ(DeriveRecords(spec, spec.domains[0], GetAddresses), expected);
}

TEST(DerivedZone, PutsAHostIntoTheInnermostDomain)
{
    const auto text = Replace(SMALL, "domains:\n", "domains:\n  net: {}\n");
    const auto spec = LoadScenarioText(text, "s.yaml");
    const auto records = DeriveRecords(spec, spec.domains[0], GetAddresses);
    const std::vector<std::string> expected{
        "net. 3600 IN SOA ns.net. hostmaster.net. 1 7200 3600 1209600 3600",
        "net. 172800 IN NS ns.net.",
        "ns.net. 172800 IN A 10.0.0.5",
        "r.net. 3600 IN A 10.0.0.5",
        "a.net. 172800 IN NS ns.net.",
        "b.net. 172800 IN NS ns.net."};
    EXPECT_EQ(records, expected);
}

TEST(DerivedZone, KeepsPreferencesTimesToLiveAndFurtherRecords)
{
    const auto text = Replace(SMALL,
                              "{users: bob, mx: mail.b.net}",
                              "{users: bob, mx: [5 mail.b.net, 20 mail.a.net], ttl: 5m, "
                              "records: [www 60 IN A 192.0.2.1, smtp CNAME mail]}");
    const auto spec = LoadScenarioText(text, "s.yaml");
    const auto zone = DeriveZone(spec, spec.domains[1], GetAddresses);
    const auto origin = dns::Name::Parse("b.net").GetValue();
    const auto exchangers = zone.Find(origin, dns::RecordType::MX);
    ASSERT_EQ(exchangers.size(), 2U);
    EXPECT_EQ(exchangers[0].ttl, 300U);
    EXPECT_EQ(std::get<dns::MxData>(exchangers[0].data).preference, 5);
    const auto www = zone.Find(dns::Name::Parse("www", origin).GetValue(), dns::RecordType::A);
    ASSERT_EQ(www.size(), 1U);
    EXPECT_EQ(www[0].ttl, 60U);
    const auto smtp = dns::Name::Parse("smtp.b.net").GetValue();
    EXPECT_EQ(zone.Find(smtp, dns::RecordType::CNAME).size(), 1U);
}

using Lines = std::vector<std::string>;

/// The derived records of a domain of a scenario, without its SOA record.
Lines
Derive(std::string_view text, std::string_view domain)
{
    const auto spec = LoadScenarioText(text, "s.yaml");
    auto lines = DeriveRecords(spec, *spec.FindDomain(domain), GetAddresses);
    std::erase_if(lines, [](const auto& line) { return line.find(" SOA ") != line.npos; });
    return lines;
}

TEST(DerivedZone, HasEachNameServerAndItsAddressWhereNobodyElseTellsIt)
{
    const auto with = [](const std::string& host) {
        auto text = Replace(SMALL, "  r.net:", "  " + host + ": {roles: dns}\n  r.net:");
        text = Replace(text, "events:", "  - {between: [" + host + ", r.net]}\nevents:");
        text = Replace(text,
                       "{users: alice, mx: mail.a.net}",
                       "{users: alice, mx: mail.a.net, name-server: ns.net}");
        text = Replace(text, "roles: mua\n", "roles: mua\n    resolver: ns.net\n");
        text = Replace(text, "[msa, mta, mda, pop3]}", "[msa, mta, mda, pop3], resolver: ns.net}");
        text =
            Replace(text, "roles: [mta, mda, pop3]}", "roles: [mta, mda, pop3], resolver: ns.net}");
        return Replace(text,
                       "{users: bob, mx: mail.b.net}",
                       "{users: bob, mx: mail.b.net, name-server: [" + host + ", ns.net]}");
    };
    EXPECT_EQ(Derive(with("ns1.b.net"), "b.net"),
              (Lines{"b.net. 172800 IN NS ns1.b.net.",
                     "b.net. 172800 IN NS ns.net.",
                     "b.net. 3600 IN MX 10 mail.b.net.",
                     "mail.b.net. 3600 IN A 10.0.0.5",
                     "ns1.b.net. 172800 IN A 10.0.0.5"}));
    EXPECT_EQ(Derive(with("ns1.c.test"), "b.net"),
              (Lines{"b.net. 172800 IN NS ns1.c.test.",
                     "b.net. 172800 IN NS ns.net.",
                     "b.net. 3600 IN MX 10 mail.b.net.",
                     "mail.b.net. 3600 IN A 10.0.0.5"}))
        << "a server elsewhere is looked up elsewhere";
}

TEST(DerivedZone, GivesInnerDomainsAway)
{
    const auto text = Replace(SMALL,
                              "  b.net: {users: bob, mx: mail.b.net}\n",
                              "  b.net: {users: bob, mx: mail.b.net}\n"
                              "  lab.b.net: {mx: mail.b.net}\n"
                              "  x.y.b.net: {}\n");
    EXPECT_EQ(Derive(text, "b.net"),
              (Lines{"b.net. 172800 IN NS ns.net.",
                     "b.net. 3600 IN MX 10 mail.b.net.",
                     "mail.b.net. 3600 IN A 10.0.0.5",
                     "lab.b.net. 172800 IN NS ns.net.",
                     "x.y.b.net. 172800 IN NS ns.net."}));
    EXPECT_EQ(Derive(text, "lab.b.net"),
              (Lines{"lab.b.net. 172800 IN NS ns.net.", "lab.b.net. 3600 IN MX 10 mail.b.net."}));
}

TEST(DerivedZone, FindsItsParentThroughMissingLevels)
{
    const auto spec =
        LoadScenarioText(Replace(SMALL, "domains:\n", "domains:\n  net: {}\n  x.y.a.net: {}\n"),
                         "s.yaml");
    const auto find = [&spec](const char* name) {
        const auto* const parent = FindParent(spec, *spec.FindDomain(name));
        return parent ? parent->name : "";
    };
    EXPECT_EQ(find("x.y.a.net"), "a.net");
    EXPECT_EQ(find("a.net"), "net");
    EXPECT_EQ(find("net"), "");
}

TEST(DerivedZone, PointsBackFromEveryAddressOfAHostInADomain)
{
    const auto spec = LoadScenarioText(SMALL, "s.yaml");
    Lines pointers;
    for (const auto& line :
         DeriveRecords(spec, *spec.FindDomain("in-addr.arpa"), [](const mail::DomainName& host) {
             return host == "mail.b.net" ? Lines{"192.0.2.7", "198.51.100.1"} : Lines{"10.0.0.1"};
         }))
    {
        if (line.find(" PTR mail") != line.npos || line.find(" PTR ns") != line.npos)
        {
            pointers.push_back(line);
        }
    }
    EXPECT_EQ(pointers,
              (Lines{"1.0.0.10.in-addr.arpa. 3600 IN PTR mail.a.net.",
                     "7.2.0.192.in-addr.arpa. 3600 IN PTR mail.b.net.",
                     "1.100.51.198.in-addr.arpa. 3600 IN PTR mail.b.net."}))
        << "ns.net lies in no domain";
}

TEST(DerivedZone, GivesPartsOfTheReverseZoneAway)
{
    const auto text = Replace(SMALL,
                              "domains:\n",
                              "domains:\n"
                              "  0.10.in-addr.arpa: {}\n"
                              "  0-7.0.0.10.in-addr.arpa: {records: [5 PTR b.net.]}\n");
    EXPECT_EQ(
        Derive(text, "in-addr.arpa"),
        (Lines{"in-addr.arpa. 172800 IN NS ns.net.", "0.10.in-addr.arpa. 172800 IN NS ns.net."}));
    EXPECT_EQ(Derive(text, "0.10.in-addr.arpa"),
              (Lines{"0.10.in-addr.arpa. 172800 IN NS ns.net.",
                     "0-7.0.0.10.in-addr.arpa. 172800 IN NS ns.net.",
                     "1.0.0.10.in-addr.arpa. 3600 IN PTR pc.a.net.",
                     "5.0.0.10.in-addr.arpa. 3600 IN PTR mail.a.net.",
                     "5.0.0.10.in-addr.arpa. 3600 IN PTR mail.b.net."}))
        << "RFC 2317: what stands for an eighth of a network gets its names by CNAME records";
    EXPECT_EQ(Derive(text, "0-7.0.0.10.in-addr.arpa"),
              Lines{"0-7.0.0.10.in-addr.arpa. 172800 IN NS ns.net."});
}

TEST(DerivedZone, IsServedByThoseThatItNames)
{
    const auto spec = LoadScenarioText(SMALL, "s.yaml");
    const auto zones = DeriveZones(spec, GetAddresses);
    Lines names;
    for (const auto& [zone, servers] : zones)
    {
        names.push_back(zone.GetOrigin().ToString());
        EXPECT_EQ(servers, std::vector<mail::DomainName>{"ns.net"}) << names.back();
    }
    EXPECT_EQ(names, (Lines{".", "a.net.", "b.net.", "in-addr.arpa."}));
}

TEST(DerivedZone, IsCheckedBeforeTheRun)
{
    const auto broken = Replace(SMALL,
                                "{users: bob, mx: mail.b.net}",
                                "{users: bob, mx: mail.b.net, records: [www A 192.0.2, "
                                "mail CNAME www]}");
    const auto errors = GetErrors(broken);
    EXPECT_NE(errors.find("s.yaml:12: domains.b.net.records[0]: expected a record such as \"www "
                          "300 IN A 192.0.2.1\", got \"www A 192.0.2\"; "),
              std::string::npos)
        << errors;
    EXPECT_NE(errors.find("s.yaml:12: domains.b.net.records[1]: "), std::string::npos) << errors;
}

TEST(DerivedZone, TakesNoRecordOfTwoLines)
{
    const auto broken = Replace(SMALL,
                                "{users: bob, mx: mail.b.net}",
                                "{users: bob, mx: mail.b.net, records: \"www A 192.0.2.1\\nw A "
                                "192.0.2.2\"}");
    EXPECT_EQ(
        GetErrors(broken),
        "s.yaml:12: domains.b.net.records[0]: expected a record such as \"www 300 IN A "
        "192.0.2.1\", got \"www A 192.0.2.1 w A 192.0.2.2\"; a record is one line: write a list "
        "with an item for each");
}

TEST(DerivedZone, WantsExchangersThatCanBeLookedUp)
{
    auto text = Replace(SMALL, "  ns.net: {roles: dns}", "  ns.net: {roles: [dns, mta]}");
    text = Replace(text, "mx: mail.b.net", "mx: [mail.b.net, 20 ns.net]");
    EXPECT_EQ(GetErrors(text),
              "s.yaml:12: domains.b.net.mx[1]: expected a host whose address can be looked up, got "
              "\"ns.net\"; it lies in no domain, so no zone has an A record for it; add the "
              "domain");
    EXPECT_EQ(GetErrors(Replace(text, "domains:\n", "domains:\n  net: {}\n")), "");
}

} // namespace
} // namespace ns3::postroad::scenario
