#include "dns/dns-samples.h"

#include "postroad/dns/zone/dns-generate.h"
#include "postroad/dns/zone/dns-master-file.h"

#include <gtest/gtest.h>

#include <cstdint>

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
ReadLines(std::string_view text)
{
    const auto records = ParseMasterFile(text, MakeDefaults());
    if (!records)
    {
        return {records.GetError().reason};
    }
    Lines lines;
    for (const auto& [record, line] : *records)
    {
        lines.push_back(std::to_string(line) + ": " + Flatten(record));
    }
    return lines;
}

struct Generated
{
    std::string_view title;
    std::string_view text;
    Lines records;
};

TEST(DnsGenerate, MakesLinesThatDifferInANumber)
{
    const Generated table[] = {
        {"addresses",
         "$GENERATE 1-3 host$ A 10.0.0.$\n",
         {"1: host1.a.net. 3600 IN A 10.0.0.1",
          "1: host2.a.net. 3600 IN A 10.0.0.2",
          "1: host3.a.net. 3600 IN A 10.0.0.3"}},
        {"every other one, and the last left out",
         "\n$generate 0-5/2 h$ 2h IN A 10.0.0.$ ; hosts\n",
         {"2: h0.a.net. 7200 IN A 10.0.0.0",
          "2: h2.a.net. 7200 IN A 10.0.0.2",
          "2: h4.a.net. 7200 IN A 10.0.0.4"}},
        {"the delegation of an eighth of a reverse zone, as RFC 2317 has it",
         "$ORIGIN 0.0.192.in-addr.arpa.\n$GENERATE 1-2 $ CNAME $.0\n",
         {"2: 1.0.0.192.in-addr.arpa. 3600 IN CNAME 1.0.0.0.192.in-addr.arpa.",
          "2: 2.0.0.192.in-addr.arpa. 3600 IN CNAME 2.0.0.0.192.in-addr.arpa."}},
        {"data in quotes, as BIND wants them",
         "$GENERATE 7-7 @ MX \"10 mail$\"\n$GENERATE 7-7 t TXT \"\\\"text $\\\"\"\n",
         {"1: a.net. 3600 IN MX 10 mail7.a.net.", "2: t.a.net. 3600 IN TXT \"text 7\""}},
        {"data without quotes",
         "$GENERATE 7-7 @ MX 10 mail$\n$GENERATE 7-7 t CH A \\# 1 0$\n",
         {"1: a.net. 3600 IN MX 10 mail7.a.net.", "2: t.a.net. 3600 CH A \\# 1 07"}},
        {"quotes that are part of the data",
         "$GENERATE 7-7 t TXT a \"b $\"\n$GENERATE 7-7 t CAA 0 issue \"b $\"\n"
         "$GENERATE 7-7 t TXT \"a $\" b\n",
         {"1: t.a.net. 3600 IN TXT \"a\" \"b 7\"",
          "2: t.a.net. 3600 IN CAA 0 issue \"b 7\"",
          "3: t.a.net. 3600 IN TXT \"a 7\" \"b\""}},
        {"neither name nor TTL for what stands behind",
         "a 60 A 10.0.0.1\n$GENERATE 7-7 h$ 90 A 10.0.0.$\n A 10.0.0.2\n",
         {"1: a.a.net. 60 IN A 10.0.0.1",
          "2: h7.a.net. 90 IN A 10.0.0.7",
          "3: a.a.net. 60 IN A 10.0.0.2"}},
        {"the TTL that the file sets",
         "$TTL 1m\n$GENERATE 7-7 h$ A 10.0.0.$\n",
         {"2: h7.a.net. 60 IN A 10.0.0.7"}},
        {"over several lines",
         "$GENERATE ( 7-7\n h$ A ) 10.0.0.$\n",
         {"1: h7.a.net. 3600 IN A 10.0.0.7"}},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.title);
        EXPECT_EQ(ReadLines(row.text), row.records);
    }
}

std::string
MakeLine(std::string_view form, std::uint32_t number)
{
    const auto generate = Generate::Parse("$GENERATE 0-1 " + std::string(form) + " A");
    if (!generate)
    {
        return generate.GetError().reason;
    }
    const auto line = generate->MakeLine(number);
    return line ? *line : line.GetError().reason;
}

