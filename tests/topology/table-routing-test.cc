#include "topology/network-traffic.h"

#include "postroad/topology/network-installer.h"
#include "postroad/topology/table-routing.h"

#include "ns3/ipv4.h"
#include "ns3/output-stream-wrapper.h"

#include <sstream>

namespace ns3::postroad
{
namespace
{

using namespace std::chrono_literals;
using test::MakeChain;
using test::Ping;
using test::Transfer;
using test::TryConnect;
using TableRoutingSystem = test::SimulationTest;

/// Alice's packets go by r1 and r2, or by the slower r3 when they cannot.
NetworkGraph
MakeDetour()
{
    auto graph = MakeChain("alice r1 r2 bob", 5ms);
    graph.AddHost({"r3", true, ""});
    graph.AddLink({"r1", "r3", 10'000'000, 50ms, 0.0, 100});
    graph.AddLink({"r3", "r2", 10'000'000, 50ms, 0.0, 100});
    return graph;
}

TEST_F(TableRoutingSystem, CarriesPacketsOverThreeHopsAndBack)
{
    const auto network = NetworkInstaller().Install(MakeChain("alice r1 r2 bob", 5ms));
    const auto echo = Ping(*network, "alice", network->GetAddress("bob"));
    ASSERT_TRUE(echo);
    EXPECT_GT(echo->roundTrip, MilliSeconds(30));
    EXPECT_LT(echo->roundTrip, MilliSeconds(31));
    EXPECT_EQ(echo->askedFrom, network->GetAddress("alice"));
    EXPECT_EQ(echo->answeredBy, network->GetAddress("bob"));
}

TEST_F(TableRoutingSystem, ReachesEveryAddressOfARouter)
{
    const auto network = NetworkInstaller().Install(MakeChain("alice r1 r2 bob"));
    for (const auto address : network->GetPlan().GetAddresses(2))
    {
        EXPECT_TRUE(Ping(*network, "alice", address)) << address;
    }
}

TEST_F(TableRoutingSystem, ReachesTheHostItselfAtOnce)
{
    auto graph = MakeChain("alice r1 bob");
    graph.AddHost({"alone", false, "192.0.2.9"});
    const auto network = NetworkInstaller().Install(graph);
    for (const auto* const host : {"alice", "r1", "alone"})
    {
        for (const auto address : {network->GetAddress(host), Ipv4Address::GetLoopback()})
        {
            const auto echo = Ping(*network, host, address);
            ASSERT_TRUE(echo) << host << " " << address;
            EXPECT_EQ(echo->roundTrip, Time(0));
            EXPECT_EQ(echo->askedFrom, address);
        }
    }
}

TEST_F(TableRoutingSystem, CarriesATcpConnectionOfAHostWithItself)
{
    const auto network = NetworkInstaller().Install(MakeChain("alice r1"));
    const Transfer transfer(*network, "alice", "alice", 100'000);
    Simulator::Run();
    EXPECT_EQ(transfer.received, 100'000U);
}

TEST_F(TableRoutingSystem, SendsFromTheGivenAddress)
{
    NetworkGraph graph;
    graph.AddHost({"mail.a.net", false, "192.0.2.25"});
    graph.AddHost({"r1", true, ""});
    graph.AddHost({"mail.b.net", false, "10.1.5.3"});
    graph.AddLink({"mail.a.net", "r1"});
    graph.AddLink({"r1", "mail.b.net"});
    const auto network = NetworkInstaller().Install(graph);
    EXPECT_EQ(network->GetAddress("mail.a.net"), Ipv4Address("192.0.2.25"));
    const auto echo = Ping(*network, "mail.a.net", Ipv4Address("10.1.5.3"));
    ASSERT_TRUE(echo);
    EXPECT_EQ(echo->askedFrom, Ipv4Address("192.0.2.25"));
    EXPECT_EQ(echo->answeredBy, Ipv4Address("10.1.5.3"));
    const Transfer transfer(*network, "mail.b.net", "mail.a.net", 50'000);
    Simulator::Run();
    EXPECT_EQ(transfer.received, 50'000U);
}

TEST_F(TableRoutingSystem, TellsAtOnceThatThereIsNoRoute)
{
    const auto network = NetworkInstaller().Install(MakeChain("alice r1 bob"));
    EXPECT_EQ(TryConnect(*network, "alice", Ipv4Address("198.51.100.1")),
              Socket::ERROR_NOROUTETOHOST);
    EXPECT_EQ(TryConnect(*network, "alice", network->GetAddress("bob")), Socket::ERROR_NOTERROR);
    network->SetLinkState("r1--bob", OperState::DOWN);
    EXPECT_EQ(TryConnect(*network, "alice", network->GetAddress("bob")),
              Socket::ERROR_NOROUTETOHOST);
}

TEST_F(TableRoutingSystem, LosesWhatComesToAPortThatIsShut)
{
    const auto network = NetworkInstaller().Install(MakeChain("alice r1 bob"));
    network->SetPortState("bob", Transfer::PORT, OperState::DOWN);
    Simulator::Schedule(Seconds(10), [&network] {
        network->SetPortState("bob", Transfer::PORT, OperState::UP);
    });
    const Transfer transfer(*network, "alice", "bob", 1000);
    EXPECT_TRUE(Ping(*network, "alice", network->GetAddress("bob"))) << "the host is there";
    Simulator::Run();
    EXPECT_EQ(transfer.received, 1000U);
    EXPECT_GT(transfer.lastReceived, Seconds(10)) << "by one of the later tries";
}

TEST_F(TableRoutingSystem, DoesNotForwardThroughAHost)
{
    const auto network = NetworkInstaller().Install(MakeChain("r1 alice r2"));
    EXPECT_FALSE(Ping(*network, "r1", network->GetAddress("r2")));
    EXPECT_TRUE(Ping(*network, "r1", network->GetAddress("alice")));
}

TEST_F(TableRoutingSystem, GoesAroundACutLinkAndBackWhenItIsRestored)
{
    const auto network = NetworkInstaller().Install(MakeDetour());
    const auto bob = network->GetAddress("bob");
    network->SetLinkState("r1--r2", OperState::DOWN);
    EXPECT_GT(Ping(*network, "alice", bob)->roundTrip, MilliSeconds(220));
    network->SetLinkState("r1--r2", OperState::UP);
    EXPECT_LT(Ping(*network, "alice", bob)->roundTrip, MilliSeconds(31));
}

TEST_F(TableRoutingSystem, FollowsAnInterfaceThatAUserSetsDown)
{
    const auto network = NetworkInstaller().Install(MakeDetour());
    network->GetNode("r1")->GetObject<Ipv4>()->SetDown(2);
    EXPECT_GT(Ping(*network, "alice", network->GetAddress("bob"))->roundTrip, MilliSeconds(220));
}

TEST_F(TableRoutingSystem, PrintsARouteToEachAddress)
{
    const auto network = NetworkInstaller().Install(MakeChain("alice r1 bob"));
    std::ostringstream text;
    const auto routing = network->GetNode("r1")->GetObject<Ipv4>()->GetRoutingProtocol();
    routing->PrintRoutingTable(Create<OutputStreamWrapper>(&text));
    EXPECT_EQ(text.str(),
              "Node: 1, Time: +0s, TableRouting of r1\n"
              "Destination     Gateway         Iface Host\n"
              "10.0.0.1        10.0.0.1        1     alice\n"
              "10.0.0.6        10.0.0.6        2     bob\n\n");
}

} // namespace
} // namespace ns3::postroad
