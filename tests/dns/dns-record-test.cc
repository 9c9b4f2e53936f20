#include "dns/dns-samples.h"

#include <gtest/gtest.h>

namespace ns3::postroad::dns
{
namespace
{

TEST(DnsRecordType, HasANameOrANumber)
{
    EXPECT_EQ(ToString(RecordType::MX), "MX");
    EXPECT_EQ(ToString(RecordType{65280}), "TYPE65280");
    EXPECT_EQ(ToString(RecordClass{32}), "CLASS32");
    EXPECT_EQ(FindRecordType("cname"), RecordType::CNAME);
    EXPECT_EQ(FindRecordType("type15"), RecordType::MX);
    EXPECT_EQ(FindRecordClass("in"), RecordClass::IN);
    EXPECT_EQ(FindRecordClass("class4"), RecordClass::HS);
    EXPECT_EQ(FindRecordClass("Chaos"), RecordClass::CH);
    EXPECT_EQ(FindRecordClass("hesiod"), RecordClass::HS);
    EXPECT_EQ(FindRecordClass("CHA"), std::nullopt);
    for (const auto* const wrong : {"", "MAIL", "TYPE", "TYPE65536", "TYPE1x", "15"})
    {
        EXPECT_EQ(FindRecordType(wrong), std::nullopt) << wrong;
    }
}

struct ValidRecord
{
    std::string_view line;
    std::string_view flat;
};

TEST(DnsRecordClass, HasEachNameOnce)
{
    std::string names;
    for (const auto recordClass : GetNamedClasses())
    {
        EXPECT_EQ(FindRecordClass(ToString(recordClass)), recordClass);
        names += ToString(recordClass) + ' ';
    }
    EXPECT_EQ(names, "IN CH HS ANY ");
}

TEST(DnsRecord, ReadsTheLinesOfAZone)
{
    const ValidRecord table[] = {
        {"b.net. 300 IN MX 10 mail.b.net.", "b.net. 300 IN MX 10 mail.b.net."},
        {"b.net. IN 300 MX 10 mail.b.net.", "b.net. 300 IN MX 10 mail.b.net."},
        {"@ MX 0 .", "a.net. 3600 IN MX 0 ."},
        {"mail A 10.0.0.1", "mail.a.net. 3600 IN A 10.0.0.1"},
        {" \twww  in\tcname mail ", "www.a.net. 3600 IN CNAME mail.a.net."},
        {"@ 0 NS ns.c.net.", "a.net. 0 IN NS ns.c.net."},
        {"@ 2147483647 NS ns", "a.net. 2147483647 IN NS ns.a.net."},
        {"@ SOA ns hostmaster 2010030801 7200 3600 1209600 4294967295",
         "a.net. 3600 IN SOA ns.a.net. hostmaster.a.net. 2010030801 7200 3600 1209600 4294967295"},
        {"x TYPE65280 \\# 3 AB cDEF", "x.a.net. 3600 IN TYPE65280 \\# 3 ABCDEF"},
        {"x TYPE65280 \\# 0", "x.a.net. 3600 IN TYPE65280 \\# 0"},
        {"x A \\# 4 0a000001", "x.a.net. 3600 IN A 10.0.0.1"},
        {"x TYPE1 10.0.0.1", "x.a.net. 3600 IN A 10.0.0.1"},
        {"x CH A \\# 1 00", "x.a.net. 3600 CH A \\# 1 00"},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.line);
        const auto record = Record::Parse(row.line, {MakeName("a.net.")});
        ASSERT_TRUE(record) << record.GetError().reason;
        EXPECT_EQ(Flatten(*record), row.flat);
        EXPECT_EQ(MakeRecord(record->ToString()), *record);
    }
}

struct InvalidRecord
{
    std::string_view line;
    std::size_t offset;
    std::string_view reason;
};

TEST(DnsRecord, TellsWhatIsWrongInALineAndWhere)
{
    constexpr std::string_view TYPE =
        "expected a record type (A, NS, CNAME, SOA, PTR, HINFO, MX, TXT, AAAA, SRV, NAPTR, DNAME, "
        "DS, SSHFP, TLSA, OPENPGPKEY, SVCB, HTTPS, SPF, CAA; a record reads 'name TTL IN type "
        "data'), got ";
    const std::string noType = std::string(TYPE) + "the end of the line";
    const std::string wrongType = std::string(TYPE) + "'MXX'";
    const std::string questionType = std::string(TYPE) + "'ANY'";
    const InvalidRecord table[] = {
        {"",
         0,
         "expected the name that the record is about, or '@' for the zone's own, got the end of "
         "the line"},
        {"a..net A 10.0.0.1",
         2,
         "in 'a..net', the name that the record is about, or '@' for the zone's own: expected a "
         "label, got an empty one: a name reads 'mail.a.net.'"},
        {"a 300 IN", 8, noType},
        {"a 300 MXX 10 b", 6, wrongType},
        {"a ANY", 2, questionType},
        {"a 2147483648 A 10.0.0.1",
         2,
         "expected a TTL from 0 to 2147483647 seconds, or such as 1h30m, got '2147483648'"},
        {"a 5y A 10.0.0.1",
         2,
         "expected a TTL from 0 to 2147483647 seconds, or such as 1h30m, got '5y'"},
        {"a A 10.0.0", 4, "expected an IPv4 address such as 10.0.0.1, got '10.0.0'"},
        {"a A 10.0.0.256", 4, "expected an IPv4 address such as 10.0.0.1, got '10.0.0.256'"},
        {"a A 10.0.0.1.", 4, "expected an IPv4 address such as 10.0.0.1, got '10.0.0.1.'"},
        {"a A 10.0.0.1 b", 13, "expected the end of the record, got 'b'"},
        {"@ MX mail.b.net.",
         5,
         "expected a preference from 0 to 65535, then the exchanger: '10 mail.b.net.', got "
         "'mail.b.net.'"},
        {"@ MX 65536 mail",
         5,
         "expected a preference from 0 to 65535, then the exchanger: '10 mail.b.net.', got "
         "'65536'"},
        {"@ MX 10",
         7,
         "expected the exchanger's host name, such as mail.b.net., got the end of the line"},
        {"@ SOA ns root 1 2 3 4",
         21,
         "expected the time for which a negative answer holds, in seconds or such as 1h, got the "
         "end of the line"},
        {"@ TYPE65280 hello",
         12,
         "expected data of type TYPE65280 in the form '\\# 2 0A0B', got 'hello'"},
        {"@ TXT \\# 2 0A", 11, "expected 2 octets in hexadecimal digits, got '0A'"},
        {"@ TXT \\# 1 0G", 11, "expected hexadecimal digits, two for each octet, got '0G'"},
        {"@ TXT \\# 1 0A0", 11, "expected hexadecimal digits, two for each octet, got '0A0'"},
        {"@ A \\# 3 0A0000", 9, "expected the octets of a record of type A, got '0A0000'"},
        {"@ A \\# 5 0A00000000", 9, "expected the octets of a record of type A, got '0A00000000'"},
        {"@ CH A 10.0.0.1", 7, "expected data of type A in the form '\\# 2 0A0B', got '10.0.0.1'"},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.line);
        const auto record = Record::Parse(row.line, {MakeName("b.net.")});
        ASSERT_FALSE(record) << record->ToString();
        EXPECT_EQ(record.GetError().reason, row.reason);
        EXPECT_EQ(record.GetError().offset, row.offset);
    }
}