TEST(DnsGenerate, WritesTheNumberAsTold)
{
    struct Written
    {
        std::string_view form;
        std::uint32_t number;
        std::string_view text;
    };
    const Written table[] = {
        {"$", 20, "20"},
        {"a$b$", 20, "a20b20"},
        {"${0}", 20, "20"},
        {"${100}", 20, "120"},
        {"${-20}", 20, "0"},
        {"${0,3}", 20, "020"},
        {"${0,1}", 20, "20"},
        {"${0,3,d}", 20, "020"},
        {"${0,3,o}", 20, "024"},
        {"${0,4,x}", 255, "00ff"},
        {"${1,4,X}", 254, "00FF"},
        {"${0,0,x}", 2147483647, "7fffffff"},
        {"${0,255}", 1, "0"},
        {"${0,0,n}", 255, "f.f"},
        {"${0,1,n}", 5, "5"},
        {"${0,2,n}", 5, "5."},
        {"${0,7,n}", 0x12, "2.1.0.0"},
        {"${0,8,N}", 0x1b, "B.1.0.0."},
        {"${0,3,n}", 0x12345, "5.4.3.2.1"},
        {"\\$a$", 20, "\\$a20"},
        {"$$a$", 20, "$a20"},
        {"\\\\$", 20, "\\\\20"},
        {"a\\", 20, "a\\"},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.form);
        const auto line = MakeLine(row.form, row.number);
        EXPECT_EQ(line.substr(0, row.text.size()), row.text);
        EXPECT_EQ(line.size(), row.form == "${0,255}" ? 257 : row.text.size() + 2);
    }
}

TEST(DnsGenerate, TellsWhatIsWrong)
{
    constexpr std::string_view RANGE =
        "expected a range such as 1-20 or 0-255/5, each number at most 2147483647, got ";
    constexpr std::string_view FORM = "expected '$', or '${offset,width,base}' with base d, o, x, "
                                      "X, n or N, such as '${0,3,d}', got '$";
    const std::pair<std::string, std::string> table[] = {
        {"", "1:11: " + std::string(RANGE) + "the end of the line"},
        {"1", "1:11: " + std::string(RANGE) + "'1'"},
        {"2-1 a A 10.0.0.$", "1:11: " + std::string(RANGE) + "'2-1'"},
        {"1-2/0 a A 10.0.0.$", "1:11: " + std::string(RANGE) + "'1-2/0'"},
        {"1-2/ a A 10.0.0.$", "1:11: " + std::string(RANGE) + "'1-2/'"},
        {"1-2x a A 10.0.0.$", "1:11: " + std::string(RANGE) + "'1-2x'"},
        {"-1-2 a A 10.0.0.$", "1:11: " + std::string(RANGE) + "'-1-2'"},
        {"1-2147483648 a A 10.0.0.$", "1:11: " + std::string(RANGE) + "'1-2147483648'"},
        {"1-2/2147483648 a A 10.0.0.$", "1:11: " + std::string(RANGE) + "'1-2/2147483648'"},
        {"1-2",
         "1:14: expected a name and a record behind the range: 'host$ A 10.0.0.$', got the end of "
         "the line"},
        {"1-2 h${x} A 10.0.0.$", "1:1: " + std::string(FORM) + "{x} A 10.0.0.$' for 1"},
        {"1-2 h${0 A 10.0.0.$", "1:1: " + std::string(FORM)},
        {"1-2 h${0,x} A 10.0.0.$", "1:1: " + std::string(FORM)},
        {"1-2 h${0,256} A 10.0.0.$", "1:1: " + std::string(FORM)},
        {"1-2 h${0,1,z} A 10.0.0.$", "1:1: " + std::string(FORM)},
        {"1-2 h${0,1,} A 10.0.0.$", "1:1: " + std::string(FORM)},
        {"1-2 h${0,1,d", "1:1: " + std::string(FORM)},
        {"1-2 h${0,1,", "1:1: " + std::string(FORM)},
        {"1-2 h${-2} A 10.0.0.$", "1:1: " + std::string(FORM)},
        {"255-256 h$ A 10.0.0.$",
         "1:1: in the line 'h256 A 10.0.0.256' that $GENERATE makes: expected an IPv4 address such "
         "as 10.0.0.1, got '10.0.0.256'"},
    };
    for (const auto& [text, reason] : table)
    {
        SCOPED_TRACE(text);
        const auto lines = ReadLines("$GENERATE " + text);
        EXPECT_EQ(lines.front().substr(0, reason.size()), reason);
    }
}

TEST(DnsGenerate, MakesAtMost10000LinesInOneFile)
{
    EXPECT_EQ(ReadLines("$GENERATE 1-9999 h$ A 10.0.0.1\n$GENERATE 1-1 i$ A 10.0.0.1\n").size(),
              GENERATE_LIMIT);
    EXPECT_EQ(ReadLines("$GENERATE 1-9999 h$ A 10.0.0.1\n$GENERATE 1-2 i$ A 10.0.0.1\n").front(),
              "2:1: expected at most 10000 lines made by $GENERATE in one zone, got 10001");
    EXPECT_EQ(ReadLines("$GENERATE 0-2147483647 h$ A 10.0.0.1\n").front(),
              "1:1: expected at most 10000 lines made by $GENERATE in one zone, got 2147483648");
}

TEST(DnsGenerate, ReachesTheHighestNumber)
{
    EXPECT_EQ(
        ReadLines("$GENERATE 0-2147483647/2147483647 h$ A 10.0.0.1\n"),
        (Lines{"1: h0.a.net. 3600 IN A 10.0.0.1", "1: h2147483647.a.net. 3600 IN A 10.0.0.1"}));
}

} // namespace
} // namespace ns3::postroad::dns
