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

using std::chrono::seconds;

const std::string HOST = "pc.a.net";

Spec
LoadSmall()
{
    return LoadScenarioText(test::SMALL, "s.yaml");
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

TEST(DigArguments, KeepTheWordsForTheFirstLineOfTheAnswer)
{
    const auto request = ReadDigArguments(
        LoadSmall(),
        {.host = HOST, .words = {"+short", "-x", "10.0.0.5", "b.net", "MX", "@ns.net"}});
    EXPECT_EQ(request.host, HOST);
    EXPECT_EQ(request.words, "+short -x 10.0.0.5 b.net MX @ns.net");
    EXPECT_EQ(request.lookups.size(), 2U);
    EXPECT_EQ(request.time, seconds(0));
    EXPECT_TRUE(request.again.empty());
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
    EXPECT_EQ(GetDigErrors({.host = HOST, .words = {"@ns.net", "b.net", "a.net"}}, spec), "");
    EXPECT_NE(GetDigErrors({.host = HOST, .words = {"b.net", "@ns.net", "a.net"}}, spec), "");
}

} // namespace
} // namespace ns3::postroad::scenario
