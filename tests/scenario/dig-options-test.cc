#include "postroad/scenario/dig-options.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using std::chrono::seconds;

/// What options set, one after the other.
struct Options
{
    DigSettings settings;
    DigCommonSettings common;
    FaultList faults;

    const dns::DigDisplay& GetDisplay() const
    {
        return settings.query.display;
    }
};

Options
Read(const std::vector<std::string>& words)
{
    Options options;
    for (const auto& word : words)
    {
        ReadDigOption(word, options.settings, options.common, options.faults);
    }
    return options;
}

/// What is wrong with an option; empty for nothing.
std::string
GetError(const std::string& word)
{
    try
    {
        Read({word}).faults.ThrowIfAny();
    }
    catch (const ConfigError& error)
    {
        return error.what();
    }
    return {};
}

/// A letter for each part that is shown: command, header, question, answer, authority, additional,
/// statistics, origin.
std::string
ListParts(const Options& options)
{
    const auto& display = options.GetDisplay();
    const std::pair<bool, char> parts[] = {
        {options.common.hasCommand, 'c'},
        {display.hasComments, 'h'},
        {display.hasQuestion, 'q'},
        {display.hasAnswer, 'a'},
        {display.hasAuthority, 'u'},
        {display.hasAdditional, 'd'},
        {display.hasStatistics, 's'},
        {display.isIdentified, 'o'},
    };
    std::string text;
    for (const auto& [isShown, letter] : parts)
    {
        if (isShown)
        {
            text += letter;
        }
    }
    return text;
}

// What dig 9.18 prints by each.
TEST(DigOptions, ChooseWhatIsShownInTheOrderOfTyping)
{
    const std::pair<std::vector<std::string>, std::string_view> table[] = {
        {{}, "chqauds"},
        {{"+noall"}, ""},
        {{"+noall", "+answer"}, "a"},
        {{"+answer", "+noall"}, ""},
        {{"+noall", "+all"}, "chqauds"},
        {{"+noall", "+answer", "+stats"}, "as"},
        {{"+noanswer"}, "chquds"},
        {{"+noauthority"}, "chqads"},
        {{"+noadditional"}, "chqaus"},
        {{"+noquestion"}, "chauds"},
        {{"+nocomments"}, "cqauds"},
        {{"+nostats"}, "chqaud"},
        {{"+nocmd"}, "hqauds"},
        {{"+nocmd", "+cmd"}, "chqauds"},
        {{"+noall", "+authority", "+additional", "+question", "+comments", "+cmd"}, "chqud"},
        {{"+identify"}, "chqaudso"},
        {{"+identify", "+noidentify"}, "chqauds"},
        {{"+short"}, "a"},
        {{"+trace"}, "cauo"},
        {{"+trace", "+all"}, "chqaudso"},
        {{"+trace", "+noauthority"}, "cao"},
        {{"+all", "+trace"}, "cauo"},
    };
    for (const auto& [words, parts] : table)
    {
        EXPECT_EQ(ListParts(Read(words)), parts) << testing::PrintToString(words);
    }
}

