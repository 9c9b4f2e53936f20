#include "topology/network-traffic.h"

#include "postroad/topology/installed-network.h"
#include "postroad/topology/network-installer.h"

#include "ns3/callback.h"

#include <stdexcept>

namespace ns3::postroad
{
namespace
{

using namespace std::chrono_literals;
using test::MakeChain;
using test::Ping;
using test::Transfer;
using InstalledNetworkSystem = test::SimulationTest;

void
CutBetween(Ptr<InstalledNetwork> network, const Time& from, const Time& until)
{
    Simulator::Schedule(from, [network] { network->SetLinkState("r1--r2", OperState::DOWN); });
    Simulator::Schedule(until, [network] { network->SetLinkState("r1--r2", OperState::UP); });
}

TEST_F(InstalledNetworkSystem, LosesTheFramesThatAreOnALinkWhenItIsCut)
{
    const auto network = NetworkInstaller().Install(MakeChain("r1 r2", 100ms));
    CutBetween(network, MilliSeconds(50), MilliSeconds(60));
    EXPECT_FALSE(Ping(*network, "r1", network->GetAddress("r2")));
    EXPECT_TRUE(Ping(*network, "r1", network->GetAddress("r2")));
}

TEST_F(InstalledNetworkSystem, CarriesFramesThatArriveBeforeACutOrLeaveAfterIt)
{
    const auto network = NetworkInstaller().Install(MakeChain("r1 r2", 100ms));
    CutBetween(network, MilliSeconds(10), MilliSeconds(20));
    Simulator::Run();
    ASSERT_EQ(Simulator::Now(), MilliSeconds(20)) << "the datagram leaves at the restoring";
    CutBetween(network, MilliSeconds(300), MilliSeconds(310));
    const auto echo = Ping(*network, "r1", network->GetAddress("r2"));
    ASSERT_TRUE(echo);
    EXPECT_LT(echo->roundTrip, MilliSeconds(201));
}

TEST_F(InstalledNetworkSystem, LetsTcpConnectionsWaitForACutLink)
{
    const auto network = NetworkInstaller().Install(MakeChain("alice r1 r2 bob", 20ms));
    const Transfer transfer(*network, "alice", "bob", 1'000'000);
    CutBetween(network, MilliSeconds(500), Seconds(10));
    Simulator::Run();
    EXPECT_EQ(transfer.received, 1'000'000U);
    EXPECT_FALSE(transfer.hasFailed);
    EXPECT_GT(transfer.longestSilence, Seconds(9));
}

TEST_F(InstalledNetworkSystem, LetsTcpConnectionsGoOnOverAnotherPath)
{
    auto graph = MakeChain("alice r1 r2 bob", 20ms);
    graph.AddLink({"r1", "bob", 10'000'000, 80ms, 0.0, 100});
    const auto network = NetworkInstaller().Install(graph);
    const Transfer transfer(*network, "alice", "bob", 1'000'000);
    CutBetween(network, MilliSeconds(500), Seconds(1000));
    Simulator::Run();
    EXPECT_EQ(transfer.received, 1'000'000U);
    EXPECT_LT(transfer.lastReceived, Seconds(30));
}

TEST_F(InstalledNetworkSystem, SilencesAllLinksOfAHostThatIsOff)
{
    auto graph = MakeChain("alice r1 bob");
    graph.AddHost({"carol", false, ""});
    graph.AddLink({"r1", "carol"});
    const auto network = NetworkInstaller().Install(graph);
    network->SetHostState("bob", OperState::DOWN);
    EXPECT_FALSE(Ping(*network, "alice", network->GetAddress("bob")));
    EXPECT_TRUE(Ping(*network, "alice", network->GetAddress("carol")));
    EXPECT_TRUE(Ping(*network, "bob", network->GetAddress("bob"))) << "its loopback works";
    network->SetHostState("bob", OperState::UP);
    EXPECT_TRUE(Ping(*network, "alice", network->GetAddress("bob")));
    network->SetHostState("r1", OperState::DOWN);
    EXPECT_FALSE(Ping(*network, "alice", network->GetAddress("carol")));
}

TEST_F(InstalledNetworkSystem, CarriesOnlyWhenLinkAndBothHostsAreUp)
{
    const auto network = NetworkInstaller().Install(MakeChain("alice bob"));
    const auto bob = network->GetAddress("bob");
    network->SetHostState("bob", OperState::DOWN);
    network->SetLinkState("alice--bob", OperState::DOWN);
    network->SetHostState("bob", OperState::UP);
    EXPECT_TRUE(network->IsHostUp("bob"));
    EXPECT_FALSE(network->IsLinkUp("alice--bob"));
    EXPECT_FALSE(Ping(*network, "alice", bob));
    network->SetLinkState("alice--bob", OperState::UP);
    EXPECT_TRUE(Ping(*network, "alice", bob));
}

TEST_F(InstalledNetworkSystem, ReportsEachChangeOnce)
{
    const auto network = NetworkInstaller().Install(MakeChain("alice r1 bob"));
    std::vector<std::string> seen;
    network->TraceConnectWithoutContext(
        "Event",
        Callback<void, const event::Event&>([&seen](const event::Event& event) {
            seen.push_back(std::to_string(event.time.time_since_epoch() / 1s) + " " +
                           std::string(event::GetName(event.kind)) + " " + event.host);
            if (const auto* const change = std::get_if<event::LinkChange>(&event.details))
            {
                seen.back() += change->link;
            }
        }));
    Simulator::Schedule(Seconds(3), [network] {
        network->SetLinkState("r1--bob", OperState::DOWN);
        network->SetLinkState("r1--bob", OperState::DOWN);
        network->SetHostState("alice", OperState::DOWN);
        network->SetHostState("alice", OperState::DOWN);
    });
    Simulator::Schedule(Seconds(4), [network] {
        network->SetLinkState("r1--bob", OperState::UP);
        network->SetHostState("alice", OperState::UP);
    });
    Simulator::Run();
    EXPECT_EQ(seen,
              (std::vector<std::string>{"3 link-down r1--bob",
                                        "3 host-down alice",
                                        "4 link-up r1--bob",
                                        "4 host-up alice"}));
}

TEST_F(InstalledNetworkSystem, DropsWhatItsQueuesDoNotHold)
{
    auto graph = MakeChain("alice");
    graph.AddHost({"bob", false, ""});
    graph.AddLink({"alice", "bob", 1'000'000, 5ms, 0.0, 5});
    const auto network = NetworkInstaller().Install(graph);
    const Transfer transfer(*network, "alice", "bob", 20'000);
    Simulator::Run();
    EXPECT_EQ(transfer.received, 20'000U);
    EXPECT_GT(transfer.longestSilence, MilliSeconds(10)) << "the first window overflows 5 frames";
}

TEST_F(InstalledNetworkSystem, RefusesNamesThatItDoesNotHave)
{
    const auto network = NetworkInstaller().Install(MakeChain("alice r1 bob"));
    EXPECT_THROW(network->GetNode("eve"), std::invalid_argument);
    EXPECT_THROW(network->GetAddress("eve"), std::invalid_argument);
    EXPECT_THROW(network->SetHostState("eve", OperState::DOWN), std::invalid_argument);
    EXPECT_THROW(network->SetLinkState("alice--bob", OperState::DOWN), std::invalid_argument);
}

TEST_F(InstalledNetworkSystem, IsInstalledAgainInTheSameProcess)
{
    for (int round = 0; round < 2; ++round)
    {
        const auto network = NetworkInstaller().Install(MakeChain("alice r1 bob"));
        EXPECT_TRUE(Ping(*network, "alice", network->GetAddress("bob")));
        Simulator::Destroy();
    }
}

/// The time of a round trip from alice to bob, in milliseconds.
double
Measure(const InstalledNetwork& network)
{
    const auto echo = Ping(network, "alice", network.GetAddress("bob"));
    return echo ? echo->roundTrip.GetSeconds() * 1000 : 0;
}

TEST_F(InstalledNetworkSystem, SendsOverTheShorterOfTwoLinksAndOverTheOtherWhenThatIsCut)
{
    auto graph = MakeChain("alice bob", 20ms);
    graph.AddLink({"bob", "alice", 10'000'000, 50ms, 0.0, 100, "spare"});
    const auto network = NetworkInstaller().Install(graph);
    EXPECT_NEAR(Measure(*network), 40, 1);
    network->SetLinkState("alice--bob", OperState::DOWN);
    EXPECT_NEAR(Measure(*network), 100, 1);
    network->SetLinkState("alice--bob", OperState::UP);
    EXPECT_NEAR(Measure(*network), 40, 1);
}

TEST_F(InstalledNetworkSystem, ChangesALinkWhileItRuns)
{
    auto graph = MakeChain("alice bob", 20ms);
    graph.AddLink({"bob", "alice", 10'000'000, 50ms, 0.0, 100, "spare"});
    const auto network = NetworkInstaller().Install(graph);
    network->ChangeLink("alice--bob", {{}, 30ms, {}});
    EXPECT_NEAR(Measure(*network), 60, 1);
    network->ChangeLink("alice--bob", {{}, 70ms, {}});
    EXPECT_NEAR(Measure(*network), 100, 1) << "the routes follow the delays";
    network->ChangeLink("spare", {{}, {}, 1.0});
    EXPECT_EQ(Measure(*network), 0) << "all is lost, and no route minds";
    network->ChangeLink("spare", {80'000, 0ms, 0.0});
    EXPECT_GT(Measure(*network), 5) << "a slow link";
    EXPECT_THROW(network->ChangeLink("spare", {0, {}, {}}), std::invalid_argument);
    EXPECT_THROW(network->ChangeLink("other", {}), std::invalid_argument);
}

TEST_F(InstalledNetworkSystem, LetsTheRoutesFindOutLater)
{
    auto graph = MakeChain("alice r1 bob", 1ms);
    graph.AddLink({"r1", "bob", 10'000'000, 50ms, 0.0, 100, "spare"});
    NetworkOptions options;
    options.detectionDelay = 3s;
    const auto network = NetworkInstaller(options).Install(graph);
    network->SetLinkState("r1--bob", OperState::DOWN);
    Simulator::Stop(Seconds(2));
    EXPECT_EQ(Measure(*network), 0);
    Simulator::Stop(Seconds(2));
    Simulator::Run();
    EXPECT_NEAR(Measure(*network), 102, 1);
}

} // namespace
} // namespace ns3::postroad
