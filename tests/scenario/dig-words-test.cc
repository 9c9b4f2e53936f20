#include "spec/scenario-text.h"

#include "postroad/scenario/dig-words.h"
#include "postroad/spec/read/loader.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ns3::postroad::scenario
{
namespace
{

using Words = std::vector<std::string>;
using Lookups = std::vector<DigLookup>;
using std::chrono::seconds;

/// The questions that these words ask, with all that is wrong with them.
Lookups
Read(const Words& words, FaultList& faults)
{
    static const auto spec = LoadScenarioText(test::SMALL, "s.yaml");
    return ReadDigWords(spec, words, faults);
}

/// The questions that these words ask; they have to be right.
Lookups
ReadAll(const Words& words)
{
    FaultList faults;
    auto lookups = Read(words, faults);
    EXPECT_TRUE(faults.IsEmpty()) << testing::PrintToString(words);
    return lookups;
}

/// The one question of these words.
DigLookup
ReadOne(const Words& words)
{
    const auto lookups = ReadAll(words);
    EXPECT_EQ(lookups.size(), 1U) << testing::PrintToString(words);
    return lookups.front();
}

/// The questions in their order, as text.
Words
ListQuestions(const Words& words)
{
    Words questions;
    for (const auto& lookup : ReadAll(words))
    {
        questions.push_back(lookup.query.question.ToString());
    }
    return questions;
}

std::string
GetErrors(const Words& words)
{
    FaultList faults;
    Read(words, faults);
    try
    {
        faults.ThrowIfAny();
    }
    catch (const ConfigError& error)
    {
        return error.what();
    }
    return {};
}

// What dig 9.18 asks by each.
TEST(DigWords, AskForNamesTypesAndClasses)
{
    const std::pair<Words, Words> table[] = {
        {{"b.net"}, {"b.net. IN A"}},
        {{"b.net", "MX"}, {"b.net. IN MX"}},
        {{"b.net.", "mx"}, {"b.net. IN MX"}},
        {{"MX", "b.net"}, {"b.net. IN MX"}},
        {{".", "NS"}, {". IN NS"}},
        {{"net", "NS"}, {"net. IN NS"}},
        {{"b.net", "TYPE65280"}, {"b.net. IN TYPE65280"}},
        {{"b.net", "-t", "MX"}, {"b.net. IN MX"}},
        {{"-t", "MX", "b.net"}, {"b.net. IN MX"}},
        {{"-tmx", "b.net"}, {"b.net. IN MX"}},
        {{"b.net", "IN", "MX"}, {"b.net. IN MX"}},
        {{"b.net", "mx", "in"}, {"b.net. IN MX"}},
        {{"version.bind", "CH", "TXT"}, {"version.bind. CH TXT"}},
        {{"chaos", "txt", "version.bind"}, {"version.bind. CH TXT"}},
        {{"b.net", "HS"}, {"b.net. HS A"}},
        {{"b\u00fccher.example", "MX"}, {"xn--bcher-kva.example. IN MX"}},
        {{"b.net", "ANY"}, {"b.net. IN ANY"}},
        {{"b.net", "ANY", "CLASS255"}, {"b.net. ANY ANY"}},
        {{"b.net", "-c", "ANY"}, {"b.net. ANY A"}},
        {{"b.net", "-c", "CLASS32"}, {"b.net. CLASS32 A"}},
        {{"-cCH", "-t", "TXT", "version.bind"}, {"version.bind. CH TXT"}},
        {{"-q", "b.net"}, {"b.net. IN A"}},
        {{"-qmx", "MX"}, {"mx. IN MX"}},
        {{"MX", "-q", "in"}, {"in. IN MX"}},
        {{"in.", "NS"}, {"in. IN NS"}},
        {{"-t", "NS", "in"}, {"in. IN NS"}},
        {{"-4", "b.net"}, {"b.net. IN A"}},
        {{"-x", "10.0.0.5"}, {"5.0.0.10.in-addr.arpa. IN PTR"}},
        {{"-x10.0.0.5", "TXT"}, {"5.0.0.10.in-addr.arpa. IN TXT"}},
        {{"TXT", "-x", "10.0.0.5"}, {"5.0.0.10.in-addr.arpa. IN TXT"}},
        {{}, {". IN NS"}},
        {{"+trace"}, {". IN NS"}},
        {{"@ns.net", "MX"}, {". IN NS"}},
    };
    for (const auto& [words, questions] : table)
    {
        EXPECT_EQ(ListQuestions(words), questions) << testing::PrintToString(words);
    }
}

TEST(DigWords, AskSeveralQuestions)
{
    const std::pair<Words, Words> table[] = {
        {{"a.net", "MX", "b.net", "A"}, {"a.net. IN MX", "b.net. IN A"}},
        {{"a.net", "b.net"}, {"a.net. IN A", "b.net. IN A"}},
        {{"MX", "a.net", "b.net"}, {"a.net. IN MX", "b.net. IN MX"}},
        {{"MX", "a.net", "b.net", "NS"}, {"a.net. IN MX", "b.net. IN NS"}},
        {{"CH", "a.net", "b.net", "IN"}, {"a.net. CH A", "b.net. IN A"}},
        {{"a.net", "MX", "-x", "10.0.0.5", "b.net", "NS"},
         {"a.net. IN MX", "5.0.0.10.in-addr.arpa. IN PTR", "b.net. IN NS"}},
        {{"a.net", "-q", "net", "NS"}, {"a.net. IN A", "net. IN NS"}},
        {{"a.net", "net.", "NS"}, {"a.net. IN A", "net. IN NS"}},
        {{"-t", "MX", "a.net", "b.net"}, {"a.net. IN MX", "b.net. IN MX"}},
    };
    for (const auto& [words, questions] : table)
    {
        EXPECT_EQ(ListQuestions(words), questions) << testing::PrintToString(words);
    }
}

TEST(DigWords, AskTheHostsResolverWithEdnsAndRecursion)
{
    const auto lookup = ReadOne({"b.net", "MX"});
    EXPECT_TRUE(lookup.servers.empty());
    EXPECT_TRUE(lookup.query.isRecursive);
    EXPECT_EQ(lookup.query.udpSize, 1232);
    EXPECT_FALSE(lookup.query.isTcp || lookup.query.isTrace);
    EXPECT_EQ(lookup.query.tries, std::nullopt);
    EXPECT_EQ(lookup.query.timeout, std::nullopt);
    EXPECT_EQ(lookup.query.display, dns::DigDisplay());
}

TEST(DigWords, NameServersByHostOrAddress)
{
    EXPECT_EQ(ReadOne({"b.net", "@ns.net"}).servers, Words{"ns.net"});
    EXPECT_EQ(ReadOne({"@192.0.2.1", "b.net"}).servers, Words{"192.0.2.1"});
    EXPECT_EQ(ReadOne({"@192.0.2.1", "b.net", "@NS.net"}).servers, (Words{"192.0.2.1", "ns.net"}));
}

TEST(DigWords, HoldForAllInFrontOfTheFirstNameAndForOneBehindIt)
{
    const auto lookups = ReadAll({"+noall",
                                  "@192.0.2.1",
                                  "+tries=2",
                                  "a.net",
                                  "+answer",
                                  "+norecurse",
                                  "b.net",
                                  "@ns.net",
                                  "+stats",
                                  "+tries=4"});
    ASSERT_EQ(lookups.size(), 2U);
    EXPECT_EQ(lookups[0].servers, Words{"192.0.2.1"});
    EXPECT_EQ(lookups[1].servers, (Words{"192.0.2.1", "ns.net"}));
    EXPECT_EQ(lookups[0].query.tries, 2U);
    EXPECT_EQ(lookups[1].query.tries, 4U);
    EXPECT_FALSE(lookups[0].query.isRecursive);
    EXPECT_TRUE(lookups[1].query.isRecursive);
    EXPECT_TRUE(lookups[0].query.display.hasAnswer);
    EXPECT_FALSE(lookups[1].query.display.hasAnswer);
    EXPECT_FALSE(lookups[0].query.display.hasStatistics);
    EXPECT_TRUE(lookups[1].query.display.hasStatistics);
    EXPECT_FALSE(lookups[0].query.display.hasComments || lookups[1].query.display.hasComments);
}

TEST(DigWords, TakeShortCmdAndTimeForAllWhereverTheyStand)
{
    auto lookups = ReadAll({"a.net", "MX", "b.net", "A", "@ns.net", "+short", "+time=3"});
    ASSERT_EQ(lookups.size(), 2U);
    EXPECT_TRUE(lookups[0].query.display.isShort && lookups[1].query.display.isShort);
    EXPECT_FALSE(lookups[0].query.display.hasCommand);
    EXPECT_EQ(lookups[0].query.timeout, seconds(3));
    EXPECT_EQ(lookups[1].query.timeout, seconds(3));
    lookups = ReadAll({"a.net", "b.net", "+nocmd"});
    EXPECT_FALSE(lookups[0].query.display.hasCommand);
    lookups = ReadAll({"a.net", "+short", "+cmd"});
    EXPECT_FALSE(lookups[0].query.display.hasCommand);
}

TEST(DigWords, AskOverTcpForAnyUnlessToldOtherwise)
{
    EXPECT_TRUE(ReadOne({"b.net", "ANY"}).query.isTcp);
    EXPECT_FALSE(ReadOne({"b.net", "ANY", "+notcp"}).query.isTcp);
    EXPECT_FALSE(ReadOne({"+notcp", "ANY", "b.net"}).query.isTcp);
    EXPECT_FALSE(ReadOne({"b.net", "MX", "-c", "ANY"}).query.isTcp);
    EXPECT_TRUE(ReadOne({"b.net", "MX", "+tcp"}).query.isTcp);
    EXPECT_TRUE(ReadOne({"b.net", "AXFR", "+notcp"}).query.isTcp);
}

// As dig sends it: a size brings EDNS along, whichever comes first.
TEST(DigWords, SendEdnsUnlessToldOtherwise)
{
    EXPECT_EQ(ReadOne({"b.net", "+noedns"}).query.udpSize, std::nullopt);
    EXPECT_EQ(ReadOne({"b.net", "+noedns", "+edns"}).query.udpSize, 1232);
    EXPECT_EQ(ReadOne({"b.net", "+bufsize=4096"}).query.udpSize, 4096);
    EXPECT_EQ(ReadOne({"b.net", "+bufsize=900", "+noedns"}).query.udpSize, 900);
    EXPECT_EQ(ReadOne({"b.net", "+noedns", "+bufsize=900"}).query.udpSize, 900);
}

TEST(DigWords, AreRefusedWithWhatWasExpected)
{
    const std::string unknown =
        "dig: expected a record type, a class, an option, or a name with a dot, got ";
    const std::pair<Words, std::string> table[] = {
        {{"b.net", "@ns.ne"},
         "dig: @: expected a host of the scenario, or an IPv4 address, got \"ns.ne\"; did you mean "
         "\"ns.net\"?"},
        {{"b.net", "@"}, "dig: @: expected a host of the scenario, or an IPv4 address, got \"\""},
        {{"b.net", "CNAM"},
         unknown + "\"CNAM\"; did you mean \"CNAME\"?; a name of one label is written \"CNAM.\""},
        {{"b.net", "localhost"},
         unknown + "\"localhost\"; a name of one label is written \"localhost.\""},
        {{"b.net", "-t", "MX", "A"},
         "dig: expected an option, or a name with a dot, behind -t or -c, got \"A\"; a name of one "
         "label is written \"A.\""},
        {{"b.net", "-c", "CH", "TXT"},
         "dig: expected an option, or a name with a dot, behind -t or -c, got \"TXT\"; a name of "
         "one "
         "label is written \"TXT.\""},
        {{"b.net", "-t", "CNAM"},
         "dig: -t: expected a record type such as A, MX, NS, PTR or TYPE65280, got \"CNAM\"; did "
         "you mean \"CNAME\"?"},
        {{"b.net", "OPT"},
         "dig: expected a record type such as A, MX, NS, PTR or TYPE65280, got \"OPT\""},
        {{"b.net", "-c", "XY"},
         "dig: -c: expected a class: IN, CH, HS, ANY or such as CLASS32, got \"XY\""},
        {{"b.net", "MX", "A"},
         "dig: expected one type for a question, got \"A\" too; ask once more: a.net MX a.net A; "
         "or write \"A.\" for a name"},
        {{"b.net", "MX", "-t", "A"},
         "dig: -t: expected one type for a question, got \"A\" too; ask once more: a.net MX a.net "
         "A; or write \"A.\" for a name"},
        {{"mx", "a"},
         "dig: expected one type for a question, got \"a\" too; ask once more: a.net MX a.net A; "
         "or write \"a.\" for a name"},
        {{"b.net", "IN", "CH"},
         "dig: expected one class for a question, got \"CH\" too; ask once more: a.net MX a.net A; "
         "or write \"CH.\" for a name"},
        {{"b.net", "-6"},
         "dig: expected -4, or neither, got \"-6\"; the simulated networks carry IPv4 alone"},
        {{"b.net", "-p", "53"},
         "dig: expected -t TYPE, -c CLASS, -q NAME, -x ADDRESS or -4, got \"-p\"; docs/dig.md "
         "tells of each"},
        {{"b.net", "--agian"},
         "dig: expected -t TYPE, -c CLASS, -q NAME, -x ADDRESS or -4, got \"--agian\"; did you "
         "mean \"--again\"?; docs/dig.md tells of each"},
        {{"b.net", "-t"}, "dig: -t: expected a value behind it, got nothing"},
        {{"-x", "10.0.0"}, "dig: -x: expected an IPv4 address such as 192.0.2.1, got \"10.0.0\""},
        {{"-x", "b.net"}, "dig: -x: expected an IPv4 address such as 192.0.2.1, got \"b.net\""},
    };
    for (const auto& [words, error] : table)
    {
        const auto errors = GetErrors(words);
        EXPECT_EQ(errors.substr(0, errors.find('\n')), error);
    }
}

TEST(DigWords, AreRefusedForNamesThatAreNone)
{
    for (const Words& words : {Words{"b..net"},
                               Words{std::string(64, 'x')},
                               Words{""},
                               Words{"-q", "b..net"},
                               Words{"-"},
                               Words{"--"},
                               Words{"-x", "10.0.0.256"},
                               Words{"-x", "10.0.0.5 "},
                               Words{"b.net", "TYPE65536"},
                               Words{"b.net", "-c", "CLASS65536"}})
    {
        EXPECT_EQ(GetErrors(words).find("dig: "), 0U) << words.back();
    }
}

TEST(DigWords, AreRefusedAllAtOnce)
{
    const auto errors = GetErrors({"b..net", "+fast", "-6", "@nobody.net"});
    EXPECT_EQ(std::count(errors.begin(), errors.end(), '\n'), 3) << errors;
}

} // namespace
} // namespace ns3::postroad::scenario
