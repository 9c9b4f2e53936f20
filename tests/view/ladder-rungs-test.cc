// Which events of a record become a rung of a ladder, and in which words.
#include "view/record-text.h"

#include "postroad/view/ladder.h"

#include <gtest/gtest.h>

namespace ns3::postroad::view
{
namespace
{

using test::MakeTwoHosts;
using test::ReadRecord;
using test::Say;

struct Note
{
    const char* title;
    const char* event; ///< behind time and host
    const char* text;  ///< of its rung
};

const Note MILESTONES[] = {
    {"submitted",
     R"("kind":"message-submitted","from":"a@a.test","to":["b@b.test"],"size":9)",
     "submitted"},
    {"queued",
     R"("kind":"message-queued","queue_id":"A1","from":"a@a.test","to":["b@b.test"],"size":9)",
     "queued as A1"},
    {"relayed",
     R"("kind":"message-relayed","to":["b@b.test"],"next_hop":"mx.test","address":"192.0.2.9",)"
     R"("reply":"250 Ok")",
     "relayed"},
    {"warned of",
     R"("kind":"message-delayed","to":["b@b.test","c@b.test"],"retry_until":9.000000000)",
     "delayed for b@b.test, c@b.test: the sender is warned"},
    {"delivered",
     R"("kind":"message-delivered","to":["b@b.test"],"mailbox":"b@b.test","size":9)",
     "delivered to mailbox b@b.test"},
    {"read",
     R"("kind":"mailbox-read","mailbox":"b@b.test","number":3,"size":9)",
     "read message 3 of mailbox b@b.test"},
    {"link mended", R"("kind":"link-up","link":"a--b")", "link a--b is up"},
    {"host back", R"("kind":"host-up","addresses":["192.0.2.7"])", "switched on"},
    {"records known",
     R"("kind":"dns-cache-hit","name":"b.test","type":"MX","status":"NOERROR",)"
     R"("answers":["b.test.\t60\tIN\tMX\t10 mx.test."],"ttl":60)",
     "knows b.test MX for 60 s more"},
    {"absence known",
     R"("kind":"dns-cache-hit","name":"x.test","type":"A","status":"NXDOMAIN","answers":[],"ttl":7)",
     "knows x.test A: NXDOMAIN for 7 s more"},
};

const Note FAILURES[] = {
    {"deferred with the server's words",
     R"("kind":"message-deferred","to":["b@b.test"],"next_hop":"mx.test",)"
     R"("address":"192.0.2.9","reply":"450 busy","retry_at":9.000000000)",
     "deferred: 450 busy"},
    {"deferred without",
     R"("kind":"message-deferred","to":["b@b.test"],"next_hop":"mx.test",)"
     R"("address":"192.0.2.9","reason":"no answer","retry_at":9.000000000)",
     "deferred: no answer"},
    {"bounced with both",
     R"("kind":"message-bounced","to":["b@b.test"],"next_hop":"mx.test",)"
     R"("address":"192.0.2.9","reply":"550 no","reason":"given up")",
     "bounced: given up: 550 no"},
    {"link cut", R"("kind":"link-down","link":"a--b")", "link a--b is down"},
    {"power cut", R"("kind":"host-down")", "switched off"},
    {"name not found",
     R"("kind":"dns-lookup-failed","name":"b.test","type":"MX","reason":"timed out")",
     "no answer to b.test MX: timed out"},
};

std::vector<event::Event>
ReadNote(const char* event)
{
    return ReadRecord({std::string(R"("t":5.000000000,"host":"h.test",)") + event});
}

void
ExpectNote(const Note& note, bool isFailure)
{
    SCOPED_TRACE(note.title);
    const auto ladder = MakeLadder(ReadNote(note.event));
    ASSERT_EQ(ladder.rungs.size(), 1U);
    EXPECT_EQ(ladder.hosts, std::vector<std::string>{"h.test"});
    EXPECT_EQ(ladder.rungs[0].kind, RungKind::NOTE);
    EXPECT_EQ(ladder.rungs[0].text, note.text);
    EXPECT_EQ(ladder.rungs[0].time, wire::TimePoint(std::chrono::seconds(5)));
    EXPECT_EQ(ladder.rungs[0].isFailure, isFailure);
}

TEST(LadderRungs, NoteWhatHappensToAMessageOnAHost)
{
    for (const auto& note : MILESTONES)
    {
        ExpectNote(note, false);
    }
}

TEST(LadderRungs, MarkFailures)
{
    for (const auto& note : FAILURES)
    {
        ExpectNote(note, true);
    }
}

TEST(LadderRungs, LeaveOutWhatAReaderNeedNotSee)
{
    const Note table[] = {
        {"an attempt, which the dialogue shows",
         R"("kind":"message-attempted","to":["b@b.test"],"next_hop":"mx.test","address":"")",
         ""},
        {"the other end of a question",
         R"("kind":"dns-query-received","id":1,"name":"b.test","type":"MX","server":"192.0.2.7")",
         ""},
        {"the other end of an answer",
         R"("kind":"dns-answer-sent","id":1,"name":"b.test","type":"MX","server":"192.0.2.7",)"
         R"("status":"NOERROR","answers":[])",
         ""},
        {"a line without a connection", R"("kind":"line-sent","text":"NOOP")", ""},
    };
    for (const auto& row : table)
    {
        EXPECT_TRUE(MakeLadder(ReadNote(row.event)).rungs.empty()) << row.title;
    }
    EXPECT_TRUE(MakeLadder(ReadRecord(MakeTwoHosts())).rungs.empty()) << "up from the beginning";
}

TEST(LadderRungs, AreThoseOfTheEndThatSpeaksFirst)
{
    auto lines = MakeTwoHosts();
    lines.push_back(Say("1.000000000", "server.test", "line-sent", "220 hello"));
    lines.push_back(Say("1.010000000", "client.test", "line-received", "220 hello"));
    lines.push_back(Say("1.010000000", "client.test", "line-sent", "QUIT"));
    lines.push_back(Say("1.020000000", "server.test", "line-received", "QUIT"));
    const auto ladder = MakeLadder(ReadRecord(lines));
    ASSERT_EQ(ladder.rungs.size(), 2U);
    EXPECT_EQ(ladder.hosts, (std::vector<std::string>{"client.test", "server.test"}));
    EXPECT_EQ(ladder.rungs[0].text, "220 hello");
    EXPECT_TRUE(ladder.rungs[0].isReply);
    EXPECT_EQ(ladder.rungs[0].from, 1U);
    EXPECT_EQ(ladder.rungs[1].text, "QUIT");
    EXPECT_FALSE(ladder.rungs[1].isReply);
    EXPECT_EQ(ladder.rungs[1].from, 0U);
    EXPECT_EQ(ladder.rungs[1].time, wire::TimePoint(std::chrono::milliseconds(1020)));
}

TEST(LadderRungs, JoinOnlyTheLinesOfOneReply)
{
    const auto make = [](const std::vector<std::string>& lines) {
        std::vector<std::string> texts;
        for (const auto& rung : MakeLadder(ReadRecord(lines)).rungs)
        {
            texts.push_back(rung.text);
        }
        return texts;
    };
    using Texts = std::vector<std::string>;
    const auto reply = [](const char* time, const char* text) {
        return Say(time, "server.test", "line-sent", text);
    };
    const auto command = [](const char* time, const char* text) {
        return Say(time, "server.test", "line-received", text);
    };
    EXPECT_EQ(make({reply("1.000000000", "250-a"), reply("1.000000000", "250 b")}),
              Texts{"250-a (+1 line)"});
    EXPECT_EQ(make({reply("1.000000000", "250 a"), reply("1.100000000", "250 b")}),
              (Texts{"250 a", "250 b"}))
        << "at another time";
    EXPECT_EQ(make({command("1.000000000", "RSET"), command("1.000000000", "NOOP")}),
              (Texts{"RSET", "NOOP"}))
        << "commands";
    EXPECT_EQ(make({reply("1.000000000", "250-a"),
                    R"("t":1.000000000,"host":"server.test","kind":"host-down")",
                    reply("1.000000000", "250 b")}),
              (Texts{"250-a", "switched off", "250 b"}))
        << "something between";
}

TEST(LadderRungs, ShowAMessageByItsSize)
{
    const auto ladder =
        MakeLadder(ReadRecord({Say("1.000000000", "server.test", "content-received", "a\\r\\n"),
                               Say("1.100000000", "server.test", "content-received", "a")}));
    ASSERT_EQ(ladder.rungs.size(), 2U);
    EXPECT_EQ(ladder.rungs[0].kind, RungKind::CONTENT);
    EXPECT_EQ(ladder.rungs[0].text, "message, 3 octets");
    EXPECT_EQ(ladder.rungs[1].text, "message, 1 octet");
}

TEST(LadderRungs, ShowAConnectionOnceAndByTheClient)
{
    auto lines = MakeTwoHosts();
    lines.push_back(Say("1.000000000", "client.test", "connection-opened", ""));
    lines.push_back(Say("1.010000000", "server.test", "connection-opened", ""));
    const auto ladder = MakeLadder(ReadRecord(lines));
    ASSERT_EQ(ladder.rungs.size(), 1U);
    EXPECT_EQ(ladder.rungs[0].kind, RungKind::CONNECTION);
    EXPECT_EQ(ladder.rungs[0].text, "SMTP connection to port 25");
    EXPECT_EQ(ladder.rungs[0].time, wire::TimePoint(std::chrono::seconds(1)));
}

TEST(LadderRungs, TellWhyAConnectionFailed)
{
    const auto ladder = MakeLadder(
        ReadRecord({Say("1.000000000", "client.test", "connection-failed", "connection refused")}));
    ASSERT_EQ(ladder.rungs.size(), 1U);
    EXPECT_EQ(ladder.rungs[0].text, "SMTP connection to port 25 failed: connection refused");
    EXPECT_TRUE(ladder.rungs[0].isFailure);
}

TEST(LadderRungs, ShowQuestionsAndWhatIsAnswered)
{
    const std::string question = R"("id":1,"name":"b.test","type":"MX","server":"192.0.2.53")";
    const auto answer = [&question](const std::string& rest) {
        return R"("t":1.500000000,"host":"mta.test","kind":"dns-answer-received",)" + question +
               rest;
    };
    const std::pair<std::string, const char*> table[] = {
        {R"(,"status":"NOERROR","answers":["b.test.\t60\tIN\tMX\t10 mx1.test.",)"
         R"("b.test.\t60\tIN\tMX\t20 mx2.test."])",
         "b.test. 60 IN MX 10 mx1.test.; b.test. 60 IN MX 20 mx2.test."},
        {R"(,"status":"NXDOMAIN","answers":[])", "b.test MX: NXDOMAIN"},
        {R"(,"status":"NOERROR","answers":[],"referral":["test.\t60\tIN\tNS\tns.test."])",
         "b.test MX: see test. 60 IN NS ns.test."},
    };
    for (const auto& [rest, text] : table)
    {
        const auto ladder = MakeLadder(ReadRecord(
            {R"("t":0.000000000,"host":"ns.test","kind":"host-up","addresses":["192.0.2.53"])",
             R"("t":1.000000000,"host":"mta.test","kind":"dns-query-sent",)" + question,
             answer(rest)}));
        ASSERT_EQ(ladder.rungs.size(), 2U);
        EXPECT_EQ(ladder.hosts, (std::vector<std::string>{"mta.test", "ns.test"}));
        EXPECT_EQ(ladder.rungs[0].text, "b.test MX?");
        EXPECT_EQ(ladder.rungs[0].protocol, "DNS");
        EXPECT_EQ(ladder.rungs[0].to, 1U);
        EXPECT_EQ(ladder.rungs[1].text, text);
        EXPECT_EQ(ladder.rungs[1].to, 0U);
    }
}

TEST(LadderRungs, CallAnUnknownHostByItsAddress)
{
    const auto ladder =
        MakeLadder(ReadRecord({Say("1.000000000", "server.test", "line-sent", "220 hello")}));
    EXPECT_EQ(ladder.hosts, (std::vector<std::string>{"192.0.2.1", "server.test"}));
}

TEST(LadderRungs, PauseFromTheGivenLengthOn)
{
    const auto ladder =
        MakeLadder(ReadRecord({Say("1.000000000", "server.test", "line-sent", "220 hello"),
                               Say("1.999999999", "server.test", "line-received", "NOOP"),
                               Say("2.999999999", "server.test", "line-sent", "250 Ok"),
                               Say("9002.999999999", "server.test", "line-received", "QUIT")}));
    std::vector<std::string> pauses;
    for (const auto& rung : ladder.rungs)
    {
        if (rung.kind == RungKind::GAP)
        {
            pauses.push_back(rung.text);
        }
    }
    EXPECT_EQ(pauses, (std::vector<std::string>{"1.000 s later", "2 h 30 min later"}));
}

TEST(LadderRungs, CountTheLinesOfAReplyThatIsNotShown)
{
    LadderOptions options;
    options.maxRungs = 1;
    const auto ladder =
        MakeLadder(ReadRecord({Say("1.000000000", "server.test", "line-sent", "220 a"),
                               Say("1.100000000", "server.test", "line-sent", "250-b"),
                               Say("1.100000000", "server.test", "line-sent", "250 c")}),
                   options);
    ASSERT_EQ(ladder.rungs.size(), 1U);
    EXPECT_EQ(ladder.rungs[0].text, "220 a");
    EXPECT_EQ(ladder.omitted, 1U);
}

} // namespace
} // namespace ns3::postroad::view
