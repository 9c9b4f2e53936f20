#include "postroad/event/event-json.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

namespace ns3::postroad::event
{
namespace
{

Event
MakeLineEvent()
{
    Event event;
    event.time = wire::TimePoint(wire::Duration(12345678));
    event.kind = EventKind::LINE_RECEIVED;
    event.host = "mail.a.net";
    event.agent = "mta";
    event.connection = std::make_shared<const Connection>(
        Connection{1, Role::SERVER, "SMTP", {"192.0.2.2", 25}, {"192.0.2.1", 49153}});
    event.range = {0, 18};
    event.fields = {{"text", std::string("EHLO alice.a.net")}};
    return event;
}

constexpr char LINE_EVENT_JSON[] =
    R"({"t":0.012345678,"host":"mail.a.net","agent":"mta","kind":"line-received",)"
    R"("connection":{"number":1,"role":"server","protocol":"SMTP","local":"192.0.2.2:25",)"
    R"("remote":"192.0.2.1:49153"},"range":[0,18],"text":"EHLO alice.a.net"})";

TEST(EventJson, HasItsKeysInOneOrder)
{
    EXPECT_EQ(SerializeJson(MakeLineEvent()), LINE_EVENT_JSON);
}

TEST(EventJson, LeavesOutWhatIsNotThere)
{
    Event event;
    event.kind = EventKind::HOST_DOWN;
    event.host = "b";
    EXPECT_EQ(SerializeJson(event), R"({"t":0.000000000,"host":"b","kind":"host-down"})");
}

TEST(EventJson, WritesEachTypeOfField)
{
    Event event;
    event.kind = EventKind::MESSAGE_DEFERRED;
    event.host = "mail.a.net";
    event.messageId = "1@a.net";
    event.queueId = "A1";
    event.fields = {{"to", std::vector<std::string>{"bob@b.net", "carol@b.net"}},
                    {"reply", std::string("450 busy")},
                    {"retry_at", wire::TimePoint(std::chrono::minutes(30))}};
    EXPECT_EQ(SerializeJson(event),
              R"({"t":0.000000000,"host":"mail.a.net","kind":"message-deferred",)"
              R"("message_id":"1@a.net","queue_id":"A1","to":["bob@b.net","carol@b.net"],)"
              R"("reply":"450 busy","retry_at":1800.000000000})");
}

TEST(EventJson, ReadsBackWhatItWrites)
{
    EventJsonReader reader;
    const auto event = reader.Parse(LINE_EVENT_JSON);
    ASSERT_TRUE(event) << event.GetError().reason;
    EXPECT_EQ(event->time, MakeLineEvent().time);
    EXPECT_EQ(event->kind, EventKind::LINE_RECEIVED);
    EXPECT_EQ(*event->connection, *MakeLineEvent().connection);
    EXPECT_EQ(event->range, MakeLineEvent().range);
    EXPECT_EQ(event->GetText("text"), "EHLO alice.a.net");
}

TEST(EventJson, SurvivesTheRoundTripForEveryKindAndFieldType)
{
    const FieldValue values[] = {std::int64_t{-7},
                                 std::string("a\xff\r\n\"b"),
                                 std::vector<std::string>{"x", ""},
                                 wire::TimePoint(wire::Duration(9007199254740993))};
    for (const auto& info : GetEventKinds())
    {
        auto event = MakeLineEvent();
        event.kind = info.kind;
        event.messageId = "1@a.net";
        event.queueId = "A1";
        event.fields.clear();
        for (const auto name : info.fields)
        {
            event.fields.emplace_back(name, values[event.fields.size() % std::size(values)]);
        }
        const auto line = SerializeJson(event);
        EventJsonReader reader;
        const auto back = reader.Parse(line);
        ASSERT_TRUE(back) << line << ": " << back.GetError().reason;
        EXPECT_EQ(SerializeJson(*back), line);
        EXPECT_EQ(back->fields, event.fields) << line;
    }
}

TEST(EventJson, SharesTheConnectionAmongItsEvents)
{
    EventJsonReader reader;
    const auto first = reader.Parse(LINE_EVENT_JSON).GetValue();
    const auto second = reader.Parse(LINE_EVENT_JSON).GetValue();
    EXPECT_EQ(first.connection, second.connection);
}

TEST(EventJson, NamesWhatIsWrongWithALine)
{
    const std::pair<std::string, std::string> cases[] = {
        {"", "no well-formed JSON at octet 1"},
        {"{\"t\":0.0", "no well-formed JSON at octet 9"},
        {"[1]", "'line': expected a JSON object"},
        {R"({"t":null})", "null is not used in a record"},
        {R"({"t":true})", "true and false are not used in a record"},
        {R"({"t":0.0,"t":0.1})", "the key 't' stands twice in one object"},
        {R"({"t":18446744073709551615})", "a number is larger than 9223372036854775807"},
        {R"({"t":1})", "'t': expected seconds such as 0.123456789"},
        {R"({"t":1e-3})", "'t': expected seconds such as 0.123456789"},
        {R"({"host":"a"})", "no key 't'"},
        {R"({"t":0.0,"kind":"line-lost"})",
         "'kind': expected a kind of event such as 'line-sent', found 'line-lost'"},
        {R"({"t":0.0,"kind":"line-sent"})", "no key 'host'"},
        {R"({"t":0.0,"kind":"line-sent","host":5})", "'host': expected a text"},
        {R"({"t":0.0,"kind":"line-sent","host":"a","colour":"red"})",
         "a line-sent has no key 'colour'"},
        {R"({"t":0.0,"kind":"line-sent","host":"a","range":[1]})", "'range': expected two numbers"},
        {R"({"t":0.0,"kind":"line-sent","host":"a","range":[1,-2]})",
         "'range': expected a number that is not negative"},
        {R"({"t":0.0,"kind":"line-sent","host":"a","connection":{"role":"peer"}})",
         "'role': expected 'client' or 'server'"},
        {R"({"t":0.0,"kind":"line-sent","host":"a","connection":{"role":"client","number":1,)"
         R"("protocol":"SMTP","local":"192.0.2.1"}})",
         "'local': expected an address and a port such as '192.0.2.1:25'"},
    };
    for (const auto& [line, reason] : cases)
    {
        EventJsonReader reader;
        const auto event = reader.Parse(line);
        ASSERT_FALSE(event) << line;
        EXPECT_EQ(event.GetError().reason, reason) << line;
    }
}

TEST(EventJson, RefusesValuesThatNestTooDeeply)
{
    EventJsonReader reader;
    const auto event = reader.Parse(std::string(17, '[') + std::string(17, ']'));
    ASSERT_FALSE(event);
    EXPECT_EQ(event.GetError().reason, "more than 16 values inside each other");
    EXPECT_EQ(reader.Parse(std::string(16, '[') + std::string(16, ']')).GetError().reason,
              "'line': expected a JSON object");
}

TEST(EventKindTable, GivesNoFieldTheNameOfAKeyThatAllEventsHave)
{
    constexpr std::string_view COMMON[] =
        {"t", "host", "agent", "kind", "connection", "range", "message_id", "queue_id"};
    for (const auto& info : GetEventKinds())
    {
        for (const auto name : info.fields)
        {
            EXPECT_EQ(std::count(std::begin(COMMON), std::end(COMMON), name), 0) << name;
        }
    }
}

} // namespace
} // namespace ns3::postroad::event
