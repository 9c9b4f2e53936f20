#include "spec/scenario-text.h"

#include "postroad/spec/read/loader.h"
#include "postroad/spec/read/override.h"
#include "postroad/spec/read/yaml-reader.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using namespace std::chrono_literals;
using test::GetErrors;
using test::SMALL;

Spec
LoadSmall(const std::vector<std::string>& overrides)
{
    return LoadScenarioText(SMALL, "s.yaml", overrides);
}

TEST(Override, ReplacesValuesByTheirPath)
{
    EXPECT_EQ(LoadSmall({"links[0].delay=50ms"}).links[0].delay, 50ms);
    EXPECT_EQ(LoadSmall({"title=Other"}).title, "Other");
    EXPECT_EQ(LoadSmall({"title=a=b"}).title, "a=b");
}

TEST(Override, AddsKeysThatTheFileLeavesOut)
{
    EXPECT_EQ(LoadSmall({"seed=3"}).seed, 3U);
    EXPECT_EQ(LoadSmall({"links[1].loss=20%"}).links[1].loss, 0.2);
}

TEST(Override, FindsKeysWithDotsInThem)
{
    const wire::TimeZone zone{120, ""};
    EXPECT_EQ(LoadSmall({"hosts.mail.a.net.zone=+0200"}).FindHost("mail.a.net")->zone, zone);
    EXPECT_EQ(LoadSmall({"hosts[mail.a.net].zone=+0200"}).FindHost("mail.a.net")->zone, zone);
    EXPECT_EQ(LoadSmall({"hosts.mail.a.net[zone]=+0200"}).FindHost("mail.a.net")->zone, zone);
}

TEST(Override, TakesTheLongestKeyThatFits)
{
    auto root = ReadYaml("{a: {b: 1}, a.b: {c: 2}}", "s.yaml");
    ApplyOverride(root, "a.b.c=3");
    EXPECT_EQ(root.Find("a.b")->Find("c")->text, "3");
}

TEST(Override, TakesWholeMapsAndLists)
{
    const auto spec =
        LoadSmall({"hosts[new.net]={roles: client}",
                   "links=[{between: [pc.a.net, r.net]}, {between: [mail.a.net, r.net]}, "
                   "{between: [mail.b.net, r.net]}, {between: [ns.net, r.net]}, "
                   "{between: [new.net, r.net], name: last}]",
                   "expect=[]"});
    EXPECT_TRUE(spec.FindHost("new.net")->Has(HostRole::CLIENT));
    EXPECT_EQ(spec.links.at(4).name, "last");
    EXPECT_TRUE(spec.expectations.empty());
}

TEST(Override, AppliesInTheOrderOfTheArguments)
{
    EXPECT_EQ(LoadSmall({"seed=3", "seed=4"}).seed, 4U);
}

TEST(Override, PointsAtTheArgumentWhenItsValueIsWrong)
{
    EXPECT_EQ(GetErrors(SMALL, {"seed=x"}),
              "--set seed=x: seed: expected a number from 1 to 4294944442, got \"x\"");
    EXPECT_EQ(GetErrors(SMALL, {"hosts.mail.a.net.zoen=UTC"}),
              "--set hosts.mail.a.net.zoen=UTC: hosts.mail.a.net.zoen: expected a key of a host "
              "(roles, address, zone, clock, resolver, resolve-for, mua, msa, mta, pop3, policy or "
              "queue), got \"zoen\"; did you mean \"zone\"?");
    EXPECT_EQ(GetErrors(SMALL, {"links[0].between=[pc.a.net, q.net]"}),
              "--set links[0].between=[pc.a.net, q.net]: links[0].between[1]: expected one of the "
              "hosts, got \"q.net\"; did you mean \"r.net\"?");
    EXPECT_EQ(GetErrors(SMALL, {"seed=[1"}),
              "--set seed=[1: expected YAML, got end of sequence flow not found");
}

TEST(Override, RefusesPathsThatLeadNowhere)
{
    const std::pair<const char*, const char*> cases[] = {
        {"seed", "expected PATH=VALUE such as links[0].delay=50ms, got \"seed\""},
        {"=3", "expected PATH=VALUE such as links[0].delay=50ms, got \"=3\""},
        {"links[4].delay=1s", "expected a number below 4 in the brackets, got \"4\""},
        {"links[-1].delay=1s", "expected a number below 4 in the brackets, got \"-1\""},
        {"links[x].delay=1s", "expected a number below 4 in the brackets, got \"x\""},
        {"links[0.delay=1s", "expected a \"]\" behind the \"[\", got \"[0.delay\""},
        {"links[0]delay=1s", "expected \".\" or \"[\" behind \"links[0]\", got \"delay\""},
        {"links.delay=1s", "expected a number in brackets in \"links.\", got \"delay\""},
        {"title.x=1", "expected nothing behind a single value in \"title.\", got \"x\""},
        {"hosts.mial.a.net.zone=UTC",
         "expected a key in \"hosts.\", got \"mial.a.net.zone\"; did you mean \"mail.a.net\"?"},
        {"hosts[mial.a.net].zone=UTC",
         "expected a key in \"hosts\", got \"mial.a.net\"; did you mean \"mail.a.net\"?"},
        {"hsots.mail.a.net.zone=UTC",
         "expected a key, got \"hsots.mail.a.net.zone\"; did you mean \"hosts\"?"},
        {"hosts.=1", "expected a key in \"hosts.\", got \"\""},
    };
    for (const auto& [argument, message] : cases)
    {
        EXPECT_EQ(GetErrors(SMALL, {argument}), "--set " + std::string(argument) + ": " + message);
    }
}

} // namespace
} // namespace ns3::postroad::scenario
