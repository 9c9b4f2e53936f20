#include "dns/dns-samples.h"

#include "postroad/dns/zone/dns-authority.h"

#include <gtest/gtest.h>

namespace ns3::postroad::dns
{
namespace
{

using Lines = std::vector<std::string>;

Authority
MakeAuthority()
{
    Authority authority;
    AddZone(authority,
            MakeZone("a.net.",
                     {"@ 7200 SOA ns.a.net. root.a.net. 1 7200 3600 1209600 600",
                      "@ NS ns",
                      "@ 300 MX 10 mail",
                      "@ 300 MX 20 mail.b.net.",
                      "@ 300 MX 30 mail.c.net.",
                      "ns A 10.0.1.53",
                      "mail 300 A 10.0.1.1",
                      "mail 300 A 10.0.1.2",
                      "www CNAME web",
                      "web CNAME mail",
                      "far CNAME mail.b.net.",
                      "away CNAME mail.c.net.",
                      "gone CNAME nobody",
                      "loop1 CNAME loop2",
                      "loop2 CNAME loop1",
                      "host.deep A 10.0.1.3",
                      "lab NS ns.lab",
                      "lab NS ns.c.net.",
                      "ns.lab A 10.0.3.53",
                      "into CNAME host.lab"}));
    AddZone(authority, MakeZone("b.net.", {"mail A 10.0.2.1"}));
    return authority;
}

const std::string NEGATIVE_SOA =
    "authority a.net. 600 IN SOA ns.a.net. root.a.net. 1 7200 3600 1209600 600";

struct Answered
{
    std::string_view title;
    std::string_view name;
    RecordType type;
    Lines response;
};

TEST(DnsAuthority, AnswersFromItsZones)
{
    const Answered table[] = {
        {"addresses, whatever the case",
         "MAIL.a.net.",
         RecordType::A,
         {"NOERROR AA",
          "answer mail.a.net. 300 IN A 10.0.1.1",
          "answer mail.a.net. 300 IN A 10.0.1.2"}},
        {"exchangers with the addresses it knows",
         "a.net.",
         RecordType::MX,
         {"NOERROR AA",
          "answer a.net. 300 IN MX 10 mail.a.net.",
          "answer a.net. 300 IN MX 20 mail.b.net.",
          "answer a.net. 300 IN MX 30 mail.c.net.",
          "additional mail.a.net. 300 IN A 10.0.1.1",
          "additional mail.a.net. 300 IN A 10.0.1.2",
          "additional mail.b.net. 3600 IN A 10.0.2.1"}},
        {"name servers",
         "a.net.",
         RecordType::NS,
         {"NOERROR AA",
          "answer a.net. 3600 IN NS ns.a.net.",
          "additional ns.a.net. 3600 IN A 10.0.1.53"}},
        {"the alias itself",
         "www.a.net.",
         RecordType::CNAME,
         {"NOERROR AA", "answer www.a.net. 3600 IN CNAME web.a.net."}},
        {"chain of aliases",
         "www.a.net.",
         RecordType::A,
         {"NOERROR AA",
          "answer www.a.net. 3600 IN CNAME web.a.net.",
          "answer web.a.net. 3600 IN CNAME mail.a.net.",
          "answer mail.a.net. 300 IN A 10.0.1.1",
          "answer mail.a.net. 300 IN A 10.0.1.2"}},
        {"alias into another of its zones",
         "far.a.net.",
         RecordType::A,
         {"NOERROR AA",
          "answer far.a.net. 3600 IN CNAME mail.b.net.",
          "answer mail.b.net. 3600 IN A 10.0.2.1"}},
        {"alias into a zone of others",
         "away.a.net.",
         RecordType::A,
         {"NOERROR AA", "answer away.a.net. 3600 IN CNAME mail.c.net."}},
        {"alias to no name",
         "gone.a.net.",
         RecordType::A,
         {"NXDOMAIN AA", "answer gone.a.net. 3600 IN CNAME nobody.a.net.", NEGATIVE_SOA}},
        {"alias to a name without the type",
         "web.a.net.",
         RecordType::MX,
         {"NOERROR AA", "answer web.a.net. 3600 IN CNAME mail.a.net.", NEGATIVE_SOA}},
        {"aliases in a circle",
         "loop1.a.net.",
         RecordType::A,
         {"NOERROR AA",
          "answer loop1.a.net. 3600 IN CNAME loop2.a.net.",
          "answer loop2.a.net. 3600 IN CNAME loop1.a.net."}},
        {"no such name", "nobody.a.net.", RecordType::A, {"NXDOMAIN AA", NEGATIVE_SOA}},
        {"no data", "mail.a.net.", RecordType::MX, {"NOERROR AA", NEGATIVE_SOA}},
        {"a name with only names below",
         "deep.a.net.",
         RecordType::A,
         {"NOERROR AA", NEGATIVE_SOA}},
        {"referral with glue",
         "host.lab.a.net.",
         RecordType::A,
         {"NOERROR",
          "authority lab.a.net. 3600 IN NS ns.lab.a.net.",
          "authority lab.a.net. 3600 IN NS ns.c.net.",
          "additional ns.lab.a.net. 3600 IN A 10.0.3.53"}},
        {"alias into a delegated zone",
         "into.a.net.",
         RecordType::A,
         {"NOERROR AA",
          "answer into.a.net. 3600 IN CNAME host.lab.a.net.",
          "authority lab.a.net. 3600 IN NS ns.lab.a.net.",
          "authority lab.a.net. 3600 IN NS ns.c.net.",
          "additional ns.lab.a.net. 3600 IN A 10.0.3.53"}},
        {"name of others", "c.net.", RecordType::A, {"REFUSED"}},
        {"whatever there is: one set will do",
         "mail.a.net.",
         RecordType::ANY,
         {"NOERROR AA",
          "answer mail.a.net. 300 IN A 10.0.1.1",
          "answer mail.a.net. 300 IN A 10.0.1.2"}},
        {"whatever an alias has",
         "www.a.net.",
         RecordType::ANY,
         {"NOERROR AA", "answer www.a.net. 3600 IN CNAME web.a.net."}},
        {"whatever there is, which is nothing",
         "deep.a.net.",
         RecordType::ANY,
         {"NOERROR AA", NEGATIVE_SOA}},
        {"the whole zone", "a.net.", RecordType::AXFR, {"REFUSED"}},
    };
    const auto authority = MakeAuthority();
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.title);
        const Question question{MakeName(row.name), row.type};
        const auto response = authority.Answer(MakeQuery(0x1234, question).Serialize());
        ASSERT_TRUE(response);
        EXPECT_EQ(Describe(*response), row.response);
        EXPECT_EQ(response->header.id, 0x1234);
        EXPECT_TRUE(response->header.isResponse);
        EXPECT_TRUE(response->header.isRecursionDesired);
        EXPECT_FALSE(response->header.isRecursionAvailable);
        EXPECT_EQ(response->questions, std::vector{question});
        EXPECT_EQ(response->questions.front().name.ToString(), row.name);
    }
}

