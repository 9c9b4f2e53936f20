#include "spec/scenario-text.h"

#include "postroad/spec/check/scenario-warnings.h"
#include "postroad/spec/read/loader.h"
#include "postroad/spec/value/derived-zone.h"
#include "postroad/spec/value/zone-edit.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using test::GetErrors;
using test::GetWarnings;
using test::Replace;
using test::SMALL;

/// The small scenario with further keys of domain b.net.
std::string
WithDomain(const std::string& keys)
{
    return Replace(SMALL,
                   "{users: bob, mx: mail.b.net}",
                   "{users: bob, mx: mail.b.net, " + keys + "}");
}

/// The small scenario with an event in place of the last.
std::string
WithEdit(const std::string& edit)
{
    return Replace(SMALL, "fetch: {user: alice@a.net}", "edit-zone: " + edit);
}

dns::Zone
DeriveB(const std::string& text)
{
    const auto spec = LoadScenarioText(text, "s.yaml");
    return DeriveZone(spec, spec.domains.at(1), [](const mail::DomainName& /*host*/) {
        return std::vector<std::string>{"10.0.0.5"};
    });
}

TEST(ZoneEdit, TakesDerivedRecordsOut)
{
    const auto zone =
        DeriveB(WithDomain("remove-records: ['@ MX', mail A], records: ['@ MX 5 x']"));
    const auto exchangers = zone.Find(zone.GetOrigin(), dns::RecordType::MX);
    ASSERT_EQ(exchangers.size(), 1U);
    EXPECT_EQ(std::get<dns::MxData>(exchangers[0].data).preference, 5);
    EXPECT_FALSE(zone.HasName(dns::Name::Parse("mail.b.net").GetValue()));
}

TEST(ZoneEdit, TellsWhatCanBeTakenOut)
{
    EXPECT_EQ(GetErrors(WithDomain("remove-records: www A")),
              "s.yaml:12: domains.b.net.remove-records[0]: expected records of the zone, such as "
              "\"www A\", got \"www A\"; the zone has no A record at www.b.net. that could go; it "
              "has b.net. NS, b.net. MX, mail.b.net. A");
    EXPECT_EQ(GetErrors(WithDomain("remove-records: www")),
              "s.yaml:12: domains.b.net.remove-records[0]: expected records of the zone, such as "
              "\"www A\", got \"www\"; expected a name and a type, such as \"www A\" or \"@ MX\"");
}

TEST(ZoneEdit, LeavesTheSoaRecordAlone)
{
    const std::string reason =
        "a zone keeps its SOA record; write the whole `zone` to give it another";
    auto zone = DeriveB(std::string(SMALL));
    EXPECT_EQ(RemoveRecords(zone, "@ SOA").value().reason, reason);
    EXPECT_EQ(AddRecord(zone, "@ SOA ns.net. root 9 1 1 1 1", 60).value().reason, reason);
}

TEST(ZoneEdit, ListsNoMoreRecordsThanAnybodyReads)
{
    auto zone = DeriveB(WithDomain("records: [a A 192.0.2.1, b A 192.0.2.1, c A 192.0.2.1, d A "
                                   "192.0.2.1, e A 192.0.2.1, f A 192.0.2.1, g A 192.0.2.1]"));
    const std::string ten = "it has b.net. NS, b.net. MX, a.b.net. A, b.b.net. A, c.b.net. A, "
                            "d.b.net. A, e.b.net. A, f.b.net. A, g.b.net. A, mail.b.net. A";
    const auto listed = [&zone] {
        const auto reason = RemoveRecords(zone, "www A").value().reason;
        return reason.substr(reason.find("it has"));
    };
    EXPECT_EQ(listed(), ten);
    ASSERT_FALSE(AddRecord(zone, "g A 192.0.2.2", 60));
    EXPECT_EQ(listed(), ten) << "two records of one set";
    ASSERT_FALSE(AddRecord(zone, "x A 192.0.2.1", 60));
    ASSERT_FALSE(AddRecord(zone, "y A 192.0.2.1", 60));
    EXPECT_EQ(listed(), ten + " and 2 more");
}

