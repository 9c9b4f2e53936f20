#include "postroad/event/event-json.h"
#include "postroad/event/event-sink.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ns3::postroad::event
{
namespace
{

Event
MakeEvent(EventKind kind, wire::Duration time, std::string host)
{
    Event event(kind);
    event.time = wire::TimePoint(time);
    event.host = std::move(host);
    return event;
}

std::vector<std::string>
ToLines(const std::vector<Event>& events)
{
    std::vector<std::string> lines;
    lines.reserve(events.size());
    for (const auto& event : events)
    {
        lines.push_back(SerializeJson(event));
    }
    return lines;
}

TEST(EventList, KeepsEveryEventInTheOrderInWhichItCame)
{
    EventList list;
    list.OnEvent(MakeEvent(EventKind::HOST_UP, std::chrono::seconds(2), "b"));
    list.OnEvent(MakeEvent(EventKind::HOST_UP, std::chrono::seconds(2), "a"));
    list.OnEvent(MakeEvent(EventKind::HOST_DOWN, std::chrono::seconds(1), "b"));
    ASSERT_EQ(list.GetEvents().size(), 3U);
    EXPECT_EQ(list.GetEvents()[0].host, "b");
    EXPECT_EQ(list.GetEvents()[1].host, "a");
    EXPECT_EQ(list.GetEvents()[2].kind, EventKind::HOST_DOWN);
}

TEST(EventList, KeepsWhatAnEventWasWhenItCame)
{
    EventList list;
    auto event = MakeEvent(EventKind::HOST_UP, {}, "a");
    list.OnEvent(event);
    event.host = "b";
    EXPECT_EQ(list.GetEvents()[0].host, "a");
}

TEST(EventList, GivesItsEventsAwayOnce)
{
    EventList list;
    list.OnEvent(MakeEvent(EventKind::HOST_UP, {}, "a"));
    EXPECT_EQ(list.TakeEvents().size(), 1U);
    EXPECT_TRUE(list.GetEvents().empty());
    EXPECT_TRUE(list.TakeEvents().empty());
    list.OnEvent(MakeEvent(EventKind::HOST_DOWN, {}, "a"));
    ASSERT_EQ(list.TakeEvents().size(), 1U);
}

TEST(Replay, TellsASinkTheSameAgain)
{
    EventList first;
    first.OnEvent(MakeEvent(EventKind::HOST_UP, std::chrono::seconds(1), "a"));
    first.OnEvent(Event(EventKind::LINE_SENT, DialogueText{"QUIT"}));
    EventList second;
    Replay(first.GetEvents(), second);
    EXPECT_EQ(ToLines(second.GetEvents()), ToLines(first.GetEvents()));
    EXPECT_EQ(second.GetEvents().size(), 2U);
}

TEST(Replay, OfNothingTellsNothing)
{
    EventList list;
    Replay({}, list);
    EXPECT_TRUE(list.GetEvents().empty());
}

} // namespace
} // namespace ns3::postroad::event