TEST(DnsAuthority, FollowsALimitedNumberOfAliases)
{
    Zone zone(MakeName("a.net."));
    for (int i = 0; i < 20; ++i)
    {
        const auto line = std::to_string(i) + ".a.net. CNAME " + std::to_string(i + 1) + ".a.net.";
        ASSERT_FALSE(zone.Add(MakeRecord(line)));
    }
    Authority authority;
    AddZone(authority, zone);
    const auto response = authority.Answer(MakeQuery(1, {MakeName("0.a.net."), RecordType::A}));
    EXPECT_EQ(response->answers.size(), 9U);
}

TEST(DnsAuthority, AnswersFromTheClosestOfItsZones)
{
    auto authority = MakeAuthority();
    AddZone(authority, MakeZone("lab.a.net.", {"host A 10.0.3.1"}));
    const auto response =
        authority.Answer(MakeQuery(1, {MakeName("host.lab.a.net."), RecordType::A}));
    EXPECT_EQ(Describe(*response),
              (Lines{"NOERROR AA", "answer host.lab.a.net. 3600 IN A 10.0.3.1"}));
}

TEST(DnsAuthority, HasOneZoneOfAName)
{
    auto authority = MakeAuthority();
    const auto error = authority.AddZone(Zone(MakeName("B.net.")));
    ASSERT_TRUE(error);
    EXPECT_EQ(error->reason,
              "this server has a zone B.net. already: put all of its records into one zone");
    ASSERT_NE(authority.FindZone(MakeName("b.net.")), nullptr);
    EXPECT_EQ(authority.FindZone(MakeName("b.net."))->GetOrigin(), MakeName("b.net."));
    EXPECT_EQ(authority.FindZone(MakeName("net.")), nullptr);
}