TEST(ZoneEdit, PutsAMasterFileInPlaceOfDerivedRecords)
{
    const auto zone =
        DeriveB(WithDomain("zone: \"@ NS ns.net.\\n@ 60 MX 10 mx\\nmx A 192.0.2.1\\n\""));
    EXPECT_EQ(zone.GetRecords().size(), 4U);
    EXPECT_FALSE(zone.HasName(dns::Name::Parse("mail.b.net").GetValue()));
    EXPECT_EQ(GetErrors(WithDomain("zone: \"@ MX mx\\n\"")),
              "s.yaml:12: domains.b.net.zone: expected a zone as a master file has it (RFC 1035 "
              "section 5), got \"@ MX mx \"; 1:6: expected a preference from 0 to "
              "65535, then the exchanger: '10 mail.b.net.', got 'mx'");
}

TEST(ZoneEdit, ChangesTheReverseZoneAsAnyOther)
{
    const auto with = [](const std::string& keys) {
        return Replace(SMALL, "domains:\n", "domains:\n  in-addr.arpa: {" + keys + "}\n");
    };
    const auto text = Replace(with("remove-records: 9.2.0.192 PTR"),
                              "roles: mua\n",
                              "roles: mua\n    address: 192.0.2.9\n");
    EXPECT_EQ(GetErrors(text), "");
    EXPECT_EQ(
        GetErrors(Replace(text, "remove-records", "records")),
        "s.yaml:12: domains.in-addr.arpa.records[0]: expected a record such as \"www 300 IN A "
        "192.0.2.1\", got \"9.2.0.192 PTR\"; expected the host's name, such as "
        "mail.a.net., got the end of the line");
    EXPECT_EQ(
        GetErrors(Replace(text, "9.2.0.192 PTR", "8.2.0.192 PTR")),
        "s.yaml:12: domains.in-addr.arpa.remove-records[0]: expected records of the zone, such "
        "as \"www A\", got \"8.2.0.192 PTR\"; the zone has no PTR record at "
        "8.2.0.192.in-addr.arpa. that could go; it has in-addr.arpa. NS, "
        "1.0.0.10.in-addr.arpa. PTR, 5.0.0.10.in-addr.arpa. PTR, 9.0.0.10.in-addr.arpa. PTR, "
        "9.2.0.192.in-addr.arpa. PTR");
    EXPECT_EQ(GetErrors(WithEdit("{zone: in-addr.arpa, remove: 9.0.0.10 PTR}")), "")
        << "though nobody declared it";
}

TEST(ZoneEdit, IsCheckedInTheOrderOfTheEvents)
{
    EXPECT_EQ(GetErrors(WithEdit("{zone: b.net, remove: '@ MX', add: '@ 60 MX 10 mail'}")), "");
    EXPECT_EQ(GetErrors(WithEdit("{zone: b.net, remove: ['@ MX', '@ MX']}")),
              "s.yaml:22: events[1].edit-zone.remove[1]: expected records of the zone, such as "
              "\"www A\", got \"@ MX\"; the zone has no MX record at b.net. that could go; it has "
              "b.net. NS, mail.b.net. A");
    EXPECT_EQ(GetErrors(WithEdit("{zone: b.nte, add: www A 192.0.2.1}")),
              "s.yaml:22: events[1].edit-zone.zone: expected the name of a domain, got \"b.nte\"; "
              "did you mean \"b.net\"?");
    EXPECT_EQ(GetErrors(WithEdit("{zone: b.net}")),
              "s.yaml:22: events[1].edit-zone: expected `remove` or `add`, got neither; say what "
              "changes");
}

TEST(ZoneWarnings, AreNoneForDerivedZones)
{
    EXPECT_TRUE(GetWarnings(std::string(SMALL)).empty());
    EXPECT_TRUE(GetWarnings(Replace(SMALL, "dns: single\n", "")).empty());
}

TEST(ZoneWarnings, TellOfTheForgottenDot)
{
    EXPECT_EQ(GetWarnings(WithDomain("records: ['@ MX 20 mail.b.net']")),
              std::vector<std::string>{
                  "s.yaml:12: warning: domains.b.net.records[0]: the name mail.b.net.b.net. ends "
                  "with the zone's name twice; write 'mail.b.net.' with a dot at its end, or leave "
                  "the zone's name out"});
}

TEST(ZoneWarnings, TellOfExchangersThatOtherZonesDoNotHave)
{
    EXPECT_EQ(GetWarnings(WithDomain("records: ['@ MX 20 mx.a.net.']")),
              std::vector<std::string>{
                  "s.yaml:12: warning: domains.b.net.records[0]: the MX record of b.net. names "
                  "mx.a.net., which has no address in the zone a.net; add an A record there"});
    EXPECT_EQ(GetWarnings(WithDomain("records: ['@ MX 20 mx.c.example.']")),
              std::vector<std::string>{
                  "s.yaml:12: warning: domains.b.net.records[0]: the MX record of b.net. names "
                  "mx.c.example., which lies in no domain of this scenario; add the domain"});
    auto text = WithDomain("records: ['@ MX 20 www.a.net.']");
    text = Replace(text,
                   "{users: alice, mx: mail.a.net}",
                   "{users: alice, mx: mail.a.net, records: [www CNAME mail]}");
    EXPECT_EQ(GetWarnings(text),
              std::vector<std::string>{
                  "s.yaml:12: warning: domains.b.net.records[0]: the MX record of b.net. names "
                  "www.a.net., which is an alias; let it name the host that the alias stands for"});
}

