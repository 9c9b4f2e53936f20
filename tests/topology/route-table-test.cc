#include "topology/network-traffic.h"

#include "postroad/topology/route-table.h"

#include <gtest/gtest.h>

namespace ns3::postroad
{
namespace
{

using namespace std::chrono_literals;
using test::MakeChain;

Ptr<RouteTable>
MakeTable(const NetworkGraph& graph)
{
    return Create<RouteTable>(graph, AddressPlan(graph));
}

/// Follows the table from a host to an address; the number of steps, or none.
std::optional<std::size_t>
CountSteps(RouteTable& table, HostIndex from, Ipv4Address to)
{
    const auto limit = table.GetGraph().CountHosts();
    for (std::size_t steps = 0; steps < limit; ++steps)
    {
        if (table.IsOwn(from, to))
        {
            return steps;
        }
        const auto hop = table.FindNextHop(from, to);
        if (!hop)
        {
            return std::nullopt;
        }
        from = *table.GetPlan().FindOwner(hop->gateway);
    }
    return std::nullopt;
}

/// A tree in which each router has four below it.
NetworkGraph
MakeTree(HostIndex size)
{
    NetworkGraph graph;
    for (HostIndex i = 0; i < size; ++i)
    {
        graph.AddHost({"r" + std::to_string(i), true, ""});
        if (i > 0)
        {
            graph.AddLink({"r" + std::to_string(i), "r" + std::to_string((i - 1) / 4)});
        }
    }
    return graph;
}

TEST(RouteTable, LeadsToEveryAddressOfAHost)
{
    const auto table = MakeTable(MakeChain("alice r1 r2 bob"));
    for (const auto* const address : {"10.0.0.6", "10.0.0.9"})
    {
        const auto hop = table->FindNextHop(0, Ipv4Address(address));
        ASSERT_TRUE(hop) << address;
        EXPECT_EQ(hop->interface, 1U);
        EXPECT_EQ(hop->gateway, Ipv4Address("10.0.0.2"));
    }
    EXPECT_EQ(table->FindNextHop(1, Ipv4Address("10.0.0.10"))->interface, 2U);
    EXPECT_EQ(table->FindNextHop(3, Ipv4Address("10.0.0.1"))->gateway, Ipv4Address("10.0.0.9"));
}

TEST(RouteTable, HasNoHopToOwnAndUnknownAddresses)
{
    const auto table = MakeTable(MakeChain("alice r1 bob"));
    EXPECT_TRUE(table->IsOwn(1, Ipv4Address("10.0.0.5")));
    EXPECT_FALSE(table->FindNextHop(1, Ipv4Address("10.0.0.5")));
    EXPECT_FALSE(table->FindNextHop(1, Ipv4Address("198.51.100.1")));
}

TEST(RouteTable, IsComputedAnewWhenAnInterfaceChanges)
{
    auto graph = MakeChain("alice r1 r2 bob", 1ms);
    graph.AddLink({"r1", "bob", 1000, 9ms, 0.0, 1});
    const auto table = MakeTable(graph);
    const Ipv4Address bob = table->GetPlan().GetPrimary(3);
    EXPECT_EQ(CountSteps(*table, 0, bob), 3U);
    table->SetInterfaceState(2, 1, OperState::DOWN); // r2's end of r1 - r2
    EXPECT_EQ(CountSteps(*table, 0, bob), 2U);
    table->SetInterfaceState(1, 2, OperState::DOWN); // r1's end of the same link
    table->SetInterfaceState(2, 1, OperState::UP);
    EXPECT_EQ(CountSteps(*table, 0, bob), 2U) << "one end is still down";
    table->SetInterfaceState(1, 2, OperState::UP);
    EXPECT_EQ(CountSteps(*table, 0, bob), 3U);
}

TEST(RouteTable, IgnoresInterfacesThatAreNoLink)
{
    const auto table = MakeTable(MakeChain("alice bob"));
    table->SetInterfaceState(0, 0, OperState::DOWN);
    table->SetInterfaceState(0, 2, OperState::DOWN);
    EXPECT_EQ(CountSteps(*table, 0, table->GetPlan().GetPrimary(1)), 1U);
}

TEST(RouteTable, LeadsThroughAThousandRouters)
{
    constexpr HostIndex SIZE = 1000;
    const auto table = MakeTable(MakeTree(SIZE));
    for (HostIndex to = 0; to < SIZE; ++to)
    {
        const auto steps = CountSteps(*table, SIZE - 1, table->GetPlan().GetPrimary(to));
        ASSERT_TRUE(steps) << to;
        ASSERT_LE(*steps, 10U) << "from the leaves to the root and down again";
    }
}

} // namespace
} // namespace ns3::postroad
