#include "postroad/trace/event-record.h"

#include "ns3/object.h"
#include "ns3/traced-callback.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace ns3::postroad::trace
{
namespace
{

/// An agent that has nothing but its trace source.
class TellingAgent : public Object
{
  public:
    static TypeId GetTypeId()
    {
        static const TypeId tid =
            TypeId("ns3::postroad::test::TellingAgent")
                .SetParent<Object>()
                .AddConstructor<TellingAgent>()
                .AddTraceSource("Event",
                                "What the agent does.",
                                MakeTraceSourceAccessor(&TellingAgent::m_event),
                                "ns3::postroad::event::Event::TracedCallback");
        return tid;
    }

    bool IsHeard() const
    {
        return !m_event.IsEmpty();
    }

    void Tell(const std::string& host)
    {
        event::Event event;
        event.host = host;
        m_event(event);
    }

  private:
    TracedCallback<const event::Event&> m_event;
};

TEST(EventRecord, HandsTheEventsOfAllAgentsToAllSinksInOrder)
{
    event::EventList first;
    event::EventList second;
    EventRecord record;
    record.AddSink(first);
    record.AddSink(second);
    const auto alice = CreateObject<TellingAgent>();
    const auto bob = CreateObject<TellingAgent>();
    record.Connect(*alice);
    record.Connect(*bob);
    alice->Tell("alice");
    bob->Tell("bob");
    alice->Tell("alice again");
    for (const auto* const list : {&first, &second})
    {
        ASSERT_EQ(list->GetEvents().size(), 3);
        EXPECT_EQ(list->GetEvents()[0].host, "alice");
        EXPECT_EQ(list->GetEvents()[1].host, "bob");
        EXPECT_EQ(list->GetEvents()[2].host, "alice again");
    }
}

TEST(EventRecord, ListensToNobodyAsLongAsItHasNoSink)
{
    EventRecord record;
    const auto alice = CreateObject<TellingAgent>();
    record.Connect(*alice);
    EXPECT_FALSE(alice->IsHeard());
    int made = 0;
    const auto make = [&made] {
        ++made;
        return event::Event(event::EventKind::HOST_UP);
    };
    record.Record(make);
    EXPECT_EQ(made, 0);

    event::EventList list;
    record.AddSink(list);
    EXPECT_TRUE(alice->IsHeard());
    alice->Tell("alice");
    record.Record(make);
    EXPECT_EQ(made, 1);
    ASSERT_EQ(list.GetEvents().size(), 2U);
    EXPECT_EQ(list.GetEvents()[0].host, "alice");
    EXPECT_EQ(list.GetEvents()[1].kind, event::EventKind::HOST_UP);
}

TEST(EventRecord, RefusesAnObjectThatTellsNothing)
{
    EventRecord record;
    const auto mute = CreateObject<Object>();
    EXPECT_THROW(record.Connect(*mute), std::logic_error);
}

TEST(EventRecord, RefusesAnEventThatIsOlderThanTheOneBefore)
{
    EventRecord record;
    event::EventList list;
    record.AddSink(list);
    event::Event event(event::EventKind::HOST_DOWN);
    event.time = wire::TimePoint(std::chrono::seconds(2));
    record.OnEvent(event);
    record.OnEvent(event);
    event.time = wire::TimePoint(std::chrono::seconds(1));
    EXPECT_THROW(record.OnEvent(event), std::logic_error);
    EXPECT_EQ(list.GetEvents().size(), 2U);
}

} // namespace
} // namespace ns3::postroad::trace