TEST(DigOptions, AreCutShortAsDigAllows)
{
    const std::pair<std::string_view, std::string_view> table[] = {
        {"+noadd", "+noadditional"},
        {"+noal", "+noall"},
        {"+noan", "+noanswer"},
        {"+noau", "+noauthority"},
        {"+nocm", "+nocmd"},
        {"+nocom", "+nocomments"},
        {"+noqu", "+noquestion"},
        {"+nost", "+nostats"},
        {"+ide", "+identify"},
        {"+shor", "+short"},
        {"+tra", "+trace"},
    };
    for (const auto& [abbreviation, option] : table)
    {
        EXPECT_EQ(ListParts(Read({std::string(abbreviation)})),
                  ListParts(Read({std::string(option)})))
            << abbreviation;
    }
    EXPECT_FALSE(Read({"+norec"}).settings.query.isRecursive);
    EXPECT_FALSE(Read({"+nord"}).settings.query.isRecursive);
    EXPECT_TRUE(Read({"+i"}).settings.query.isTruncationIgnored);
    EXPECT_EQ(Read({"+v"}).settings.isTcp, true);
    EXPECT_FALSE(Read({"+nocl"}).GetDisplay().records.hasClass);
    EXPECT_FALSE(Read({"+nottl"}).GetDisplay().records.hasTtl);
    EXPECT_EQ(Read({"+ti=3"}).common.timeout, seconds(3));
    EXPECT_EQ(Read({"+ret=3"}).settings.query.tries, 4U);
    EXPECT_EQ(Read({"+retries=3"}).settings.query.tries, 4U);
    EXPECT_EQ(Read({"+tri=3"}).settings.query.tries, 3U);
    EXPECT_EQ(Read({"+bu=600"}).settings.udpSize, 600);
    for (const auto* const tooShort :
         {"+", "+a", "+ad", "+no", "+sho", "+tr", "+tc", "+t", "+q", "+co", "+re", "+edn", "+ttlx"})
    {
        EXPECT_NE(GetError(tooShort), "") << tooShort;
    }
}

TEST(DigOptions, ChooseTheTransport)
{
    EXPECT_EQ(Read({}).settings.isTcp, std::nullopt);
    EXPECT_EQ(Read({"+tcp"}).settings.isTcp, true);
    EXPECT_EQ(Read({"+vc"}).settings.isTcp, true);
    EXPECT_EQ(Read({"+tcp", "+notcp"}).settings.isTcp, false);
    EXPECT_EQ(Read({"+novc"}).settings.isTcp, false);
    EXPECT_TRUE(Read({"+ignore"}).settings.query.isTruncationIgnored);
    EXPECT_FALSE(Read({"+ignore", "+noignore"}).settings.query.isTruncationIgnored);
}

TEST(DigOptions, ChooseRecursionAndTrace)
{
    EXPECT_FALSE(Read({"+norecurse"}).settings.query.isRecursive);
    EXPECT_FALSE(Read({"+nordflag"}).settings.query.isRecursive);
    EXPECT_TRUE(Read({"+norecurse", "+recurse"}).settings.query.isRecursive);
    EXPECT_TRUE(Read({"+nordflag", "+rdflag"}).settings.query.isRecursive);
    EXPECT_TRUE(Read({"+norecurse", "+trace"}).settings.query.isRecursive);
    EXPECT_TRUE(Read({"+trace"}).settings.query.isTrace);
    EXPECT_FALSE(Read({"+trace", "+notrace"}).settings.query.isTrace);
    EXPECT_TRUE(Read({"+short"}).common.isShort);
    EXPECT_FALSE(Read({"+short", "+noshort"}).common.isShort);
}

TEST(DigOptions, ChooseTheFormOfRecords)
{
    using Style = dns::RecordStyle;
    EXPECT_EQ(Read({"+nottlid"}).GetDisplay().records, Style{.hasTtl = false});
    EXPECT_EQ(Read({"+noclass"}).GetDisplay().records, Style{.hasClass = false});
    EXPECT_EQ(Read({"+ttlunits"}).GetDisplay().records, Style{.hasTtlUnits = true});
    EXPECT_EQ(Read({"+nottlid", "+ttlunits"}).GetDisplay().records, Style{.hasTtlUnits = true});
    EXPECT_EQ(Read({"+ttlunits", "+nottlunits", "+noclass", "+class", "+nottlid", "+ttlid"})
                  .GetDisplay()
                  .records,
              Style());
}

TEST(DigOptions, ChooseEdns)
{
    EXPECT_TRUE(Read({}).settings.hasEdns);
    EXPECT_FALSE(Read({"+noedns"}).settings.hasEdns);
    EXPECT_TRUE(Read({"+noedns", "+edns"}).settings.hasEdns);
    EXPECT_TRUE(Read({"+noedns", "+edns=0"}).settings.hasEdns);
    EXPECT_EQ(Read({"+bufsize=4096"}).settings.udpSize, 4096);
    EXPECT_EQ(Read({"+bufsize=4096", "+bufsize"}).settings.udpSize, 1232);
}