// What "dig +noall +answer gmail.com MX" and "... gmail-smtp-in.l.google.com A" print.
TEST(DnsRecord, StandsInTheColumnsOfDig)
{
    const auto response = MakeGmailResponse();
    EXPECT_EQ(response.answers[0].ToString(),
              "gmail.com.\t\t2696\tIN\tMX\t5 gmail-smtp-in.l.google.com.");
    EXPECT_EQ(response.answers[4].ToString(),
              "gmail.com.\t\t2696\tIN\tMX\t40 alt4.gmail-smtp-in.l.google.com.");
    EXPECT_EQ(response.additionals[0].ToString(),
              "gmail-smtp-in.l.google.com. 300\tIN\tA\t108.177.127.27");
    EXPECT_EQ(MakeRecord("alt1.gmail-smtp-in.l.google.com. 300 A 10.0.0.1").ToString(),
              "alt1.gmail-smtp-in.l.google.com. 300 IN\tA\t10.0.0.1");
    EXPECT_EQ(MakeRecord("twenty-three-octets.com. 1 A 10.0.0.1").ToString(),
              "twenty-three-octets.com. 1\tIN\tA\t10.0.0.1");
    EXPECT_EQ(MakeRecord("seven.com. 1234567890 NS a.").ToString(),
              "seven.com.\t\t1234567890 IN\tNS\ta.");
}

// What dig prints by +nottlid, +noclass, both, and +ttlunits.
TEST(DnsRecord, StandsInTheColumnsOfDigWithoutTtlOrClass)
{
    struct Row
    {
        RecordStyle style;
        std::string_view near;
        std::string_view far;
    };

    const Row table[] = {
        {{.hasTtl = false},
         "b.net.\t\t\tIN\tMX\t10 mail.b.net.",
         "a.very.long.name.that.goes.on.b.net. IN\tA 10.0.0.1"},
        {{.hasClass = false},
         "b.net.\t\t\t3600\tMX\t10 mail.b.net.",
         "a.very.long.name.that.goes.on.b.net. 2696 A 10.0.0.1"},
        {{.hasTtl = false, .hasClass = false},
         "b.net.\t\t\tMX\t10 mail.b.net.",
         "a.very.long.name.that.goes.on.b.net. A 10.0.0.1"},
        {{.hasTtlUnits = true},
         "b.net.\t\t\t1h\tIN\tMX\t10 mail.b.net.",
         "a.very.long.name.that.goes.on.b.net. 44m56s IN A 10.0.0.1"},
    };
    const auto near = MakeRecord("b.net. 3600 MX 10 mail.b.net.");
    const auto far = MakeRecord("a.very.long.name.that.goes.on.b.net. 2696 A 10.0.0.1");
    for (const auto& row : table)
    {
        EXPECT_EQ(near.ToString(row.style), row.near);
        EXPECT_EQ(far.ToString(row.style), row.far);
    }
}

} // namespace
} // namespace ns3::postroad::dns