TEST(ZoneWarnings, PointToTheLineThatIsWrong)
{
    EXPECT_EQ(GetWarnings(WithDomain("records: ['@ MX 20 mail', '@ MX 30 mx']")),
              std::vector<std::string>{
                  "s.yaml:12: warning: domains.b.net.records[1]: the MX record of b.net. names "
                  "mx.b.net., which has no address; add an A record for mx.b.net."});
}

TEST(ZoneWarnings, TellOfExchangersInAnInnerZone)
{
    const auto text = Replace(SMALL, "mx: mail.b.net}", "mx: mail.b.net}\n  lab.b.net: {}");
    EXPECT_EQ(GetWarnings(
                  Replace(text, "mx: mail.b.net}", "mx: mail.b.net, records: ['@ MX 20 mx.lab']}")),
              std::vector<std::string>{
                  "s.yaml:12: warning: domains.b.net.records[0]: the MX record of b.net. names "
                  "mx.lab.b.net., which has no address in the zone lab.b.net; add an A record "
                  "there"});
}

TEST(ZoneWarnings, TellOfAnAddressInPlaceOfAnExchangerOnce)
{
    EXPECT_EQ(GetWarnings(WithDomain("records: ['@ MX 20 10.0.0.1.']")).size(), 1U);
}

TEST(ZoneWarnings, TellWhatAnEditBreaks)
{
    EXPECT_EQ(GetWarnings(WithEdit("{zone: b.net, add: [www A 192.0.2.1, '@ MX 5 mail.b.net']}")),
              std::vector<std::string>{
                  "s.yaml:22: warning: events[1].edit-zone.add[1]: the name mail.b.net.b.net. ends "
                  "with the zone's name twice; write 'mail.b.net.' with a dot at its end, or leave "
                  "the zone's name out"});
    EXPECT_EQ(GetWarnings(WithEdit("{zone: b.net, remove: mail A}")),
              std::vector<std::string>{
                  "s.yaml:22: warning: events[1].edit-zone: the MX record of b.net. names "
                  "mail.b.net., which has no address; add an A record for mail.b.net."});
}

TEST(ZoneWarnings, TellOfDelegationsThatAreNotThere)
{
    const auto text =
        Replace(SMALL, "mx: mail.b.net}", "mx: mail.b.net}\n  net: {remove-records: b NS}");
    EXPECT_EQ(GetWarnings(text), std::vector<std::string>()); // one server has both
    EXPECT_EQ(GetWarnings(Replace(text, "dns: single\n", "")),
              std::vector<std::string>{
                  "s.yaml:13: warning: domains.net: the zone net has no NS record for b.net., so "
                  "nobody finds that zone's servers; add 'b.net. NS ns.b.net.'"});
}

TEST(ZoneWarnings, TellOfAddressesThatHostsDoNotHave)
{
    const auto text = WithDomain("zone: \"@ SOA ns.net. root 1 2h 1h 2w 1h\\n@ NS ns.net.\\n@ MX "
                                 "10 mail\\nmail A 10.0.0.99\\n\"");
    EXPECT_EQ(GetWarnings(text),
              std::vector<std::string>{
                  "s.yaml:12: warning: domains.b.net.zone: the A record of mail.b.net. tells "
                  "10.0.0.99, but the host has 10.0.0.9; write 'address: "
                  "10.0.0.99' at the host"});
    const std::string host = "mail.b.net: {roles: [mta, mda, pop3]";
    EXPECT_EQ(GetWarnings(Replace(text, host, host + ", address: 10.0.0.99")),
              std::vector<std::string>());
    EXPECT_EQ(GetWarnings(Replace(text, host, host + ", address: 10.0.0.98")),
              std::vector<std::string>{
                  "s.yaml:12: warning: domains.b.net.zone: the A record of mail.b.net. tells "
                  "10.0.0.99, but the host has 10.0.0.98; write 10.0.0.98 in the zone"});
}

