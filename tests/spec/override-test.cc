#include "spec/scenario-text.h"

#include "postroad/spec/read/loader.h"
#include "postroad/spec/read/override.h"
#include "postroad/spec/read/yaml-reader.h"

#include <gtest/gtest.h>

#include <functional>

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

TEST(Override, ReachesEveryPartOfAScenario)
{
    const std::pair<const char*, std::function<bool(const Spec&)>> table[] = {
        {"epoch=2010-03-08T11:00:00Z",
         [](const Spec& spec) { return spec.epoch == DEFAULT_EPOCH + 3600; }},
        {"lecture=[L01, L02]", [](const Spec& spec) { return spec.lecture.size() == 2; }},
        {"duration=3 days", [](const Spec& spec) { return spec.duration == 72h; }},
        {"dns=full", [](const Spec& spec) { return spec.FindDomain("net") != nullptr; }},
        {"hosts.pc.a.net.clock=-3s",
         [](const Spec& spec) { return spec.FindHost("pc.a.net")->clockOffset == -3s; }},
        {"hosts.pc.a.net.mua.keep=true",
         [](const Spec& spec) { return spec.FindHost("pc.a.net")->mua.keep; }},
        {"hosts.mail.b.net.roles=[mta, mda, pop3, client]",
         [](const Spec& spec) { return spec.FindHost("mail.b.net")->Has(HostRole::CLIENT); }},
        {"hosts.mail.b.net[policy]={tarpit: 2s}",
         [](const Spec& spec) { return spec.FindHost("mail.b.net")->policy != PolicySettings(); }},
        {"domains.b.net.ttl=1m",
         [](const Spec& spec) { return spec.FindDomain("b.net")->ttl == 60; }},
        {"domains.b.net.users=[bob, carol]",
         [](const Spec& spec) {
             return spec.FindUser({"carol", "b.net"}) != nullptr;
         }},
        {"links[3].name=up", [](const Spec& spec) { return spec.links[3].name == "up"; }},
        {"links[3].between[0]=mail.b.net",
         [](const Spec& spec) { return spec.links[3].ends[0] == "mail.b.net"; }},
        {"events[0].at=1500ms",
         [](const Spec& spec) { return spec.events[0].at == wire::TimePoint(1500ms); }},
        {"events[0].send.subject=Hello",
         [](const Spec& spec) { return spec.GetSends()[0]->subject == "Hello"; }},
        {"events[0].send.to=[bob@b.net, alice@a.net]",
         [](const Spec& spec) { return spec.GetSends()[0]->to.size() == 2; }},
        {"expect[0].outcome.is=queued",
         [](const Spec& spec) {
             return std::get<ExpectOutcome>(spec.expectations[0]).outcome == trace::Outcome::QUEUED;
         }},
        {"expect[0]={duration: {below: 1h}}",
         [](const Spec& spec) {
             return std::holds_alternative<ExpectDuration>(spec.expectations[0]);
         }},
    };
    for (const auto& [argument, holds] : table)
    {
        // A link of ns.net is taken away by one of them; nobody asks it then.
        const bool cutsOff = std::string_view(argument).starts_with("links[3].between");
        if (cutsOff)
        {
            EXPECT_NE(GetErrors(SMALL, {argument}).find("hosts.ns.net: expected a way over"),
                      std::string::npos);
            continue;
        }
        EXPECT_TRUE(holds(LoadSmall({argument}))) << argument;
        EXPECT_FALSE(holds(LoadSmall({}))) << argument << " changes nothing";
    }
}

TEST(Override, TakesValuesAsYamlHasThem)
{
    EXPECT_EQ(LoadSmall({"title='7: a'"}).title, "7: a");
    EXPECT_EQ(LoadSmall({"title=\"a\\nb\""}).title, "a\nb");
    EXPECT_EQ(LoadSmall({"title= a b "}).title, "a b");
    EXPECT_EQ(LoadSmall({"about=# no comment"}).about, "") << "a comment of YAML is no value";
    EXPECT_EQ(GetErrors(SMALL, {"title="}),
              "s.yaml:1: title: expected a title, got nothing; add `title:`");
}

TEST(Override, MakesNoMoreThanTheLastKeyOfItsPath)
{
    EXPECT_EQ(GetErrors(SMALL, {"hosts.mail.b.net.queue.first-wait=1m"}),
              "--set hosts.mail.b.net.queue.first-wait=1m: expected a key in "
              "\"hosts.mail.b.net.\", got \"queue.first-wait\"");
    EXPECT_EQ(GetErrors(SMALL,
                        {"hosts.mail.b.net.queue={first-wait: 1m}",
                         "hosts.mail.b.net.queue.longest-wait=2h"}),
              "")
        << "but of what an argument before it has made";
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
