#include "postroad/net/socket-address.h"

#include "ns3/inet-socket-address.h"
#include "ns3/inet6-socket-address.h"

#include <gtest/gtest.h>

namespace ns3::postroad
{
namespace
{

TEST(SocketAddress, RoundTripsForBothFamilies)
{
    for (const wire::Endpoint& endpoint : {wire::Endpoint{"192.0.2.1", 25},
                                           wire::Endpoint{"0.0.0.0", 0},
                                           wire::Endpoint{"2001:db8::1", 65535}})
    {
        SCOPED_TRACE(endpoint.address);
        const auto address = ToAddress(endpoint);
        ASSERT_TRUE(address);
        EXPECT_EQ(ToEndpoint(*address), endpoint);
    }
}

TEST(SocketAddress, KnowsTheFamily)
{
    EXPECT_TRUE(InetSocketAddress::IsMatchingType(*ToAddress({"192.0.2.1", 25})));
    EXPECT_TRUE(Inet6SocketAddress::IsMatchingType(*ToAddress({"2001:db8::1", 25})));
}

TEST(SocketAddress, GivesNoneForATextThatIsNoAddress)
{
    for (const std::string text : {"", "mail.a.net", "192.0.2", "192.0.2.256", "1.2.3.4.5", ":::"})
    {
        EXPECT_FALSE(ToAddress({text, 25})) << text;
    }
}

TEST(SocketAddress, IsEmptyForAnAddressOfNoIpFamily)
{
    EXPECT_EQ(ToEndpoint(Address()), wire::Endpoint());
}

} // namespace
} // namespace ns3::postroad
