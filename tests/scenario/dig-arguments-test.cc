#include "spec/scenario-text.h"

#include "postroad/scenario/dig-arguments.h"
#include "postroad/spec/read/loader.h"
#include "postroad/spec/value/config-error.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ns3::postroad::scenario
{
namespace
{

using Words = std::vector<std::string>;
using std::chrono::seconds;

const std::string HOST = "pc.a.net";

Spec
LoadSmall()
{
    return LoadScenarioText(test::SMALL, "s.yaml");
}

/// What these words ask for at pc.a.net.
DigRequest
Read(const Words& words)
{
    return ReadDigArguments(LoadSmall(), {.host = HOST, .words = words});
}

std::string
GetDigErrors(const DigArguments& arguments, const Spec& spec = LoadSmall())
{
    try
    {
        ReadDigArguments(spec, arguments);
    }
    catch (const ConfigError& error)
    {
        return error.what();
    }
    return {};
}

std::string
GetWordErrors(const Words& words)
{
    return GetDigErrors({.host = HOST, .words = words});
}

TEST(DigArguments, AskForAnAddressUnlessATypeIsNamed)
{
    EXPECT_EQ(Read({"b.net"}).query.question.ToString(), "b.net. IN A");
    EXPECT_EQ(Read({"b.net", "MX"}).query.question.ToString(), "b.net. IN MX");
    EXPECT_EQ(Read({"b.net.", "mx"}).query.question.ToString(), "b.net. IN MX");
    EXPECT_EQ(Read({".", "NS"}).query.question.ToString(), ". IN NS");
    EXPECT_EQ(Read({"b.net", "TYPE65280"}).query.question.ToString(), "b.net. IN TYPE65280");
}

TEST(DigArguments, TakeTheTypeBeforeTheNameToo)
{
    EXPECT_EQ(Read({"MX", "b.net"}).query.question.ToString(), "b.net. IN MX");
    EXPECT_EQ(Read({"mx", "a"}).query.question.ToString(), "mx. IN A");
}

TEST(DigArguments, AskTheHostsResolverWithEdnsAndRecursion)
{
    const auto request = Read({"b.net", "MX"});
    EXPECT_EQ(request.host, HOST);
    EXPECT_EQ(request.server, "");
    EXPECT_EQ(request.time, seconds(0));
    EXPECT_TRUE(request.again.empty());
    EXPECT_TRUE(request.query.isRecursive);
    EXPECT_EQ(request.query.udpSize, 1232);
    EXPECT_FALSE(request.query.isTcp || request.query.isTrace || request.query.display.isShort);
}

TEST(DigArguments, TakeOptionsInAnyOrder)
{
    EXPECT_TRUE(Read({"+tcp", "b.net"}).query.isTcp);
    EXPECT_TRUE(Read({"b.net", "+vc", "MX"}).query.isTcp);
    EXPECT_TRUE(Read({"b.net", "+trace"}).query.isTrace);
    EXPECT_TRUE(Read({"b.net", "+short"}).query.display.isShort);
    EXPECT_FALSE(Read({"b.net", "+norecurse"}).query.isRecursive);
    EXPECT_FALSE(Read({"b.net", "+norec"}).query.isRecursive);
    EXPECT_EQ(Read({"b.net", "+noedns"}).query.udpSize, std::nullopt);
    EXPECT_EQ(Read({"b.net", "+bufsize=4096"}).query.udpSize, 4096);
}

TEST(DigArguments, NameAServerByItsHostOrItsAddress)
{
    EXPECT_EQ(Read({"b.net", "@ns.net"}).server, "ns.net");
    EXPECT_EQ(Read({"@192.0.2.1", "b.net"}).server, "192.0.2.1");
}

TEST(DigArguments, AskForTheNameOfAnAddress)
{
    const auto request =
        ReadDigArguments(LoadSmall(), {.host = HOST, .words = {"+short"}, .reverse = "10.0.0.5"});
    EXPECT_EQ(request.query.question.ToString(), "5.0.0.10.in-addr.arpa. IN PTR");
    EXPECT_EQ(request.words, "+short -x 10.0.0.5");
}

TEST(DigArguments, KeepTheWordsForTheFirstLineOfTheAnswer)
{
    EXPECT_EQ(Read({"b.net", "MX", "@ns.net", "+tcp"}).words, "b.net MX @ns.net +tcp");
}

TEST(DigArguments, TellWhenToAsk)
{
    const auto request = ReadDigArguments(
        LoadSmall(),
        {.host = HOST, .words = {"b.net"}, .time = "1h30m", .again = {"60s", "0s"}});
    EXPECT_EQ(request.time, seconds(5400));
    EXPECT_EQ(request.again, (std::vector<wire::Duration>{seconds(60), seconds(0)}));
}

TEST(DigArguments, AreRefusedWithTheNearestName)
{
    EXPECT_EQ(GetDigErrors({.host = "pc.a.nt", .words = {"b.net"}}),
              "dig: --at: expected a host of the scenario, got \"pc.a.nt\"; did you mean "
              "\"pc.a.net\"?");
    EXPECT_EQ(GetWordErrors({"b.net", "@ns.ne"}),
              "dig: @: expected a host of the scenario, or an IPv4 address, got \"ns.ne\"; did "
              "you mean \"ns.net\"?");
    EXPECT_EQ(GetWordErrors({"b.net", "CNAM"}),
              "dig: expected a record type such as A, MX, NS, PTR or TYPE65280, got \"CNAM\"; "
              "did you mean \"CNAME\"?");
    EXPECT_EQ(GetWordErrors({"b.net", "+trase"}),
              "dig: expected +trace, +tcp, +short, +norecurse, +noedns or +bufsize=N, got "
              "\"+trase\"; did you mean \"+trace\"?");
}

TEST(DigArguments, AreRefusedWithoutAQuestionOrWithTwo)
{
    EXPECT_EQ(GetWordErrors({"+trace"}),
              "dig: expected a name and a type, as in \"gmail.com MX\", got neither");
    EXPECT_EQ(GetWordErrors({"b.net", "MX", "a.net"}),
              "dig: expected a name and a type, as in \"gmail.com MX\", got \"a.net\" too");
    EXPECT_NE(GetDigErrors({.host = HOST, .words = {"b.net"}, .reverse = "10.0.0.5"}), "");
}

TEST(DigArguments, AreRefusedForValuesThatAreNone)
{
    for (const Words& words : {Words{"b..net"},
                               Words{std::string(64, 'x')},
                               Words{"b.net", "OPT"},
                               Words{"b.net", "+bufsize=511"},
                               Words{"b.net", "+bufsize=65536"},
                               Words{"b.net", "+bufsize=1232x"},
                               Words{"b.net", "+bufsize="},
                               Words{"b.net", "@"},
                               Words{""}})
    {
        EXPECT_EQ(GetWordErrors(words).find("dig: "), 0U) << words.back();
    }
    EXPECT_EQ(Read({"b.net", "+bufsize=512"}).query.udpSize, 512);
    EXPECT_EQ(Read({"b.net", "+bufsize=65535"}).query.udpSize, 65535);
    for (const auto* const address : {"10.0.0", "10.0.0.256", "b.net", "10.0.0.5 "})
    {
        EXPECT_NE(GetDigErrors({.host = HOST, .reverse = address}), "");
    }
    EXPECT_NE(GetDigErrors({.host = HOST, .words = {"b.net"}, .time = "5"}), "");
    EXPECT_NE(GetDigErrors({.host = HOST, .words = {"b.net"}, .again = {"-1s"}}), "");
}

TEST(DigArguments, AskWithinFiftyYears)
{
    EXPECT_EQ(
        ReadDigArguments(LoadSmall(),
                         {.host = HOST, .words = {"b.net"}, .time = "18299d", .again = {"1d"}})
            .again.size(),
        1U);
    EXPECT_EQ(GetDigErrors({.host = HOST, .words = {"b.net"}, .time = "18299d", .again = {"25h"}}),
              "dig: --again: expected to ask within 50 years from the beginning, got \"25h\"");
    EXPECT_NE(GetDigErrors({.host = HOST, .words = {"b.net"}, .time = "36600d"}), "");
}

TEST(DigArguments, AreRefusedAllAtOnce)
{
    const auto errors = GetDigErrors({.host = "x", .words = {"b..net", "+fast"}, .time = "5"});
    EXPECT_EQ(std::count(errors.begin(), errors.end(), '\n'), 3) << errors;
}

TEST(DigArguments, AskAHostWithoutResolverForAServer)
{
    auto spec = LoadSmall();
    for (auto& host : spec.hosts)
    {
        host.resolvers = {};
    }
    EXPECT_EQ(GetDigErrors({.host = HOST, .words = {"b.net"}}, spec),
              "dig: --at: expected a host with a resolver, got \"pc.a.net\", which has none; say "
              "whom to ask, as in \"@ns.a.net\"");
    EXPECT_EQ(GetDigErrors({.host = HOST, .words = {"b.net", "@ns.net"}}, spec), "");
}

} // namespace
} // namespace ns3::postroad::scenario
