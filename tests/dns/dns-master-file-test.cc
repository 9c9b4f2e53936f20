#include "dns/dns-samples.h"

#include "postroad/dns/zone/dns-master-file.h"

#include <gtest/gtest.h>

namespace ns3::postroad::dns
{
namespace
{

using Lines = std::vector<std::string>;

RecordDefaults
MakeDefaults()
{
    return {MakeName("a.net.")};
}

Lines
Flatten(const std::vector<MasterRecord>& records)
{
    Lines lines;
    for (const auto& [record, line] : records)
    {
        lines.push_back(std::to_string(line) + ": " + dns::Flatten(record));
    }
    return lines;
}

// After the example of RFC 1035 section 5.3.
constexpr std::string_view EXAMPLE = R"($TTL 600
@   IN  SOA     VENERA      Action\.domains (
                                 20     ; SERIAL
                                 7200   ; REFRESH (two hours)
                                 600    ; RETRY
                                 3600000; EXPIRE
                                 60)    ; MINIMUM

        NS      VENERA
        NS      VAXA.C.edu. ; "far" away
        MX      10      VENERA
A       300 A   10.1.0.52
	    A   10.1.0.53

$ORIGIN lab.a.net.
@       MX 20 mail
mail    TXT "a;b (c" d\;e "\"\\" ( "f"
            "g" )
)";

TEST(DnsMasterFile, ReadsAFileAsRfc1035ShowsIt)
{
    const auto records = ParseMasterFile(EXAMPLE, MakeDefaults());
    ASSERT_TRUE(records) << records.GetError().reason;
    EXPECT_EQ(
        Flatten(*records),
        (Lines{"2: a.net. 600 IN SOA VENERA.a.net. Action\\.domains.a.net. 20 7200 600 3600000 60",
               "9: a.net. 600 IN NS VENERA.a.net.",
               "10: a.net. 600 IN NS VAXA.C.edu.",
               "11: a.net. 600 IN MX 10 VENERA.a.net.",
               "12: A.a.net. 300 IN A 10.1.0.52",
               "13: A.a.net. 600 IN A 10.1.0.53",
               "16: lab.a.net. 600 IN MX 20 mail.lab.a.net.",
               "17: mail.lab.a.net. 600 IN TXT \"a;b (c\" \"d;e\" \"\\\"\\\\\" \"f\" \"g\""}));
}

struct ValidFile
{
    std::string_view title;
    std::string_view text;
    Lines records;
};

TEST(DnsMasterFile, ReadsWhatMayBeLeftOut)
{
    const ValidFile table[] = {
        {"nothing", "", {}},
        {"comments and blank lines alone", "; a\n\n \t; b\n", {}},
        {"no line end at the end", "@ A 10.0.0.1", {"1: a.net. 3600 IN A 10.0.0.1"}},
        {"line ends of other systems",
         "@ A 10.0.0.1\r\n A 10.0.0.2 ; c\r\n",
         {"1: a.net. 3600 IN A 10.0.0.1", "2: a.net. 3600 IN A 10.0.0.2"}},
        {"the last TTL stated, where the file sets none",
         "a 60 A 10.0.0.1\nb A 10.0.0.2\n",
         {"1: a.a.net. 60 IN A 10.0.0.1", "2: b.a.net. 60 IN A 10.0.0.2"}},
        {"the TTL that the file sets, whatever stands before",
         "$ttl 7\na 60 A 10.0.0.1\nb A 10.0.0.2\n$TTL 8\nc A 10.0.0.3\n",
         {"2: a.a.net. 60 IN A 10.0.0.1",
          "3: b.a.net. 7 IN A 10.0.0.2",
          "5: c.a.net. 8 IN A 10.0.0.3"}},
        {"an origin relative to the one before",
         "$ORIGIN lab\n$ORIGIN deep ; c\n@ A 10.0.0.1\n",
         {"3: deep.lab.a.net. 3600 IN A 10.0.0.1"}},
        {"escaped specials in a name",
         "\\(\\;\\\"\\$ A 10.0.0.1\n",
         {"1: \\(\\;\\\"\\$.a.net. 3600 IN A 10.0.0.1"}},
        {"a type that is not understood",
         "@ TYPE65280 \\# 4 ( 0A00\n0001 )\n",
         {"1: a.net. 3600 IN TYPE65280 \\# 4 0A000001"}},
        {"times with units, as BIND and NSD take them",
         "$TTL 1h30m\n@ SOA ns h 1 1d 2H 4w 1h\na 2d A 10.0.0.1\nb 1W IN A 10.0.0.2\n"
         "c IN 30s A 10.0.0.3\nd A 10.0.0.4\n",
         {"2: a.net. 5400 IN SOA ns.a.net. h.a.net. 1 86400 7200 2419200 3600",
          "3: a.a.net. 172800 IN A 10.0.0.1",
          "4: b.a.net. 604800 IN A 10.0.0.2",
          "5: c.a.net. 30 IN A 10.0.0.3",
          "6: d.a.net. 5400 IN A 10.0.0.4"}},
        {"a service",
         "_submission._tcp SRV 0 1 587 ns\n",
         {"1: _submission._tcp.a.net. 3600 IN SRV 0 1 587 ns.a.net."}},
        {"a backslash at the end of a line",
         "@ TXT a\\\\\n@ A 10.0.0.1\n",
         {"1: a.net. 3600 IN TXT \"a\\\\\"", "2: a.net. 3600 IN A 10.0.0.1"}},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.title);
        const auto records = ParseMasterFile(row.text, MakeDefaults());
        ASSERT_TRUE(records) << records.GetError().reason;
        EXPECT_EQ(Flatten(*records), row.records);
    }
}

