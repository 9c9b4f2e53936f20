#include "topology/network-traffic.h"

#include "postroad/topology/address-plan.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace ns3::postroad
{
namespace
{

using test::MakeChain;

NetworkGraph
MakePair(const std::string& addressOfAlice, const std::string& addressOfBob)
{
    NetworkGraph graph;
    graph.AddHost({"alice", false, addressOfAlice});
    graph.AddHost({"bob", false, addressOfBob});
    graph.AddLink({"alice", "bob"});
    return graph;
}

std::string
GetRefusal(const NetworkGraph& graph, std::string_view prefix)
{
    try
    {
        const AddressPlan plan(graph, prefix);
        return "";
    }
    catch (const std::invalid_argument& error)
    {
        return error.what();
    }
}

TEST(AddressPlan, GivesEachLinkABlockInTheirOrder)
{
    const AddressPlan plan(MakeChain("alice r1 bob"));
    EXPECT_EQ(plan.GetPrimary(0), Ipv4Address("10.0.0.1"));
    EXPECT_EQ(plan.GetPrimary(1), Ipv4Address("10.0.0.2"));
    EXPECT_EQ(plan.GetPrimary(2), Ipv4Address("10.0.0.6"));
    EXPECT_EQ(plan.GetAddresses(1),
              (std::vector{Ipv4Address("10.0.0.2"), Ipv4Address("10.0.0.5")}));
    EXPECT_EQ(plan.GetEnds(1)[0].host, 1U);
    EXPECT_EQ(plan.GetEnds(1)[0].interface, 2U);
    EXPECT_EQ(plan.GetEnds(1)[1].interface, 1U);
    EXPECT_FALSE(plan.IsApart(0));
}

TEST(AddressPlan, KnowsWhoseAnAddressIs)
{
    const AddressPlan plan(MakeChain("alice r1 bob"));
    EXPECT_EQ(plan.FindOwner(Ipv4Address("10.0.0.5")), 1U);
    EXPECT_EQ(plan.FindOwner(Ipv4Address("10.0.0.3")), std::nullopt);
}

TEST(AddressPlan, MakesAGivenAddressThePrimaryOne)
{
    const AddressPlan plan(MakePair("192.0.2.25", ""));
    EXPECT_EQ(plan.GetPrimary(0), Ipv4Address("192.0.2.25"));
    EXPECT_EQ(plan.GetAddresses(0),
              (std::vector{Ipv4Address("192.0.2.25"), Ipv4Address("10.0.0.1")}));
    EXPECT_TRUE(plan.IsApart(0));
    EXPECT_EQ(plan.GetPrimary(1), Ipv4Address("10.0.0.2"));
}

TEST(AddressPlan, StepsAroundGivenAddressesOfItsPrefix)
{
    const AddressPlan plan(MakePair("10.0.0.3", "10.0.0.6"));
    EXPECT_EQ(plan.GetEnds(0)[0].address, Ipv4Address("10.0.0.9"));
}

TEST(AddressPlan, GivesAnAddressToAHostWithoutALink)
{
    NetworkGraph graph;
    graph.AddHost({"alone", false, ""});
    const AddressPlan plan(graph);
    EXPECT_EQ(plan.GetPrimary(0), Ipv4Address("10.0.0.1"));
    EXPECT_TRUE(plan.IsApart(0));
}

TEST(AddressPlan, FillsThePrefixToItsEnd)
{
    const auto chain = MakeChain("a r1 r2 r3 b");
    EXPECT_EQ(AddressPlan(chain, "192.0.2.240/28").GetPrimary(4), Ipv4Address("192.0.2.254"));
    EXPECT_EQ(GetRefusal(MakeChain("a r1 r2 r3 r4 b"), "192.0.2.240/28"),
              "addresses: 192.0.2.240/28 has too few addresses for this network: give a shorter "
              "prefix");
    EXPECT_EQ(AddressPlan(chain, "255.255.255.240/28").GetPrimary(4),
              Ipv4Address("255.255.255.254"));
}

TEST(AddressPlan, RefusesWhatIsNoPrefix)
{
    for (const auto* const prefix : {"",
                                     "10.0.0.0",
                                     "10.0.0/8",
                                     "10.0.0.0/",
                                     "10.0.0.0/x",
                                     "10.0.0.0/8x",
                                     "10.0.0.0/0",
                                     "10.0.0.0/31",
                                     "10.0.0.1/8",
                                     "/8",
                                     "10.0.0.0/-8"})
    {
        EXPECT_NE(GetRefusal(MakePair("", ""), prefix).find("is no prefix"), std::string::npos)
            << prefix;
    }
    EXPECT_EQ(GetRefusal(MakePair("", ""), "10.0.0.0/30"), "");
}

TEST(AddressPlan, RefusesWhatIsNoAddressOfAHost)
{
    for (const auto* const address : {"mail",
                                      "192.0.2",
                                      "192.0.2.256",
                                      "192.0.2.25 ",
                                      "0.0.0.0",
                                      "0.1.2.3",
                                      "127.0.0.1",
                                      "224.0.0.1",
                                      "255.255.255.255"})
    {
        EXPECT_EQ(GetRefusal(MakePair("", address), "10.0.0.0/8"),
                  std::string("addresses: host bob has '") + address +
                      "': expected the IPv4 address of a host, as 192.0.2.25");
    }
    EXPECT_EQ(GetRefusal(MakePair("223.255.255.255", "1.0.0.0"), "10.0.0.0/8"), "");
}

TEST(AddressPlan, RefusesAnAddressOfTwoHosts)
{
    EXPECT_EQ(GetRefusal(MakePair("192.0.2.1", "192.0.2.1"), "10.0.0.0/8"),
              "addresses: 192.0.2.1 is given to alice and to bob");
}

} // namespace
} // namespace ns3::postroad
