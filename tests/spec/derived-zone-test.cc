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
GetAddresses(const std::string& host)
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
