#include "postroad/trace/dialogue-side.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace ns3::postroad::trace
{
namespace
{

using event::EventKind;
using event::Role;

/// An event of a connection between ports 49153 and 25, told by one of its ends.
event::Event
MakeEvent(EventKind kind, Role role, std::uint32_t number = 1)
{
    const wire::Endpoint client{"192.0.2.1", 49153};
    const wire::Endpoint server{"192.0.2.2", 25};
    event::Event event(kind);
    event.host = GetName(role);
    event.connection = std::make_shared<const event::Connection>(
        event::Connection{number,
                          role,
                          "SMTP",
                          role == Role::CLIENT ? client : server,
                          role == Role::CLIENT ? server : client});
    return event;
}

TEST(DialogueSide, ShowsTheEndThatSpeaksFirst)
{
    DialogueSide side;
    EXPECT_FALSE(side.Shows(MakeEvent(EventKind::CONNECTION_OPENED, Role::CLIENT)));
    EXPECT_FALSE(side.Shows(MakeEvent(EventKind::CONNECTION_OPENED, Role::SERVER)));
    EXPECT_TRUE(side.Shows(MakeEvent(EventKind::LINE_SENT, Role::SERVER)));
    EXPECT_FALSE(side.Shows(MakeEvent(EventKind::LINE_RECEIVED, Role::CLIENT)));
    EXPECT_FALSE(side.Shows(MakeEvent(EventKind::LINE_SENT, Role::CLIENT)));
    EXPECT_TRUE(side.Shows(MakeEvent(EventKind::LINE_RECEIVED, Role::SERVER)));
}

TEST(DialogueSide, ShowsTheOnlyEndThatIsInTheRecord)
{
    DialogueSide side;
    side.Shows(MakeEvent(EventKind::CONNECTION_OPENED, Role::CLIENT));
    EXPECT_TRUE(side.Shows(MakeEvent(EventKind::LINE_RECEIVED, Role::CLIENT)));
    EXPECT_TRUE(side.Shows(MakeEvent(EventKind::CONTENT_SENT, Role::CLIENT)));
}

TEST(DialogueSide, StaysWithItsEndAfterThatEndHasClosed)
{
    DialogueSide side;
    side.Shows(MakeEvent(EventKind::LINE_SENT, Role::SERVER));
    side.Shows(MakeEvent(EventKind::CONNECTION_CLOSED, Role::SERVER));
    EXPECT_FALSE(side.Shows(MakeEvent(EventKind::LINE_RECEIVED, Role::CLIENT)));
}

TEST(DialogueSide, ChoosesAnewWhenThePortsAreUsedAgain)
{
    DialogueSide side;
    side.Shows(MakeEvent(EventKind::LINE_SENT, Role::SERVER, 1));
    side.Shows(MakeEvent(EventKind::CONNECTION_OPENED, Role::CLIENT, 2));
    side.Shows(MakeEvent(EventKind::CONNECTION_OPENED, Role::SERVER, 2));
    EXPECT_TRUE(side.Shows(MakeEvent(EventKind::LINE_SENT, Role::SERVER, 2)));
    EXPECT_FALSE(side.Shows(MakeEvent(EventKind::LINE_RECEIVED, Role::CLIENT, 2)));
}

TEST(DialogueSide, ShowsOneEndOfAHostThatSpeaksToItself)
{
    DialogueSide side;
    const auto shows = [&side](EventKind kind, Role role) {
        auto event = MakeEvent(kind, role);
        event.host = "localhost";
        return side.Shows(event);
    };
    EXPECT_TRUE(shows(EventKind::LINE_SENT, Role::SERVER));
    EXPECT_FALSE(shows(EventKind::LINE_RECEIVED, Role::CLIENT));
}

TEST(DialogueSide, KnowsWhoSpoke)
{
    EXPECT_TRUE(IsFromClient(MakeEvent(EventKind::LINE_SENT, Role::CLIENT)));
    EXPECT_TRUE(IsFromClient(MakeEvent(EventKind::CONTENT_RECEIVED, Role::SERVER)));
    EXPECT_FALSE(IsFromClient(MakeEvent(EventKind::LINE_RECEIVED, Role::CLIENT)));
    EXPECT_FALSE(IsFromClient(MakeEvent(EventKind::CONTENT_SENT, Role::SERVER)));
}

} // namespace
} // namespace ns3::postroad::trace
