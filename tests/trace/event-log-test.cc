#include "trace/sample-record.h"

#include "postroad/trace/event-log.h"

#include <gtest/gtest.h>

#include <sstream>

namespace ns3::postroad::trace
{
namespace
{

TEST(EventLog, IsWrittenAsItWasRead)
{
    std::ostringstream out;
    {
        EventLogWriter writer(out);
        event::Replay(test::LoadFirstLetter(), writer);
    }
    EXPECT_EQ(out.str(), test::ReadTestFile("trace/first-letter.jsonl"));
}

TEST(EventLog, WritesWhileTheRunGoesOnOnceItsBufferIsFull)
{
    std::ostringstream out;
    EventLogWriter writer(out);
    const event::Event event(
        event::EventKind::LINE_SENT,
        event::DialogueText{std::string(EventLogWriter::BUFFER_SIZE / 2, 'x')});
    writer.OnEvent(event);
    EXPECT_EQ(out.str().size(), 0);
    writer.OnEvent(event);
    EXPECT_GT(out.str().size(), EventLogWriter::BUFFER_SIZE);
}

TEST(EventLog, NamesFileAndLineOfWhatIsNoEvent)
{
    std::istringstream in("{\"t\":0.0,\"host\":\"a\",\"kind\":\"host-down\"}\n"
                          "{\"t\":0.1,\"host\":\"a\"}\n");
    const auto events = ReadEventLog(in, "out/events.jsonl");
    ASSERT_FALSE(events);
    EXPECT_EQ(events.GetError().reason, "out/events.jsonl:2: no key 'kind'");
}

TEST(EventLog, IsHandedOnWithoutACopy)
{
    std::istringstream in(test::ReadTestFile("trace/first-letter.jsonl"));
    auto read = ReadEventLog(in, "events.jsonl");
    ASSERT_TRUE(read);
    const auto* const place = read->data();
    const std::vector<event::Event> events = *std::move(read);
    EXPECT_EQ(events.data(), place);

    event::EventList list;
    event::Replay(events, list);
    const auto* const listed = list.GetEvents().data();
    const auto taken = list.TakeEvents();
    EXPECT_EQ(taken.data(), listed);
    EXPECT_TRUE(list.GetEvents().empty());
}

TEST(EventLog, MayBeEmpty)
{
    std::istringstream in("");
    EXPECT_TRUE(ReadEventLog(in, "events.jsonl")->empty());
}

} // namespace
} // namespace ns3::postroad::trace
