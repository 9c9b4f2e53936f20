#include "postroad/wire/endpoint.h"

#include <gtest/gtest.h>

namespace ns3::postroad::wire
{
namespace
{

TEST(Endpoint, ReadsBackWhatItWrites)
{
    const Endpoint plain{"192.0.2.1", 25};
    EXPECT_EQ(Serialize(plain), "192.0.2.1:25");
    EXPECT_EQ(ParseEndpoint("192.0.2.1:25"), plain);
    const Endpoint withColons{"2001:db8::1", 65535};
    EXPECT_EQ(Serialize(withColons), "[2001:db8::1]:65535");
    EXPECT_EQ(ParseEndpoint("[2001:db8::1]:65535"), withColons);
    EXPECT_EQ(ParseEndpoint(Serialize(Endpoint{})), Endpoint{});
}

TEST(Endpoint, RefusesWhatIsNoAddressAndPort)
{
    for (const auto* text :
         {"", "192.0.2.1", ":25", "[]:25", "192.0.2.1:", "192.0.2.1:65536", "192.0.2.1:25x"})
    {
        EXPECT_EQ(ParseEndpoint(text), std::nullopt) << text;
    }
}

} // namespace
} // namespace ns3::postroad::wire
