#include "postroad/policy/client-network.h"

#include <gtest/gtest.h>

namespace ns3::postroad::policy
{
namespace
{

TEST(ClientNetwork, ContainsTheAddressesThatBeginLikeIt)
{
    struct
    {
        const char* network;
        const char* inside;
        const char* outside;
    } const rows[] = {
        {"192.0.2.1", "192.0.2.1", "192.0.2.2"},
        {"192.0.2.0/24", "192.0.2.255", "192.0.3.0"},
        {"192.0.2.128/25", "192.0.2.128", "192.0.2.127"},
        {"10.0.0.4/30", "10.0.0.7", "10.0.0.8"},
        {"192.0.2.1/32", "192.0.2.1", "192.0.2.0"},
        {"2001:db8::/32", "2001:db8:ffff::1", "2001:db9::1"},
        {"2001:db8::1", "2001:DB8:0::1", "2001:db8::2"},
    };
    for (const auto& [text, inside, outside] : rows)
    {
        const auto network = ParseClientNetwork(text);
        ASSERT_TRUE(network) << text;
        EXPECT_TRUE(network->Contains(inside)) << text;
        EXPECT_FALSE(network->Contains(outside)) << text;
    }
}

TEST(ClientNetwork, OfLengthZeroContainsItsWholeFamily)
{
    EXPECT_TRUE(ParseClientNetwork("0.0.0.0/0")->Contains("203.0.113.9"));
    EXPECT_FALSE(ParseClientNetwork("0.0.0.0/0")->Contains("2001:db8::1"));
    EXPECT_TRUE(ParseClientNetwork("::/0")->Contains("2001:db8::1"));
}

TEST(ClientNetwork, ContainsNothingThatIsNoAddress)
{
    EXPECT_FALSE(ParseClientNetwork("0.0.0.0/0")->Contains("mail.a.net"));
    EXPECT_FALSE(ParseClientNetwork("0.0.0.0/0")->Contains(""));
}

TEST(ClientNetworkParser, RejectsWhatIsNone)
{
    for (const auto* const text : {"",
                                   "mail.a.net",
                                   "192.0.2",
                                   "192.0.2.0/",
                                   "192.0.2.0/33",
                                   "192.0.2.0/-1",
                                   "192.0.2.0/24x",
                                   "192.0.2.0/99999999999",
                                   "2001:db8::/129",
                                   "/24"})
    {
        EXPECT_FALSE(ParseClientNetwork(text)) << text;
    }
}

TEST(ClientNetworkParser, RejectsBitsBehindTheLength)
{
    const auto network = ParseClientNetwork("192.0.2.1/24");
    ASSERT_FALSE(network);
    EXPECT_EQ(network.GetError().reason,
              "a network without bits behind its length, such as 192.0.2.0/24");
}

} // namespace
} // namespace ns3::postroad::policy
