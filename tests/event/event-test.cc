#include "postroad/event/event.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace ns3::postroad::event
{
namespace
{

TEST(Connection, NamesItsEndsAlikeFromBothSides)
{
    const wire::Endpoint alice{"192.0.2.1", 49153};
    const wire::Endpoint mail{"192.0.2.2", 25};
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
                    {"retry_at", wire::TimePoint(std::chrono::minutes(30))}};
    EXPECT_EQ(event.GetNumber("size"), 612);
    EXPECT_EQ(event.GetText("size"), "");
    EXPECT_EQ(event.GetTexts("to"), std::vector<std::string>{"bob@b.net"});
    EXPECT_EQ(event.GetTime("retry_at"), wire::TimePoint(std::chrono::minutes(30)));
    EXPECT_EQ(event.GetTime("size"), std::nullopt);
    EXPECT_EQ(event.GetTexts("answers"), std::vector<std::string>());
}

} // namespace
} // namespace ns3::postroad::event
