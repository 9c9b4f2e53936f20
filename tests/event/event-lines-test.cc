// Lines of events.jsonl as runs write them: each kind of event goes in and comes out unchanged, so
// that a record that was read and written again is the same file.
#include "postroad/event/event-json.h"

#include <gtest/gtest.h>

#include <set>

namespace ns3::postroad::event
{
namespace
{

struct Line
{
    const char* title;
    const char* kind;
    const char* rest; ///< behind the kind
};

/// The SMTP session that the lines below are of.
constexpr char SESSION[] = R"(,"connection":{"number":3,"role":"server","protocol":"SMTP",)"
                           R"("local":"192.0.2.2:25","remote":"192.0.2.1:49153"})";

const Line IN_SESSION[] = {
    {"opened", "connection-opened", ""},
    {"closed", "connection-closed", R"(,"reason":"closed by the peer")"},
    {"refused", "connection-failed", R"(,"reason":"connection refused")"},
    {"command", "line-received", R"(,"range":[0,6],"text":"QUIT")"},
    {"reply", "line-sent", R"(,"range":[0,14],"text":"220 mail.test")"},
    {"empty line", "line-sent", R"(,"range":[14,16],"text":"")"},
    {"message sent", "content-sent", R"(,"range":[40,52],"text":"Hello\r\n.\r\n")"},
    {"message received", "content-received", R"(,"range":[40,52],"text":"Hello\r\n.\r\n")"},
    {"submission",
     "submission-accepted",
     R"(,"message_id":"1@a.test","queue_id":"A1","identity":"a@a.test","from":"a@a.test",)"
     R"("source":"192.0.2.1")"},
    {"queued for a client",
     "message-queued",
     R"(,"message_id":"1@a.test","queue_id":"A1","from":"a@a.test",)"
     R"("to":["b@b.test","c@b.test"],"size":612,"source":"192.0.2.1")"},
};

const Line ELSEWHERE[] = {
    {"question",
     "dns-query-sent",
     R"(,"id":1593,"name":"b.test","type":"MX","server":"192.0.2.53")"},
    {"question taken",
     "dns-query-received",
     R"(,"id":65535,"name":"b.test","type":"MX","server":"192.0.2.1")"},
    {"answer",
     "dns-answer-sent",
     R"(,"id":1593,"name":"b.test","type":"MX","server":"192.0.2.1","status":"NOERROR",)"
     R"("answers":["b.test.\t60\tIN\tMX\t10 mx1.test.","b.test.\t60\tIN\tMX\t20 mx2.test."])"},
    {"absence",
     "dns-answer-received",
     R"(,"id":1593,"name":"x.test","type":"A","server":"192.0.2.53","status":"NXDOMAIN",)"
     R"("answers":[])"},
    {"referral",
     "dns-answer-received",
     R"(,"id":1593,"name":"b.test","type":"MX","server":"192.0.2.53","status":"NOERROR",)"
     R"("answers":[],"referral":["test.\t60\tIN\tNS\tns.test."])"},
    {"link changed",
     "link-changed",
     R"(,"link":"a--b","properties":"1000000 bit/s, 20 ms, 5 % lost")"},
    {"query turned away",
     "dns-query-failed",
     R"(,"id":7,"name":"b.test","type":"MX","server":"192.0.2.1","reason":"no route to host")"},
    {"server silent", "service-down", R"(,"service":"dns")"},
    {"server heard again", "service-up", R"(,"service":"dns")"},
    {"rule let pass", "rule-broken", R"(,"reason":"a reply line that ends in LF alone")"},
    {"lines not said", "say-failed", R"(,"reason":"mail.test port 25: connection refused")"},
    {"mail not fetched",
     "fetch-failed",
     R"(,"mailbox":"b@b.test","reason":"mail.test: the server refused PASS: no")"},
    {"records known",
     "dns-cache-hit",
     R"(,"name":"b.test","type":"MX","status":"NOERROR",)"
     R"("answers":["b.test.\t7\tIN\tMX\t10 mx.test."],"ttl":7)"},
    {"look-up given up",
     "dns-lookup-failed",
     R"(,"name":"b.test","type":"MX","reason":"no answer from 192.0.2.53")"},
    {"submitted",
     "message-submitted",
     R"(,"message_id":"1@a.test","queue_id":"U1","from":"a@a.test","to":["b@b.test"],"size":300)"},
    {"notification queued",
     "message-queued",
     R"(,"message_id":"2@a.test","queue_id":"A2","from":"","to":["a@a.test"],"size":1680)"},
    {"attempt",
     "message-attempted",
     R"(,"message_id":"1@a.test","queue_id":"A1","to":["b@b.test"],"next_hop":"mx.test",)"
     R"("address":"192.0.2.9")"},
    {"deferred by its host",
     "message-deferred",
     R"(,"message_id":"1@a.test","queue_id":"A1","to":["b@b.test"],"next_hop":"mx.test",)"
     R"("address":"192.0.2.9","reason":"no route to host","retry_at":1801.190268489)"},
    {"deferred in doubt",
     "message-deferred",
     R"(,"message_id":"1@a.test","queue_id":"A1","to":["b@b.test"],"next_hop":"mx.test",)"
     R"("address":"192.0.2.9","reply":"450 4.2.0 Busy","in_doubt":1,"retry_at":1801.000000000)"},
    {"warned of",
     "message-delayed",
     R"(,"message_id":"1@a.test","queue_id":"A1","to":["b@b.test"],)"
     R"("retry_until":432001.150224489,"notification":"3@a.test")"},
    {"relayed",
     "message-relayed",
     R"(,"message_id":"1@a.test","queue_id":"A1","to":["b@b.test"],"next_hop":"mx.test",)"
     R"("address":"192.0.2.9","reply":"250 2.0.0 Ok: queued as B1")"},
    {"delivered",
     "message-delivered",
     R"(,"message_id":"1@a.test","queue_id":"B1","to":["b@b.test"],"mailbox":"b@b.test",)"
     R"("size":713)"},
    {"bounced without a next hop",
     "message-bounced",
     R"(,"message_id":"1@a.test","queue_id":"A1","to":["b@b.test"],"next_hop":"b.test",)"
     R"("address":"","reason":"b.test. does not exist","notification":"3@a.test")"},
    {"read",
     "mailbox-read",
     R"(,"message_id":"1@a.test","mailbox":"b@b.test","number":1,"size":713)"},
    {"link cut", "link-down", R"(,"link":"a.test--b.test")"},
    {"link mended", "link-up", R"(,"link":"a.test--b.test")"},
    {"power cut", "host-down", ""},
    {"power back", "host-up", ""},
    {"host there", "host-up", R"(,"addresses":["192.0.2.1","198.51.100.1"])"},
    {"zone edited",
     "zone-edited",
     R"(,"name":"b.test","removed":["www A"],"added":["www 300 IN A 192.0.2.1"])"},
};

std::string
MakeLine(const Line& line, const char* session)
{
    return R"({"t":12.345678901,"host":"mail.test","agent":"mta","kind":")" +
           std::string(line.kind) + '"' + session + line.rest + '}';
}

void
ExpectUnchanged(const std::string& line, const char* title)
{
    EventJsonReader reader;
    const auto event = reader.Parse(line);
    ASSERT_TRUE(event) << title << ": " << event.GetError().reason;
    EXPECT_EQ(SerializeJson(*event), line) << title;
}

TEST(EventLines, ComeOutAsTheyWentIn)
{
    for (const auto& line : IN_SESSION)
    {
        ExpectUnchanged(MakeLine(line, SESSION), line.title);
    }
    for (const auto& line : ELSEWHERE)
    {
        ExpectUnchanged(MakeLine(line, ""), line.title);
    }
}

TEST(EventLines, AreTestedForEveryKind)
{
    std::set<std::string_view> tested;
    for (const auto& line : IN_SESSION)
    {
        tested.insert(line.kind);
    }
    for (const auto& line : ELSEWHERE)
    {
        tested.insert(line.kind);
    }
    for (const auto& info : GetEventKinds())
    {
        EXPECT_TRUE(tested.contains(info.name)) << info.name;
    }
}

TEST(EventLines, KeepWhateverOctetsAPeerSent)
{
    const std::string octets[] = {
        std::string("\0", 1),
        "\x01\x1f\x7f",
        "tab\tquote\"backslash\\slash/",
        "Ren\xc3\xa9 \xe2\x82\xac \xf0\x9f\x93\xa8", // well-formed UTF-8 of two to four octets
        "latin Ren\xe9",
        "\xff\xfe",
        "\xc3",             // half a character
        "\xc0\xaf",         // an overlong form
        "\xed\xa0\x80",     // a surrogate
        "\xee\xbe\x80",     // U+EF80, which stands for an octet
        "\xf4\x90\x80\x80", // beyond Unicode
    };
    const std::string before = R"({"t":1.000000000,"host":"h","kind":"line-sent","text":"x"})";
    for (const auto& text : octets)
    {
        EventJsonReader reader;
        auto event = reader.Parse(before).GetValue();
        event.host = text;
        event.messageId = text;
        const auto line = SerializeJson(event);
        const auto back = reader.Parse(line);
        ASSERT_TRUE(back) << line << ": " << back.GetError().reason;
        EXPECT_EQ(back->host, text) << line;
        EXPECT_EQ(back->messageId, text) << line;
        EXPECT_EQ(line.find('\n'), std::string::npos) << "a line is one line";
    }
}

TEST(EventLines, KeepTheirTimesToTheNanosecond)
{
    for (const auto* const time : {"0.000000000",
                                   "0.000000001",
                                   "0.999999999",
                                   "432000.000000001",
                                   "9007199.254740993",
                                   "9223372036.854775807"})
    {
        ExpectUnchanged(R"({"t":)" + std::string(time) + R"(,"host":"h","kind":"host-down"})",
                        time);
    }
    EventJsonReader reader;
    EXPECT_EQ(reader.Parse(R"({"t":1.5,"host":"h","kind":"host-down"})")->time,
              wire::TimePoint(std::chrono::milliseconds(1500)))
        << "fewer places are fine";
}

TEST(EventLines, MayHaveTheirKeysInAnyOrderAndBlanksBetween)
{
    EventJsonReader reader;
    const auto event =
        reader.Parse(R"( { "text" : "QUIT", "kind" : "line-sent" , "host":"h",   "t":1.0 } )");
    ASSERT_TRUE(event) << event.GetError().reason;
    EXPECT_EQ(SerializeJson(*event),
              R"({"t":1.000000000,"host":"h","kind":"line-sent","text":"QUIT"})");
}

/// A line of which one place is wrong, and what is said about it.
struct BadLine
{
    const char* title;
    const char* line;
    const char* reason;
};

TEST(EventLines, AreRefusedWithTheReason)
{
    const BadLine table[] = {
        {"time as a text",
         R"({"t":"1.0","host":"h","kind":"host-down"})",
         "'t': expected seconds such as 0.123456789"},
        {"time with ten places",
         R"({"t":0.0000000001,"host":"h","kind":"host-down"})",
         "'t': expected seconds such as 0.123456789"},
        {"time beyond what is counted",
         R"({"t":9223372036.854775808,"host":"h","kind":"host-down"})",
         "'t': expected seconds such as 0.123456789"},
        {"no kind", R"({"t":1.0,"host":"h"})", "no key 'kind'"},
        {"kind as a number", R"({"t":1.0,"host":"h","kind":3})", "'kind': expected a text"},
        {"kind in capitals",
         R"({"t":1.0,"host":"h","kind":"HOST-DOWN"})",
         "'kind': expected a kind of event such as 'line-sent', found 'HOST-DOWN'"},
        {"agent as a list",
         R"({"t":1.0,"host":"h","kind":"host-down","agent":[]})",
         "'agent': expected a text"},
        {"message id as a number",
         R"({"t":1.0,"host":"h","kind":"host-down","message_id":1})",
         "'message_id': expected a text"},
        {"queue id as an object",
         R"({"t":1.0,"host":"h","kind":"host-down","queue_id":{}})",
         "'queue_id': expected a text"},
        {"range of three",
         R"({"t":1.0,"host":"h","kind":"line-sent","range":[1,2,3]})",
         "'range': expected two numbers"},
        {"range as a text",
         R"({"t":1.0,"host":"h","kind":"line-sent","range":"1-2"})",
         "'range': expected two numbers"},
        {"range of texts",
         R"({"t":1.0,"host":"h","kind":"line-sent","range":["1","2"]})",
         "'range': expected a whole number"},
        {"range of decimals",
         R"({"t":1.0,"host":"h","kind":"line-sent","range":[1.0,2.0]})",
         "'range': expected a whole number"},
        {"range that ends before it begins",
         R"({"t":1.0,"host":"h","kind":"line-sent","range":[2,1]})",
         "'range': expected an end that is not before the begin"},
        {"connection as a number",
         R"({"t":1.0,"host":"h","kind":"line-sent","connection":1})",
         "'connection': expected an object"},
        {"connection without a role",
         R"({"t":1.0,"host":"h","kind":"line-sent","connection":{"number":1}})",
         "no key 'role'"},
        {"connection without a number",
         R"({"t":1.0,"host":"h","kind":"line-sent","connection":{"role":"client"}})",
         "no key 'number'"},
        {"connection of the number -1",
         R"({"t":1.0,"host":"h","kind":"line-sent","connection":{"role":"client","number":-1}})",
         "'number': expected a number that is not negative"},
        {"connection of a number beyond 32 bits",
         R"({"t":1.0,"host":"h","kind":"line-sent","connection":{"role":"client",)"
         R"("number":4294967296}})",
         "'number': expected at most 4294967295"},
        {"connection with a key of nobody's",
         R"({"t":1.0,"host":"h","kind":"line-sent","connection":{"role":"client","port":25}})",
         "a connection has no key 'port'"},
        {"connection without a protocol",
         R"({"t":1.0,"host":"h","kind":"line-sent","connection":{"role":"client","number":1}})",
         "no key 'protocol'"},
        {"connection with one end",
         R"({"t":1.0,"host":"h","kind":"line-sent","connection":{"role":"client","number":1,)"
         R"("protocol":"SMTP","local":"192.0.2.1:25"}})",
         "no key 'remote'"},
        {"port beyond 65535",
         R"({"t":1.0,"host":"h","kind":"line-sent","connection":{"role":"client","number":1,)"
         R"("protocol":"SMTP","local":"192.0.2.1:25","remote":"192.0.2.2:65536"}})",
         "'remote': expected an address and a port such as '192.0.2.1:25'"},
        {"detail of another kind",
         R"({"t":1.0,"host":"h","kind":"link-down","link":"a","text":"x"})",
         "a link-down has no key 'text'"},
        {"something behind the object",
         R"({"t":1.0,"host":"h","kind":"host-down"} x)",
         "no well-formed JSON at octet 41"},
        {"two objects",
         R"({"t":1.0,"host":"h","kind":"host-down"}{})",
         "no well-formed JSON at octet 40"},
        {"octets that are no UTF-8",
         "{\"t\":1.0,\"host\":\"\xff\",\"kind\":\"host-down\"}",
         "no well-formed JSON at octet 18"},
    };
    for (const auto& [title, line, reason] : table)
    {
        EventJsonReader reader;
        const auto event = reader.Parse(line);
        ASSERT_FALSE(event) << title;
        EXPECT_EQ(event.GetError().reason, reason) << title;
    }
}

TEST(EventLines, AreRefusedWhereverTheyAreCutOff)
{
    for (const auto& each : IN_SESSION)
    {
        const auto line = MakeLine(each, SESSION);
        for (std::size_t size = 0; size < line.size(); ++size)
        {
            EventJsonReader reader;
            const auto event = reader.Parse(std::string_view(line).substr(0, size));
            ASSERT_FALSE(event) << line.substr(0, size);
            EXPECT_EQ(event.GetError().reason.find("no well-formed JSON"), 0U);
        }
    }
}

// Whatever a damaged file holds: an event or a reason, and never an exception.
TEST(EventLines, MayBeDamagedInAnyPlace)
{
    for (const auto& each : ELSEWHERE)
    {
        const auto whole = MakeLine(each, SESSION);
        for (std::size_t at = 0; at < whole.size(); ++at)
        {
            for (const char octet : {'\0', '"', '}', '9', '\xff'})
            {
                auto line = whole;
                line[at] = octet;
                EventJsonReader reader;
                const auto event = reader.Parse(line);
                EXPECT_TRUE(event || !event.GetError().reason.empty()) << line;
            }
        }
    }
}

TEST(EventLines, ShareAConnectionUntilItsEndsAreUsedAgain)
{
    const auto line = [](const char* host, const char* number) {
        return R"({"t":1.0,"host":")" + std::string(host) +
               R"(","kind":"connection-opened","connection":{"number":)" + number +
               R"(,"role":"server","protocol":"SMTP","local":"192.0.2.2:25",)"
               R"("remote":"192.0.2.1:49153"}})";
    };
    EventJsonReader reader;
    const auto read = [&](const char* host, const char* number) {
        return reader.Parse(line(host, number)).GetValue().connection;
    };
    const auto first = read("a", "1");
    EXPECT_EQ(read("a", "1"), first);
    EXPECT_NE(read("b", "1"), first) << "the other host has its own view";
    const auto second = read("a", "2");
    EXPECT_NE(second, first) << "the same ports again";
    EXPECT_EQ(second->number, 2U);
    EXPECT_EQ(read("a", "2"), second);
    EXPECT_EQ(read("a", "1")->number, 1U);
}

} // namespace
} // namespace ns3::postroad::event
