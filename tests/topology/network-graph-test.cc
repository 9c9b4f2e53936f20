#include "topology/network-traffic.h"

#include "postroad/topology/network-graph.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <ostream>
#include <stdexcept>

namespace ns3::postroad
{
namespace
{

using namespace std::chrono_literals;
using test::GetNames;
using test::MakeChain;
using test::MakeHosts;

void
Link(NetworkGraph& graph, const std::string& a, const std::string& b, wire::Duration delay)
{
    graph.AddLink({a, b, 10'000'000, delay, 0.0, 100});
}

std::string
FindPathNames(const NetworkGraph& graph, std::string_view from, std::string_view to)
{
    return GetNames(graph, graph.FindPath(*graph.FindHost(from), *graph.FindHost(to)));
}

TEST(NetworkGraph, KeepsHostsAndLinksInTheirOrder)
{
    const auto graph = MakeChain("alice r1 mail.a.net");
    EXPECT_EQ(graph.CountHosts(), 3U);
    EXPECT_EQ(graph.CountLinks(), 2U);
    EXPECT_EQ(graph.GetHost(2).name, "mail.a.net");
    EXPECT_EQ(graph.GetLink(1).a, "r1");
    EXPECT_EQ(graph.GetEnds(1), std::pair(HostIndex{1}, HostIndex{2}));
    EXPECT_EQ(graph.GetLinks(1), (std::vector<LinkIndex>{0, 1}));
    EXPECT_EQ(graph.GetDegree(1), 2U);
    EXPECT_EQ(graph.GetPeer(1, 2), 1U);
}

TEST(NetworkGraph, FindsLinksByTheirHostsInEitherOrder)
{
    const auto graph = MakeChain("alice r1 bob");
    EXPECT_EQ(graph.FindLink("r1--bob"), 1U);
    EXPECT_EQ(graph.FindLink("alice--bob"), std::nullopt);
    EXPECT_EQ(graph.FindLink("alice--nobody"), std::nullopt);
}

TEST(NetworkGraph, IsAValueWhoseCopiesAreApart)
{
    const auto original = MakeChain("alice r1");
    auto copy = original;
    copy.AddHost({"bob", false, ""});
    copy.AddLink({"r1", "bob"});
    EXPECT_EQ(original.CountHosts(), 2U);
    EXPECT_EQ(FindPathNames(copy, "alice", "bob"), "alice r1 bob");
}

struct PathCase
{
    std::string name;
    std::vector<NetworkLink> links;
    std::string path;
};

void
PrintTo(const PathCase& row, std::ostream* out)
{
    *out << row.name;
}

class NetworkGraphPath : public ::testing::TestWithParam<PathCase>
{
};

TEST_P(NetworkGraphPath, IsTheShortestFromAliceToBob)
{
    auto graph = MakeHosts("alice bob carol r1 r2 r3");
    for (const auto& link : GetParam().links)
    {
        graph.AddLink(link);
    }
    EXPECT_EQ(FindPathNames(graph, "alice", "bob"), GetParam().path);
}

NetworkLink
Over(std::string a, std::string b, wire::Duration delay)
{
    return {std::move(a), std::move(b), 1, delay, 0.0, 1};
}

INSTANTIATE_TEST_SUITE_P(
    Table,
    NetworkGraphPath,
    ::testing::Values(
        PathCase{"OneLink", {Over("alice", "bob", 1ms)}, "alice bob"},
        PathCase{"LessDelayOverMoreLinks",
                 {Over("alice", "bob", 9ms), Over("alice", "r1", 4ms), Over("r1", "bob", 4ms)},
                 "alice r1 bob"},
        PathCase{"FewerLinksAtTheSameDelay",
                 {Over("alice", "r1", 4ms), Over("r1", "bob", 4ms), Over("bob", "alice", 8ms)},
                 "alice bob"},
        PathCase{"TheLinkAddedFirstAmongEquals",
                 {Over("r2", "bob", 4ms),
                  Over("alice", "r2", 4ms),
                  Over("alice", "r1", 4ms),
                  Over("r1", "bob", 4ms)},
                 "alice r2 bob"},
        PathCase{"NoCircleOverLinksWithoutDelay",
                 {Over("alice", "r1", 0ms),
                  Over("r1", "r2", 0ms),
                  Over("r2", "r3", 0ms),
                  Over("r3", "r1", 0ms),
                  Over("r3", "bob", 0ms)},
                 "alice r1 r3 bob"},
        PathCase{"AroundAHostThatIsNoRouter",
                 {Over("alice", "carol", 1ms),
                  Over("carol", "bob", 1ms),
                  Over("alice", "r1", 9ms),
                  Over("r1", "bob", 9ms)},
                 "alice r1 bob"},
        PathCase{"NoneThroughAHost", {Over("alice", "carol", 1ms), Over("carol", "bob", 1ms)}, ""},
        PathCase{"NoneWithoutLinks", {}, ""}),
    [](const auto& row) { return row.param.name; });

TEST(NetworkGraph, RoutesAroundCutLinks)
{
    auto graph = MakeChain("alice r1 r2 bob", 1ms);
    Link(graph, "r1", "bob", 9ms);
    const auto bob = *graph.FindHost("bob");
    EXPECT_EQ(graph.FindNextLinks(bob)[1], graph.FindLink("r1--r2"));
    EXPECT_EQ(graph.FindNextLinks(bob, {false, true, false, false})[1], graph.FindLink("r1--bob"));
    EXPECT_EQ(graph.FindNextLinks(bob, {false, true, false, true})[1], NO_LINK);
}

TEST(NetworkGraph, KnowsWhichHostsAreOutOfReach)
{
    auto graph = MakeHosts("alice r1 r2 bob carol");
    Link(graph, "alice", "r1", 1ms);
    Link(graph, "r2", "bob", 1ms);
    EXPECT_EQ(GetNames(graph, graph.FindUnreachable(0)), "r2 bob carol");
    EXPECT_FALSE(graph.IsConnected());
    Link(graph, "r1", "r2", 1ms);
    Link(graph, "carol", "r2", 1ms);
    EXPECT_EQ(GetNames(graph, graph.FindUnreachable(0)), "");
    EXPECT_TRUE(graph.IsConnected());
}

TEST(NetworkGraph, CountsTheLinksOfTheWayThatPacketsTake)
{
    auto graph = MakeHosts("alice bob carol r1 r2");
    graph.AddLink(Over("alice", "r1", 1ms));
    graph.AddLink(Over("r1", "r2", 1ms));
    graph.AddLink(Over("r2", "bob", 1ms));
    graph.AddLink(Over("r1", "bob", 5ms));
    const std::vector<std::optional<std::uint32_t>> expected{3, 0, std::nullopt, 2, 1};
    EXPECT_EQ(graph.CountSteps(1), expected);
}

TEST(NetworkGraph, IsNotConnectedThroughAHostThatIsNoRouter)
{
    const auto graph = MakeChain("r1 alice r2");
    EXPECT_TRUE(graph.FindUnreachable(1).empty());
    EXPECT_FALSE(graph.IsConnected());
}

TEST(NetworkGraph, IsConnectedWhenEmpty)
{
    EXPECT_TRUE(NetworkGraph().IsConnected());
}

struct RefusedCase
{
    std::string name;
    std::function<void(NetworkGraph&)> change;
    std::string reason;
};

void
PrintTo(const RefusedCase& row, std::ostream* out)
{
    *out << row.name;
}

class NetworkGraphRefuses : public ::testing::TestWithParam<RefusedCase>
{
};

TEST_P(NetworkGraphRefuses, AndSaysWhy)
{
    auto graph = MakeChain("alice r1");
    graph.AddHost({"bob", false, ""});
    try
    {
        GetParam().change(graph);
        FAIL() << "it was accepted";
    }
    catch (const std::invalid_argument& error)
    {
        EXPECT_NE(std::string(error.what()).find(GetParam().reason), std::string::npos)
            << error.what();
    }
    EXPECT_EQ(graph.CountHosts(), 3U);
    EXPECT_EQ(graph.CountLinks(), 1U);
}

void
AddChangedLink(NetworkGraph& graph, const std::function<void(NetworkLink&)>& change)
{
    NetworkLink link{"r1", "bob"};
    change(link);
    graph.AddLink(link);
}

INSTANTIATE_TEST_SUITE_P(
    Table,
    NetworkGraphRefuses,
    ::testing::Values(
        RefusedCase{"ATakenName",
                    [](auto& g) {
                        g.AddHost({"bob", false, ""});
                    },
                    "two hosts"},
        RefusedCase{"AnEmptyName", [](auto& g) { g.AddHost({}); }, "'' is no host name"},
        RefusedCase{"ASlash",
                    [](auto& g) {
                        g.AddHost({"a/b", false, ""});
                    },
                    "'a/b' is no host"},
        RefusedCase{"ADotInFront",
                    [](auto& g) {
                        g.AddHost({"..", false, ""});
                    },
                    "'..' is no"},
        RefusedCase{"AnUnknownHost",
                    [](auto& g) {
                        g.AddLink({"bob", "eve"});
                    },
                    "'eve'"},
        RefusedCase{"ALoop",
                    [](auto& g) {
                        g.AddLink({"bob", "bob"});
                    },
                    "'bob' to itself"},
        RefusedCase{"ASecondLink",
                    [](auto& g) {
                        g.AddLink({"alice", "r1"});
                    },
                    "two links named 'alice--r1'"},
        RefusedCase{"NoRate",
                    [](auto& g) { AddChangedLink(g, [](auto& l) { l.rateBps = 0; }); },
                    "link r1 - bob: the rate is 0"},
        RefusedCase{"ANegativeDelay",
                    [](auto& g) { AddChangedLink(g, [](auto& l) { l.delay = -1ns; }); },
                    "delay is negative"},
        RefusedCase{"ANegativeLoss",
                    [](auto& g) { AddChangedLink(g, [](auto& l) { l.loss = -0.1; }); },
                    "loss is -0.1"},
        RefusedCase{"ALossAboveOne",
                    [](auto& g) { AddChangedLink(g, [](auto& l) { l.loss = 1.1; }); },
                    "loss is 1.1"},
        RefusedCase{"NoQueue",
                    [](auto& g) { AddChangedLink(g, [](auto& l) { l.queuePackets = 0; }); },
                    "queue is 0"}),
    [](const auto& row) { return row.param.name; });

TEST(NetworkGraph, AcceptsTheEdgesOfTheRanges)
{
    auto graph = MakeHosts("alice bob carol");
    graph.AddLink({"alice", "bob", 1, 0ns, 0.0, 1});
    graph.AddLink({"bob", "carol", 1, 0ns, 1.0, 1});
    EXPECT_EQ(graph.CountLinks(), 2U);
}

} // namespace
} // namespace ns3::postroad
