#include "dns/dns-samples.h"

#include "postroad/dns/zone/dns-zone-check.h"

#include <gtest/gtest.h>

namespace ns3::postroad::dns
{
namespace
{

std::vector<ZoneFinding>
Check(const std::vector<std::string>& lines)
{
    std::vector<Record> records;
    records.reserve(lines.size());
    for (const auto& line : lines)
    {
        records.push_back(*Record::Parse(line, {MakeName("a.net.")}));
    }
    return CheckZone(MakeName("a.net."), records);
}

struct Mistake
{
    std::string_view title;
    std::vector<std::string> records;
    ZoneFault fault;
    std::string_view name;
    std::string_view problem;
    std::string_view advice;
};

TEST(DnsZoneCheck, FindsTheMistakesOfNovicesAndTellsWhatToDo)
{
    const Mistake table[] = {
        {"dot forgotten behind an owner",
         {"mail.a.net A 10.0.0.1"},
         ZoneFault::FORGOTTEN_DOT,
         "mail.a.net.a.net.",
         "the name mail.a.net.a.net. ends with the zone's name twice",
         "write 'mail.a.net.' with a dot at its end, or leave the zone's name out"},
        {"dot forgotten in the data",
         {"www CNAME mail.a.net"},
         ZoneFault::FORGOTTEN_DOT,
         "www.a.net.",
         "the name mail.a.net.a.net. ends with the zone's name twice",
         "write 'mail.a.net.' with a dot at its end, or leave the zone's name out"},
        {"dot forgotten behind a service's host",
         {"_sip._udp SRV 0 1 5060 sip.a.net"},
         ZoneFault::FORGOTTEN_DOT,
         "_sip._udp.a.net.",
         "the name sip.a.net.a.net. ends with the zone's name twice",
         "write 'sip.a.net.' with a dot at its end, or leave the zone's name out"},
        {"a TTL of its own",
         {"@ 300 MX 10 mx1.b.net.", "@ 5 MX 20 mx2.b.net.", "@ 60 TXT x"},
         ZoneFault::DIFFERENT_TTLS,
         "a.net.",
         "the records of a.net. MX have TTLs of 300 s and 5 s, and all of them have one",
         "give them all the same (RFC 2181 section 5.2)"},
        {"record below a DNAME record",
         {"old DNAME new", "www.x.old A 10.0.0.1"},
         ZoneFault::BELOW_REDIRECTION,
         "www.x.old.a.net.",
         "www.x.old.a.net. lies below the DNAME record of old.a.net., so its own records are never "
         "given out",
         "move the record below the name that the DNAME record tells, or remove that DNAME record"},
        {"DNAME record at a delegation",
         {"lab DNAME new", "lab NS ns.b.net."},
         ZoneFault::REDIRECTION_AT_DELEGATION,
         "lab.a.net.",
         "lab.a.net. is given away by NS records and has a DNAME record too",
         "remove the NS records of lab.a.net., or its DNAME record"},
        {"SPF record of its own type",
         {"@ SPF \"v=spf1 mx -all\"", "@ TXT \"v=spf1 mx -all\""},
         ZoneFault::SPF_TYPE,
         "a.net.",
         "a.net. has a record of type SPF, which nobody asks for",
         "write TXT in place of SPF (RFC 7208 section 3.1)"},
        {"alias beside other data",
         {"@ NS ns.b.net.", "@ CNAME web.b.net."},
         ZoneFault::ALIAS_WITH_OTHER_DATA,
         "a.net.",
         "a.net. is an alias and has other records beside its CNAME",
         "move the other records to web.b.net., or remove the CNAME"},
        {"exchanger that is an address",
         {"@ MX 10 10.0.0.1"},
         ZoneFault::EXCHANGER_IS_ADDRESS,
         "a.net.",
         "the MX record of a.net. names an address where a host's name belongs: 10.0.0.1.a.net.",
         "give the host an A record, and its name to the MX record: 'MX 10 mail'"},
        {"exchanger that is an alias",
         {"@ MX 10 mail", "mail CNAME host", "host A 10.0.0.1"},
         ZoneFault::EXCHANGER_IS_ALIAS,
         "a.net.",
         "the MX record of a.net. names mail.a.net., which is an alias",
         "let the MX record name the host that the alias stands for"},
        {"exchanger without address, for its dot is forgotten",
         {"@ MX 10 mail.b.net"},
         ZoneFault::EXCHANGER_WITHOUT_ADDRESS,
         "a.net.",
         "the MX record of a.net. names mail.b.net.a.net., which has no address",
         "add an A record for mail.b.net.a.net.; if you meant 'mail.b.net.', write the dot at its "
         "end"},
        {"exchanger without address",
         {"@ MX 10 mail"},
         ZoneFault::EXCHANGER_WITHOUT_ADDRESS,
         "a.net.",
         "the MX record of a.net. names mail.a.net., which has no address",
         "add an A record for mail.a.net."},
        {"exchanger that no wildcard stands for, since names below it make it exist",
         {"@ MX 10 mail", "* A 10.0.0.1", "x.mail TXT hello"},
         ZoneFault::EXCHANGER_WITHOUT_ADDRESS,
         "a.net.",
         "the MX record of a.net. names mail.a.net., which has no address: *.a.net. does not stand "
         "for it, since it exists by the names below it",
         "add an A record for mail.a.net."},
        {"exchanger below a name that the wildcard does not reach over",
         {"@ MX 10 mx.mail", "* A 10.0.0.1", "mail TXT hello"},
         ZoneFault::EXCHANGER_WITHOUT_ADDRESS,
         "a.net.",
         "the MX record of a.net. names mx.mail.a.net., which has no address",
         "add an A record for mx.mail.a.net.; if you meant 'mx.mail.', write the dot at its end"},
        {"exchanger that is an alias by a wildcard",
         {"@ MX 10 mail", "* CNAME host", "host A 10.0.0.1"},
         ZoneFault::EXCHANGER_IS_ALIAS,
         "a.net.",
         "the MX record of a.net. names mail.a.net., which is an alias",
         "let the MX record name the host that the alias stands for"},
        {"null MX record beside another",
         {"@ MX 10 mail.b.net.", "@ MX 0 .", "lab MX 10 mail.b.net."},
         ZoneFault::NULL_MX_BESIDE_OTHERS,
         "a.net.",
         "a.net. says by its null MX record that it takes no mail, and has other MX records beside "
         "it",
         "remove the null MX record, or the others (RFC 7505 section 3)"},
        {"dot forgotten behind a name server",
         {"@ NS ns.a.net"},
         ZoneFault::FORGOTTEN_DOT,
         "a.net.",
         "the name ns.a.net.a.net. ends with the zone's name twice",
         "write 'ns.a.net.' with a dot at its end, or leave the zone's name out"},
        {"no glue",
         {"lab NS ns.lab"},
         ZoneFault::MISSING_GLUE,
         "lab.a.net.",
         "the name server ns.lab.a.net. of lab.a.net. lies inside of what it serves and has no "
         "address here",
         "add an A record for ns.lab.a.net. to this zone: nobody can find it otherwise"},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.title);
        const auto findings = Check(row.records);
        ASSERT_EQ(findings.size(), 1U);
        EXPECT_EQ(findings[0].fault, row.fault);
        EXPECT_EQ(findings[0].record.name, MakeName(row.name));
        EXPECT_EQ(findings[0].problem, row.problem);
        EXPECT_EQ(findings[0].advice, row.advice);
    }
}

TEST(DnsZoneCheck, FindsNothingInWhatIsRight)
{
    const std::vector<std::vector<std::string>> table{
        {"@ SOA ns root 1 2 3 4 5", "@ NS ns", "ns A 10.0.0.53", "@ MX 10 mail", "mail A 10.0.0.1"},
        {"@ NS ns.b.net.", "@ MX 10 mail.b.net."},
        {"@ MX 0 ."},
        {"@ MX 10 mail", "mail AAAA ::1"},
        {"@ MX 10 mail", "* A 10.0.0.1"},
        {"@ MX 10 mx.mail", "* A 10.0.0.1", "x.post TXT hello"},
        {"@ MX 10 mx.mail", "* A 10.0.0.1", "*.mail A 10.0.0.2"},
        {"@ MX 0 .", "lab MX 10 mail.b.net."},
        {"@ MX 10 mail.lab", "lab NS ns.b.net."},
        {"@ MX 10 mail.lab", "lab NS ns.lab", "ns.lab A 10.0.0.1"},
        {"@ MX 10 10.0.mail", "10.0.mail A 10.0.0.1"},
        {"old DNAME new", "old MX 10 mail.b.net.", "new NS ns.b.net."},
        {"@ DNAME b.net.", "@ NS ns.b.net."},
        {"_sip._udp SRV 0 1 5060 .", "svc SVCB 1 ."},
        {"www CNAME mail.b.net.", "1 PTR mail.b.net.", "net A 10.0.0.1"},
    };
    for (const auto& records : table)
    {
        SCOPED_TRACE(records.back());
        EXPECT_TRUE(Check(records).empty());
    }
}

TEST(DnsZoneCheck, FindsNoDotForgottenInTheRootZone)
{
    EXPECT_TRUE(CheckZone(Name(), MakeRecords({"net. NS ns.net.", "ns.net. A 10.0.0.1"})).empty());
}

TEST(DnsZoneCheck, FindsServersThatDoNotServe)
{
    const auto records =
        MakeRecords({"a.net. NS ns.a.net.", "lab.a.net. NS ns.a.net.", "lab.a.net. NS ns.b.net."});
    const auto serves = [](const Name& server, const Name& origin) {
        return server == MakeName("ns.b.net.") || origin == MakeName("a.net.");
    };
    const auto findings = CheckDelegations(MakeName("a.net."), records, serves);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0],
              (ZoneFinding{ZoneFault::LAME_DELEGATION,
                           records[1],
                           "lab.a.net. is delegated to ns.a.net., which does not serve it",
                           "let ns.a.net. serve the zone lab.a.net., or name in the NS record a "
                           "server that does"}));
}

TEST(DnsZoneCheck, CallsNoServerLameWhoseDotIsForgotten)
{
    const auto records = MakeRecords({"a.net. NS ns.a.net.a.net."});
    const auto servesNothing = [](const Name& /*server*/, const Name& /*origin*/) { return false; };
    EXPECT_TRUE(CheckDelegations(MakeName("a.net."), records, servesNothing).empty());
}

} // namespace
} // namespace ns3::postroad::dns