struct InvalidFile
{
    std::string_view text;
    std::string_view reason;
};

TEST(DnsMasterFile, TellsWhatIsWrongAndWhere)
{
    const InvalidFile table[] = {
        {"@ A 10.0.0.1\nmail A 10.0.0\n",
         "2:8: expected an IPv4 address such as 10.0.0.1, got '10.0.0'"},
        {"@ SOA ns root (\n 1 ; serial\n 2 x )",
         "3:4: expected the retry time in seconds, or such as 30m, got 'x'"},
        {" A 10.0.0.1",
         "1:1: expected a name at the beginning of the line, got a blank: there is no record "
         "before "
         "this one that could lend its name"},
        {"@ TXT ( a", "1:7: expected ')' for this '(', got the end of the file"},
        {"@ TXT ( a (\n", "1:11: expected ')' for the '(' before, got another '('"},
        {"@ TXT a )\n", "1:9: expected a '(' before this ')'"},
        {"@ TXT \"a\n\"\n",
         "1:7: expected another '\"' on the line of this one, got the end of the line"},
        {"@ TXT \"a\\\n\"\n",
         "1:7: expected another '\"' on the line of this one, got the end of the line"},
        {"\n$INCLUDE b.zone\n",
         "2:1: expected the included lines themselves, for one file holds the whole zone here, "
         "got '$INCLUDE'"},
        {"$ORIGIN",
         "1:8: expected the name that completes others, such as a.net., got the end of the line"},
        {"$INCL b.zone\n", "1:1: expected $ORIGIN, $TTL, $GENERATE or a record, got '$INCL'"},
        {"$TTL 1h30",
         "1:6: expected a TTL from 0 to 2147483647 seconds, or such as 1h30m, got '1h30'"},
        {"@ 3551w A 10.0.0.1",
         "1:3: expected a TTL from 0 to 2147483647 seconds, or such as 1h30m, got '3551w'"},
        {"@ SOA ns root 1h 1 1 1 1", "1:15: expected the serial number, got '1h'"},
        {"$TTL 1 2", "1:8: expected the end of the record, got '2'"},
        {"@ TXT a\\\n", "1:7: expected a text in quotes, such as \"v=spf1 mx -all\", got 'a\\'"},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.text);
        const auto records = ParseMasterFile(row.text, MakeDefaults());
        ASSERT_FALSE(records);
        EXPECT_EQ(records.GetError().reason, row.reason);
    }
}

TEST(DnsMasterFile, TellsWhichRecordCannotStandInAZone)
{
    const auto zone = ParseZone("; a\n@ A 10.0.0.1\nb.net. A 10.0.0.1\n", MakeDefaults());
    ASSERT_FALSE(zone);
    EXPECT_EQ(zone.GetError().reason.substr(0, 36), "3:1: b.net. is outside of the zone a");
}

TEST(DnsMasterFile, ReadsBackTheZoneThatItWrote)
{
    const auto zone = ParseZone(EXAMPLE, MakeDefaults());
    ASSERT_TRUE(zone) << zone.GetError().reason;
    const auto text = SerializeZone(*zone);
    EXPECT_EQ(text.substr(0, 19), "a.net.\t\t\t600\tIN\tSOA");
    const auto again = ParseZone(text, MakeDefaults());
    ASSERT_TRUE(again) << again.GetError().reason;
    EXPECT_EQ(again->GetRecords(), zone->GetRecords());
    EXPECT_EQ(zone->GetRecords().size(), 8U);
}

TEST(DnsMasterFile, ReadsOrRefusesEachBeginningAndEachChange)
{
    std::string text(EXAMPLE);
    for (std::size_t i = 0; i < text.size(); ++i)
    {
        ParseMasterFile(std::string_view(text).substr(0, i), MakeDefaults());
        for (const char c : {'(', ')', '"', '\\', ';', '\n', '\0', '$', '@', ' '})
        {
            auto changed = text;
            changed[i] = c;
            const auto records = ParseMasterFile(changed, MakeDefaults());
            EXPECT_TRUE(records || !records.GetError().reason.empty());
        }
    }
}

} // namespace
} // namespace ns3::postroad::dns
