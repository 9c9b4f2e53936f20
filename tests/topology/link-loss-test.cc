#include "topology/network-traffic.h"

#include "postroad/topology/network-installer.h"

#include "ns3/rng-seed-manager.h"

#include <algorithm>

namespace ns3::postroad
{
namespace
{

using test::MakeHosts;
using test::Ping;
using LinkLossSystem = test::SimulationTest;

/// Which of a number of datagrams were answered over a link that loses a part of the frames.
std::string
FindLosses(double loss, unsigned seed, unsigned run, int count = 200)
{
    RngSeedManager::SetSeed(seed);
    RngSeedManager::SetRun(run);
    auto graph = MakeHosts("alice bob");
    NetworkLink link{"alice", "bob"};
    link.loss = loss;
    graph.AddLink(link);
    const auto network = NetworkInstaller().Install(graph);
    std::string pattern;
    for (int i = 0; i < count; ++i)
    {
        pattern += Ping(*network, "alice", network->GetAddress("bob")) ? '+' : '-';
    }
    Simulator::Destroy();
    return pattern;
}

TEST_F(LinkLossSystem, IsTheSameForTheSameSeedAndRun)
{
    EXPECT_EQ(FindLosses(0.2, 1, 1), FindLosses(0.2, 1, 1));
}

TEST_F(LinkLossSystem, IsAnotherForAnotherRunOrSeed)
{
    EXPECT_NE(FindLosses(0.2, 1, 1), FindLosses(0.2, 1, 2));
    EXPECT_NE(FindLosses(0.2, 1, 1), FindLosses(0.2, 2, 1));
}

TEST_F(LinkLossSystem, TakesItsShareInBothDirections)
{
    const auto pattern = FindLosses(0.2, 1, 1, 1000);
    const auto answered = std::count(pattern.begin(), pattern.end(), '+');
    EXPECT_GT(answered, 580); // 0.8 * 0.8 = 64 % are expected
    EXPECT_LT(answered, 700);
}

TEST_F(LinkLossSystem, IsNothingAtZeroAndAllAtOne)
{
    EXPECT_EQ(FindLosses(0.0, 1, 1, 50), std::string(50, '+'));
    EXPECT_EQ(FindLosses(1.0, 1, 1, 50), std::string(50, '-'));
}

} // namespace
} // namespace ns3::postroad