TEST(DigOptions, CountTriesAndSecondsAsDigDoes)
{
    EXPECT_EQ(Read({}).settings.query.tries, std::nullopt);
    EXPECT_EQ(Read({"+tries=0"}).settings.query.tries, 1U);
    EXPECT_EQ(Read({"+tries=1"}).settings.query.tries, 1U);
    EXPECT_EQ(Read({"+tries=1000"}).settings.query.tries, 1000U);
    EXPECT_EQ(Read({"+retry=0"}).settings.query.tries, 1U);
    EXPECT_EQ(Read({"+retry=999"}).settings.query.tries, 1000U);
    EXPECT_EQ(Read({"+retry=5", "+tries=2"}).settings.query.tries, 2U);
    EXPECT_EQ(Read({}).common.timeout, std::nullopt);
    EXPECT_EQ(Read({"+time=0"}).common.timeout, seconds(1));
    EXPECT_EQ(Read({"+timeout=1"}).common.timeout, seconds(1));
    EXPECT_EQ(Read({"+time=65535"}).common.timeout, seconds(65535));
}

TEST(DigOptions, AreRefusedWithWhatWasExpected)
{
    const std::string time = "dig: +time: expected a number of seconds from 0, which counts as 1, "
                             "to 65535, got ";
    const std::pair<std::string, std::string> table[] = {
        {"+time", time + "none"},
        {"+time=", time + "\"\""},
        {"+time=-1", time + "\"-1\""},
        {"+time=65536", time + "\"65536\""},
        {"+time=5s", time + "\"5s\""},
        {"+tries=1001",
         "dig: +tries: expected a number of tries from 0, which counts as 1, to 1000, got "
         "\"1001\""},
        {"+tries",
         "dig: +tries: expected a number of tries from 0, which counts as 1, to 1000, got "
         "none"},
        {"+retry=1000",
         "dig: +retry: expected a number of further tries from 0 to 999, got \"1000\""},
        {"+bufsize=511", "dig: +bufsize: expected a size from 512 to 65535 octets, got \"511\""},
        {"+bufsize=65536",
         "dig: +bufsize: expected a size from 512 to 65535 octets, got \"65536\""},
        {"+bufsize=", "dig: +bufsize: expected a size from 512 to 65535 octets, got \"\""},
        {"+edns=1", "dig: +edns: expected version 0, the only one there is, got \"1\""},
        {"+notime", "dig: +notime: expected +timeout with a number, got \"+notime\""},
        {"+nobufsize=600",
         "dig: +nobufsize: expected +bufsize with a number, got \"+nobufsize=600\""},
        {"+noedns=0", "dig: +noedns: expected +edns without a value, got \"+noedns=0\""},
        {"+short=1", "dig: +short: expected no value, got \"1\""},
        {"+trase",
         "dig: expected an option such as +short, +trace, +tcp, +noall or +answer, got \"+trase\"; "
         "did you mean \"+trace\"?; docs/dig.md tells all of them"},
        {"+noanwser",
         "dig: expected an option such as +short, +trace, +tcp, +noall or +answer, got "
         "\"+noanwser\"; did you mean \"+noanswer\"?; docs/dig.md tells all of them"},
        {"+tiem=5",
         "dig: expected an option such as +short, +trace, +tcp, +noall or +answer, got "
         "\"+tiem=5\"; did you mean \"+time\"?; docs/dig.md tells all of them"},
        {"+yaml-and-more",
         "dig: expected an option such as +short, +trace, +tcp, +noall or +answer, got "
         "\"+yaml-and-more\"; docs/dig.md tells all of them"},
    };
    for (const auto& [word, error] : table)
    {
        EXPECT_EQ(GetError(word), error);
    }
}

} // namespace
} // namespace ns3::postroad::scenario