TEST(DnsAuthority, RefusesOtherClasses)
{
    const auto query = MakeQuery(1, {MakeName("a.net."), RecordType::MX, RecordClass::CH});
    EXPECT_EQ(Describe(*MakeAuthority().Answer(query)), Lines{"REFUSED"});
}

struct OddQuery
{
    std::string_view title;
    std::string_view hex;
    std::string_view response; ///< all of it, in hexadecimal digits; empty for none
};

TEST(DnsAuthority, AnswersOddQueriesWithACodeOrNotAtAll)
{
    const OddQuery table[] = {
        {"header alone", "abcd 0100 0000 0000 0000 0000", "abcd 8101 0000 0000 0000 0000"},
        {"question cut short", "abcd 0000 0001 0000 0000 0000 05", "abcd 8001 0000 0000 0000 0000"},
        {"id and flags alone", "abcd 0000", "abcd 8001 0000 0000 0000 0000"},
        {"two questions",
         "abcd 0000 0002 0000 0000 0000 00 0001 0001 00 0001 0001",
         "abcd 8001 0002 0000 0000 0000 00 0001 0001 00 0001 0001"},
        {"status query", "abcd 1000 0000 0000 0000 0000", "abcd 9004 0000 0000 0000 0000"},
        {"update that cannot be read", "abcd 2800 0001", "abcd a804 0000 0000 0000 0000"},
        {"response", "abcd 8000 0000 0000 0000 0000", ""},
        {"response that cannot be read", "abcd 8000 0001 0000 0000 0000", ""},
        {"id alone", "abcd", ""},
        {"half of the flags", "abcd 00", ""},
        {"nothing", "", ""},
    };
    const auto authority = MakeAuthority();
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.title);
        const auto response = authority.Answer(FromHex(row.hex));
        EXPECT_EQ(response ? response->Serialize() : "", FromHex(row.response));
    }
}

TEST(DnsAuthority, AddsIpv6AddressesAndGlue)
{
    Authority authority;
    AddZone(authority, MakeZone("net.", {"a NS ns.a", "ns.a A 10.0.1.53", "ns.a AAAA ::1"}));
    const auto response = authority.Answer(MakeQuery(1, {MakeName("x.a.net."), RecordType::A}));
    EXPECT_EQ(Describe(*response),
              (Lines{"NOERROR",
                     "authority a.net. 3600 IN NS ns.a.net.",
                     "additional ns.a.net. 3600 IN A 10.0.1.53",
                     "additional ns.a.net. 3600 IN AAAA ::1"}));
}

TEST(DnsAuthority, SpeaksEdnsToWhoSpeaksIt)
{
    const auto authority = MakeAuthority();
    auto query = MakeQuery(1, {MakeName("nobody.a.net."), RecordType::A});
    EXPECT_EQ(authority.Answer(query)->edns, std::nullopt);
    query.edns = Edns{4096, 0, 0, true, ""};
    EXPECT_EQ(authority.Answer(query)->edns, Edns{});
    EXPECT_EQ(authority.Answer(query)->header.code, ResponseCode::NAME_ERROR);
    query.edns->version = 1;
    const auto refused = authority.Answer(query);
    EXPECT_EQ(refused->GetCode(), ResponseCode::BAD_VERSION);
    EXPECT_EQ(Describe(*refused), Lines{"BADVERS"});
}

} // namespace
} // namespace ns3::postroad::dns
