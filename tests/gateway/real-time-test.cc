#include "gateway/real-time-hosts.h"

#include "postroad/gateway/lag-watch.h"
#include "postroad/gateway/stop-signal.h"

#include "ns3/simulator.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <string>
#include <thread>
#include <vector>

namespace ns3::postroad
{
namespace
{

using test::RealTimeHosts;
using test::TwoHosts;

TEST(LagWatch, TellsThatTheSimulationIsLateAndThatItIsOnTimeAgain)
{
    RealTimeHosts world;
    std::vector<std::string> lines;
    const LagWatch watch([&lines](const std::string& line) { lines.push_back(line); });
    // An event that takes longer than the limit, just before the watch looks.
    TwoHosts::At(0.9, [] { std::this_thread::sleep_for(std::chrono::milliseconds(700)); });
    world.RunUntil([&lines] { return lines.size() == 2; });
    EXPECT_NE(lines[0].find("ms behind the clock"), std::string::npos) << lines[0];
    EXPECT_EQ(lines[1], "the simulation is on time again");
}

TEST(StopSignal, EndsTheSimulationAndGivesThePortsBack)
{
    for (const int number : {SIGINT, SIGTERM})
    {
        RealTimeHosts world;
        world.Listen();
        world.gateway->StopOnSignal();
        TwoHosts::At(0.1, [number] { std::raise(number); });
        RealTimeHosts::RunFor(RealTimeHosts::PATIENCE_S);
        EXPECT_LT(Simulator::Now(), Seconds(RealTimeHosts::PATIENCE_S));
    }
}

/// In a process of its own: a simulation that does not come to its end, and two signals.
[[noreturn]] void
GetTwoSignals()
{
    RealTimeHosts world;
    world.gateway->StopOnSignal();
    TwoHosts::At(0.1, [] {
        std::raise(SIGINT);
        std::this_thread::sleep_for(5 * StopSignal::MOMENT);
        std::raise(SIGINT);
    });
    RealTimeHosts::RunFor(1);
    std::exit(0);
}

TEST(StopSignalDeathTest, LetsASecondSignalEndAProgramThatIsBusy)
{
    testing::GTEST_FLAG(death_test_style) = "threadsafe";
    EXPECT_EXIT(GetTwoSignals(), testing::KilledBySignal(SIGINT), "");
}

} // namespace
} // namespace ns3::postroad
