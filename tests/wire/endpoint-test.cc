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

TEST(Connection, NamesItsEndsAlikeFromBothSides)
{
    const Endpoint alice{"192.0.2.1", 49153};
    const Endpoint mail{"192.0.2.2", 25};
    const Connection fromClient{1, Role::CLIENT, "SMTP", alice, mail};
    const Connection fromServer{7, Role::SERVER, "SMTP", mail, alice};
    EXPECT_EQ(fromClient.GetClient(), fromServer.GetClient());
    EXPECT_EQ(fromClient.GetServer(), fromServer.GetServer());
}

TEST(EventFields, GiveNothingWhenAskedForAnotherType)
{
    Event event;
    event.fields = {{"size", std::int64_t{612}},
                    {"to", std::string("bob@b.net")},
                    {"retry_at", TimePoint(std::chrono::minutes(30))}};
    EXPECT_EQ(event.GetNumber("size"), 612);
    EXPECT_EQ(event.GetText("size"), "");
    EXPECT_EQ(event.GetTexts("to"), std::vector<std::string>{"bob@b.net"});
    EXPECT_EQ(event.GetTime("retry_at"), TimePoint(std::chrono::minutes(30)));
    EXPECT_EQ(event.GetTime("size"), std::nullopt);
    EXPECT_EQ(event.GetTexts("answers"), std::vector<std::string>());
}

} // namespace
} // namespace ns3::postroad::wire