TEST(ZoneWarnings, TellOfNamesThatDoNotLeadBackToTheAddress)
{
    const auto with = [](const std::string& records) {
        return Replace(SMALL,
                       "domains:\n",
                       "domains:\n  in-addr.arpa: {records: " + records + "}\n");
    };
    const auto warn = [](const std::string& host) {
        return std::vector<std::string>{
            "s.yaml:11: warning: domains.in-addr.arpa.records[0]: the PTR record of "
            "9.2.0.192.in-addr.arpa. names " +
            host +
            ", which does not have that address, so servers that ask for a client's name do not "
            "believe it; name the host that has it, or add an A record to " +
            host};
    };
    const std::vector<std::string> none;
    EXPECT_EQ(GetWarnings(with("[9.2.0.192 PTR pc.a.net.]")), warn("pc.a.net."));
    EXPECT_EQ(GetWarnings(with("[9.2.0.192 PTR nobody.example.]")), warn("nobody.example."));
    const auto pinned = Replace(with("[9.2.0.192 PTR pc.a.net.]"),
                                "roles: mua\n",
                                "roles: mua\n    address: 192.0.2.9\n");
    EXPECT_EQ(GetWarnings(pinned), none);
    EXPECT_EQ(GetWarnings(Replace(with("[9.2.0.192 PTR www.b.net.]"),
                                  "mx: mail.b.net}",
                                  "mx: mail.b.net, records: ['*.b.net. A 192.0.2.9']}")),
              none)
        << "a wildcard, too, has the address";
    EXPECT_EQ(GetWarnings(with("[2.0.192 PTR pc.a.net.]")), none) << "the name of a network";
}

TEST(ZoneWarnings, TellOfLameDelegations)
{
    EXPECT_EQ(GetWarnings(WithDomain("records: [lab NS pc.a.net.]")),
              std::vector<std::string>{
                  "s.yaml:12: warning: domains.b.net.records[0]: lab.b.net. is delegated to "
                  "pc.a.net., which does not serve it; let pc.a.net. serve the zone lab.b.net., or "
                  "name in the NS record a server that does"});
}

TEST(ZoneWarnings, TellOfZonesThatDoNotTellWhoServesThem)
{
    EXPECT_EQ(GetWarnings(WithDomain("zone: \"@ MX 10 mail.a.net.\\n\"")),
              (std::vector<std::string>{
                  "s.yaml:12: warning: domains.b.net.zone: the zone b.net has no SOA record, so a "
                  "plain one stands in for it; add '@ SOA ns.net. hostmaster 1 2h 1h 2w 1h'",
                  "s.yaml:12: warning: domains.b.net.zone: the zone b.net has no NS record, so it "
                  "does not tell who serves it; add '@ NS ns.net.'"}));
    EXPECT_EQ(GetWarnings(WithEdit("{zone: b.net, remove: '@ NS'}")),
              std::vector<std::string>{
                  "s.yaml:22: warning: events[1].edit-zone: the zone b.net has no NS record, so it "
                  "does not tell who serves it; add '@ NS ns.net.'"});
}

TEST(ZoneWarnings, TellOfExchangersWithAnAddressThatTheNetworksDoNotCarry)
{
    const std::vector<std::string> expected{
        "s.yaml:12: warning: domains.b.net.records[0]: the MX record of b.net. names six.b.net., "
        "which has an IPv6 address alone; the simulated networks carry IPv4: add an A record for "
        "it"};
    EXPECT_EQ(GetWarnings(WithDomain("records: ['@ MX 20 six', 'six AAAA 2001:db8::1']")),
              expected);
    EXPECT_EQ(GetWarnings(WithDomain("records: ['@ MX 20 six', '* AAAA 2001:db8::1']")), expected);
    EXPECT_TRUE(GetWarnings(WithDomain("records: ['@ MX 20 six', 'six AAAA 2001:db8::1', "
                                       "'six A 192.0.2.1']"))
                    .empty());
    EXPECT_EQ(GetWarnings(Replace(WithDomain("records: ['@ MX 20 six.a.net.']"),
                                  "{users: alice, mx: mail.a.net}",
                                  "{users: alice, mx: mail.a.net, records: ['six AAAA ::2']}")),
              std::vector<std::string>{
                  "s.yaml:12: warning: domains.b.net.records[0]: the MX record of b.net. names "
                  "six.a.net., which has an IPv6 address alone; the simulated networks carry IPv4: "
                  "add an A record for it"});
}

} // namespace
} // namespace ns3::postroad::scenario
