#include "spec/scenario-text.h"

#include "postroad/spec/read/loader.h"
#include "postroad/spec/value/spec-graph.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using namespace std::chrono_literals;

Spec
MakeSpec()
{
    Spec spec;
    auto& host = spec.hosts.emplace_back();
    host.name = "pc.a.net";
    host.address = "192.0.2.1";
    auto& router = spec.hosts.emplace_back();
    router.name = "r.net";
    router.roles = {HostRole::ROUTER};
    spec.links.push_back({"up", {"pc.a.net", "r.net"}, 2'000'000, 7ms, 0.01, 9});
    return spec;
}

TEST(MakeGraph, TellsTheNetworkAllThatAHostIsToIt)
{
    const auto graph = MakeGraph(MakeSpec());
    ASSERT_EQ(graph.CountHosts(), 2U);
    EXPECT_EQ(graph.GetHost(0), (NetworkHost{"pc.a.net", false, "192.0.2.1"}));
    EXPECT_EQ(graph.GetHost(1), (NetworkHost{"r.net", true, ""}));
}

TEST(MakeGraph, TellsTheNetworkAllOfALink)
{
    const auto graph = MakeGraph(MakeSpec());
    ASSERT_EQ(graph.CountLinks(), 1U);
    EXPECT_EQ(graph.GetLink(0), (NetworkLink{"pc.a.net", "r.net", 2'000'000, 7ms, 0.01, 9, "up"}));
}

using test::SMALL;

TEST(SpecGraph, HasAllHostsAndLinksOfTheFile)
{
    const auto spec = LoadScenarioText(SMALL, "s.yaml");
    const auto graph = MakeGraph(spec);
    EXPECT_EQ(graph.CountHosts(), spec.hosts.size());
    EXPECT_EQ(graph.CountLinks(), spec.links.size());
    for (const auto& host : spec.hosts)
    {
        EXPECT_TRUE(graph.FindHost(host.name)) << host.name;
    }
    EXPECT_FALSE(graph.FindHost("x.net"));
}

TEST(SpecGraph, RefusesALinkToAHostThatIsNotThere)
{
    auto spec = LoadScenarioText(SMALL, "s.yaml");
    spec.links[0].ends[0] = "x.net";
    EXPECT_THROW(MakeGraph(spec), std::invalid_argument);
}

} // namespace
} // namespace ns3::postroad::scenario
