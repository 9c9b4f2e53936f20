// Lines that other programs wrote: Python's json.dumps, jq, an editor. They mean the same as our
// own.
#include "postroad/event/event-json.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace ns3::postroad::event
{
namespace
{

Event
Read(std::string_view line)
{
    EventJsonReader reader;
    auto event = reader.Parse(line);
    EXPECT_TRUE(event) << line << ": " << event.GetError().reason;
    return event ? std::move(event).GetValue() : Event();
}

TEST(EventJsonReader, TakesTheKeysInAnyOrder)
{
    const auto event = Read(R"({"text":"QUIT","connection":{"remote":"192.0.2.1:49153",)"
                            R"("local":"192.0.2.2:25","protocol":"SMTP","role":"server",)"
                            R"("number":3},"kind":"line-received","host":"b","t":1.5})");
    EXPECT_EQ(SerializeJson(event),
              R"({"t":1.500000000,"host":"b","kind":"line-received","connection":{"number":3,)"
              R"("role":"server","protocol":"SMTP","local":"192.0.2.2:25",)"
              R"("remote":"192.0.2.1:49153"},"text":"QUIT"})");
}

TEST(EventJsonReader, TakesWhiteSpaceBetweenTheWords)
{
    const auto event = Read(
        " { \"t\" : 1.0 ,\t\"host\" : \"b\",\r\n \"kind\": \"line-sent\", \"range\": [ 1 , 2 ],"
        " \"text\" : \"QUIT\" } ");
    EXPECT_EQ(event.host, "b");
    EXPECT_EQ(event.range, (wire::ByteRange{1, 2}));
    EXPECT_EQ(event.Get<DialogueText>().text, "QUIT");
}

TEST(EventJsonReader, ReadsEachWayToWriteACharacter)
{
    struct Row
    {
        const char* json;
        std::string text;
    };

    const Row table[] = {
        {R"(\"\\\/)", "\"\\/"},
        {R"(\b\f\n\r\t)", "\b\f\n\r\t"},
        {R"(\u0041\u00e9\u20AC)", "A\xc3\xa9\xe2\x82\xac"},
        {R"(\ud83d\udce7)", "\xf0\x9f\x93\xa7"},
        {"\xc3\xa9", "\xc3\xa9"},
        {R"(\u0000)", std::string(1, '\0')},
    };
    for (const auto& [json, text] : table)
    {
        const auto event =
            Read(R"({"t":0.0,"host":"b","kind":"line-sent","text":")" + std::string(json) + "\"}");
        EXPECT_EQ(event.Get<DialogueText>().text, text) << json;
    }
}

TEST(EventJsonReader, FillsUpATimeThatWasCutShort)
{
    for (const auto* const time : {"2.5", "2.50", "2.500000000"})
    {
        const auto event = Read(R"({"t":)" + std::string(time) +
                                R"(,"host":"b","kind":"host-up","addresses":[]})");
        EXPECT_EQ(event.time, wire::TimePoint(std::chrono::milliseconds(2500))) << time;
    }
}

TEST(EventJsonReader, ReadsNumbersUpToTheirEnds)
{
    const auto question = Read(R"({"t":9223372036.854775807,"host":"b","kind":"dns-query-sent",)"
                               R"("id":65535,"name":"","type":"","server":""})");
    EXPECT_EQ(question.time, wire::TimePoint(wire::Duration::max()));
    EXPECT_EQ(question.Get<DnsQuestion>().id, 65535);
    const auto line = Read(R"({"t":0.0,"host":"b","kind":"line-sent","text":"",)"
                           R"("connection":{"number":4294967295,"role":"client","protocol":"",)"
                           R"("local":"[2001:db8::1]:0","remote":"192.0.2.1:65535"},)"
                           R"("range":[9223372036854775807,9223372036854775807]})");
    EXPECT_EQ(line.connection->number, 4294967295U);
    EXPECT_EQ(line.connection->local, (wire::Endpoint{"2001:db8::1", 0}));
    EXPECT_EQ(line.connection->remote.port, 65535);
    EXPECT_EQ(line.range.end, 9223372036854775807U);
}

TEST(EventJsonReader, GoesOnAfterALineThatItRefused)
{
    EventJsonReader reader;
    EXPECT_FALSE(reader.Parse("{"));
    EXPECT_TRUE(reader.Parse(R"({"t":0.0,"host":"b","kind":"host-down"})"));
    EXPECT_FALSE(reader.Parse(R"({"t":0.0,"host":"b","kind":"host-lost"})"));
    EXPECT_TRUE(reader.Parse(R"({"t":0.0,"host":"b","kind":"host-down"})"));
}

} // namespace
} // namespace ns3::postroad::event
