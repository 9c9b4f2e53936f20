#include "scenario/finished-run.h"
#include "spec/scenario-text.h"

#include "postroad/scenario/spec-graph.h"
#include "postroad/spec/read/loader.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using test::Replace;
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

/// When Bob's letter is in his mailbox, over links of these settings.
wire::TimePoint
GetArrival(const std::string& settings)
{
    const auto text = Replace(SMALL,
                              "{between: [mail.b.net, r.net]}",
                              "{between: [mail.b.net, r.net]" + settings + "}");
    for (const auto& event : test::RunText(text).events)
    {
        if (event.kind == event::EventKind::MESSAGE_DELIVERED && event.host == "mail.b.net")
        {
            return event.time;
        }
    }
    return {};
}

TEST(SpecGraph, TakesRateAndDelayOfALinkIntoTheNetwork)
{
    const auto usual = GetArrival("");
    ASSERT_GT(usual, wire::TimePoint());
    EXPECT_GT(GetArrival(", delay: 200ms"), usual + std::chrono::milliseconds(200));
    EXPECT_GT(GetArrival(", rate: 1kbps"), usual + std::chrono::seconds(1));
    EXPECT_EQ(GetArrival(", loss: 0%"), usual);
    EXPECT_EQ(GetArrival(", loss: 100%"), wire::TimePoint()) << "nothing ever arrives";
}

} // namespace
} // namespace ns3::postroad::scenario
