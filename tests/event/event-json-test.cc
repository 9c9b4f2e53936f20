#include "postroad/event/event-fields.h"
#include "postroad/event/event-json.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <limits>

namespace ns3::postroad::event
{
namespace
{

Event
MakeLineEvent()
{
    Event event(EventKind::LINE_RECEIVED, DialogueText{"EHLO alice.a.net"});
    event.time = wire::TimePoint(wire::Duration(12345678));
    event.host = "mail.a.net";
    event.agent = "mta";
    event.connection = std::make_shared<const Connection>(
        Connection{1, Role::SERVER, "SMTP", {"192.0.2.2", 25}, {"192.0.2.1", 49153}});
    event.range = {0, 18};
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
    Event event(EventKind::HOST_DOWN);
    event.host = "b";
    EXPECT_EQ(SerializeJson(event), R"({"t":0.000000000,"host":"b","kind":"host-down"})");
}

TEST(EventJson, WritesEachTypeOfField)
{
    AttemptEnd end;
    end.to = {"bob@b.net", "carol@b.net"};
    end.nextHop = "mail.b.net";
    end.reply = "450 busy";
    end.isInDoubt = true;
    end.retryAt = wire::TimePoint(std::chrono::minutes(30));
    Event deferred(EventKind::MESSAGE_DEFERRED, end);
    deferred.host = "mail.a.net";
    deferred.messageId = "1@a.net";
    deferred.queueId = "A1";
    EXPECT_EQ(SerializeJson(deferred),
              R"({"t":0.000000000,"host":"mail.a.net","kind":"message-deferred",)"
              R"("message_id":"1@a.net","queue_id":"A1","to":["bob@b.net","carol@b.net"],)"
              R"("next_hop":"mail.b.net","address":"","reply":"450 busy","in_doubt":1,)"
              R"("retry_at":1800.000000000})");
    Event read(EventKind::MAILBOX_READ, MailboxReading{"bob@b.net", 2, 612});
    read.host = "b";
    EXPECT_EQ(SerializeJson(read),
              R"({"t":0.000000000,"host":"b","kind":"mailbox-read","mailbox":"bob@b.net",)"
              R"("number":2,"size":612})");
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
    EXPECT_EQ(event->details, MakeLineEvent().details);
}

/// Fills each detail, whichever type it has.
struct Filler
{
    void operator()(std::string_view, std::string& text) const
    {
        text = "a\xff\r\n\"b";
    }

    void operator()(std::string_view, Texts& texts) const
    {
        texts = {"x", ""};
    }

    void operator()(std::string_view, wire::TimePoint& time) const
    {
        time = wire::TimePoint(wire::Duration(9007199254740993));
    }

    void operator()(std::string_view, bool& flag) const
    {
        flag = true;
    }

    template <std::unsigned_integral T>
    void operator()(std::string_view, T& number) const
    {
        number = std::same_as<T, std::uint64_t>
                     ? static_cast<T>(std::numeric_limits<std::int64_t>::max())
                     : std::numeric_limits<T>::max();
    }

    template <typename T>
    void operator()(std::string_view name, std::optional<T>& member) const
    {
        (*this)(name, member.emplace());
    }
};

void
ExpectRoundTrip(const Event& event)
{
    const auto line = SerializeJson(event);
    EventJsonReader reader;
    const auto back = reader.Parse(line);
    ASSERT_TRUE(back) << line << ": " << back.GetError().reason;
    EXPECT_EQ(SerializeJson(*back), line);
    EXPECT_EQ(back->details, event.details) << line;
}

TEST(EventJson, SurvivesTheRoundTripForEveryKindWithAndWithoutDetails)
{
    for (const auto& info : GetEventKinds())
    {
        auto event = MakeLineEvent();
        event.kind = info.kind;
        event.messageId = "1@a.net";
        event.queueId = "A1";
        event.details = MakeDetails(info.kind);
        ExpectRoundTrip(event);
        std::visit([](auto& details) { VisitFields(details, Filler()); }, event.details);
        ExpectRoundTrip(event);
    }
}

TEST(EventJson, WritesTheFieldsThatTheTableOfKindsLists)
{
    for (const auto& info : GetEventKinds())
    {
        Event event(info.kind);
        const auto emptyLine = SerializeJson(event);
        std::visit([](auto& details) { VisitFields(details, Filler()); }, event.details);
        const auto fullLine = SerializeJson(event);
        std::size_t place = 0;
        for (const auto& field : info.fields)
        {
            const auto key = ",\"" + std::string(field.name) + "\":";
            EXPECT_EQ(emptyLine.find(key) == std::string::npos, field.isOptional) << key;
            const auto found = fullLine.find(key);
            ASSERT_NE(found, std::string::npos) << key;
            EXPECT_GT(found, place) << key;
            place = found;
        }
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
        {R"({"t":0.0,"kind":"line-sent","host":"a"})", "no key 'text'"},
        {R"({"t":0.0,"kind":"line-sent","host":"a","text":5})", "'text': expected a text"},
        {R"({"t":0.0,"kind":"host-up","host":"a","addresses":"192.0.2.1"})",
         "'addresses': expected a list of texts"},
        {R"({"t":0.0,"kind":"dns-query-sent","host":"a","id":65536})",
         "'id': expected at most 65535"},
        {R"({"t":0.0,"kind":"dns-query-sent","host":"a","id":-1})",
         "'id': expected a number that is not negative"},
        {R"({"t":0.0,"kind":"message-deferred","host":"a","to":[],"next_hop":"","address":"",)"
         R"("in_doubt":0})",
         "'in_doubt': expected 1"},
        {R"({"t":0.0,"kind":"message-deferred","host":"a","to":[],"next_hop":"","address":"",)"
         R"("retry_at":5})",
         "'retry_at': expected seconds such as 0.123456789"},
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
        for (const auto& field : info.fields)
        {
            EXPECT_EQ(std::count(std::begin(COMMON), std::end(COMMON), field.name), 0)
                << field.name;
        }
    }
}

} // namespace
} // namespace ns3::postroad::event
