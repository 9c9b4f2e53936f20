// What one sees of a ladder's picture: rows, labels, their order, and that nothing is cut off.
#include "trace/sample-record.h"
#include "view/record-text.h"
#include "view/svg-shapes.h"

#include "postroad/view/ladder-svg.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <set>

namespace ns3::postroad::view
{
namespace
{

using test::FindText;
using test::ReadRecord;
using test::ReadShapes;
using test::Say;

constexpr char FAILURE_COLOUR[] = "#b00020";

/// A long name, a failure with a long reason, a pause, and a message.
Ladder
MakeTroubled()
{
    const std::string reason(90, 'w');
    const std::string server =
        R"("t":0.000000000,"host":"a-host-with-a-very-long-name.server.test","kind":"host-up",)"
        R"("addresses":["192.0.2.2"])";
    const std::string bounce =
        R"("t":9.000000000,"host":"client.test","kind":"message-bounced","to":["b@b.test"],)"
        R"("next_hop":"","address":"","reply":")";
    return MakeLadder(ReadRecord(
        {R"("t":0.000000000,"host":"client.test","kind":"host-up","addresses":["192.0.2.1"])",
         server,
         Say("1.000000000", "client.test", "connection-opened", ""),
         Say("1.000000000", "client.test", "line-received", "220 " + std::string(80, 'x')),
         Say("1.100000000", "client.test", "content-sent", "Hello\\r\\n"),
         bounce + reason + '"'}));
}

/// What a host says to itself, last in its row.
Ladder
MakeLoop()
{
    return MakeLadder(ReadRecord(
        {R"("t":1.000000000,"host":"h.test","kind":"line-sent","connection":{"number":1,)"
         R"("role":"server","protocol":"LMTP","local":"127.0.0.1:24","remote":"127.0.0.1:9"},)"
         R"("text":"220 a text that is quite a bit longer than the name of the host")"}));
}

std::vector<Ladder>
MakeAll()
{
    LadderOptions few;
    few.maxRungs = 5;
    return {MakeLadder(test::LoadFirstLetter()),
            MakeLadder(test::LoadFirstLetter(), few),
            MakeTroubled(),
            MakeLoop()};
}

TEST(LadderPicture, CutsNothingOff)
{
    for (const auto& ladder : MakeAll())
    {
        const auto svg = DrawLadder(ladder);
        const auto picture = ReadShapes(svg).at(0);
        const int width = picture.Get("width");
        const int height = picture.Get("height");
        for (const auto& text : ReadShapes(svg, "text"))
        {
            EXPECT_GE(text.GetLeft(), 0) << text.text;
            EXPECT_LE(text.GetRight(), width) << text.text;
            EXPECT_LT(text.Get("y"), height) << text.text;
        }
        for (const auto& line : ReadShapes(svg, "line"))
        {
            EXPECT_LE(std::max(line.Get("x1"), line.Get("x2")), width);
            EXPECT_LE(std::max(line.Get("y1"), line.Get("y2")), height);
        }
    }
}

TEST(LadderPicture, PrintsNoTwoTextsOverEachOther)
{
    for (const auto& ladder : MakeAll())
    {
        const auto texts = ReadShapes(DrawLadder(ladder), "text");
        for (auto one = texts.begin(); one != texts.end(); ++one)
        {
            for (auto other = one + 1; other != texts.end(); ++other)
            {
                const bool isSameLine = std::abs(one->Get("y") - other->Get("y")) < 11;
                const bool isApart =
                    one->GetRight() <= other->GetLeft() || other->GetRight() <= one->GetLeft();
                EXPECT_TRUE(!isSameLine || isApart) << one->text << " / " << other->text;
            }
        }
    }
}

TEST(LadderPicture, ShowsTheRungsFromTopToBottom)
{
    const auto ladder =
        MakeLadder(ReadRecord({Say("1.000000000", "server.test", "line-sent", "220 first"),
                               Say("1.100000000", "server.test", "line-received", "HELO second"),
                               Say("4.000000000", "server.test", "line-sent", "250 third")}));
    const auto svg = DrawLadder(ladder);
    int above = 0;
    for (const auto* const text : {"220 first", "HELO second", "2.900 s later", "250 third"})
    {
        const int y = FindText(svg, text).Get("y");
        EXPECT_GT(y, above) << text;
        above = y;
    }
    EXPECT_EQ(FindText(svg, "1.000000 s").Get("y"), FindText(svg, "220 first").Get("y") + 2);
}

TEST(LadderPicture, NamesEachHostAtBothEndsOfItsLifeline)
{
    const auto ladder = MakeLadder(test::LoadFirstLetter());
    const auto texts = ReadShapes(DrawLadder(ladder), "text");
    int left = 0;
    for (const auto& host : ladder.hosts)
    {
        std::vector<int> places;
        for (const auto& text : texts)
        {
            if (text.text == host)
            {
                places.push_back(text.Get("x"));
            }
        }
        ASSERT_EQ(places.size(), 2U) << host;
        EXPECT_EQ(places[0], places[1]) << host;
        EXPECT_GT(places[0], left) << host << " stands right of the host before it";
        left = places[0];
    }
}

TEST(LadderPicture, TellsATimeOnceForAllThatHappensThen)
{
    const auto svg = DrawLadder(
        MakeLadder(ReadRecord({Say("1.000000000", "server.test", "line-sent", "220 a"),
                               Say("1.000000000", "server.test", "line-received", "NOOP"),
                               Say("1.500000000", "server.test", "line-sent", "250 b")})));
    EXPECT_EQ(FindText(svg, "1.000000 s").Get("y"), FindText(svg, "220 a").Get("y") + 2);
    EXPECT_EQ(FindText(svg, "1.500000 s").Get("y"), FindText(svg, "250 b").Get("y") + 2);
}

TEST(LadderPicture, DashesWhatTheServerSays)
{
    const auto ladder =
        MakeLadder(ReadRecord({Say("1.000000000", "server.test", "line-sent", "220 a"),
                               Say("1.100000000", "server.test", "line-received", "NOOP"),
                               Say("1.200000000", "server.test", "content-received", "x")}));
    const auto svg = DrawLadder(ladder);
    const auto findArrow = [&svg](std::string_view label) {
        const int y = FindText(svg, label).Get("y") + 6;
        for (const auto& line : ReadShapes(svg, "line"))
        {
            if (line.Get("y1") == y && line.Get("y2") == y)
            {
                return line;
            }
        }
        ADD_FAILURE() << "no arrow at " << label;
        return test::SvgShape();
    };
    const auto reply = findArrow("220 a");
    const auto command = findArrow("NOOP");
    const auto message = findArrow("message, 1 octet");
    EXPECT_EQ(reply.attributes.count("stroke-dasharray"), 1U);
    EXPECT_LT(reply.Get("x2"), reply.Get("x1")) << "from the server on the right";
    EXPECT_EQ(command.attributes.count("stroke-dasharray"), 0U);
    EXPECT_GT(command.Get("x2"), command.Get("x1"));
    EXPECT_GT(message.Get("stroke-width"), command.Get("stroke-width")) << "a message is thick";
}

TEST(LadderPicture, HasALegendOfItsProtocolsInTheirColours)
{
    const auto svg = DrawLadder(MakeLadder(test::LoadFirstLetter()));
    std::set<std::string> colours;
    for (const auto* const entry :
         {"DNS", "SMTP", "POP3", "from the client", "from the server", "a message"})
    {
        colours.insert(FindText(svg, entry).attributes.at("fill"));
    }
    EXPECT_EQ(colours.size(), 4U) << "one for each protocol, one for the rest";
    const auto loop = DrawLadder(MakeLoop());
    EXPECT_EQ(loop.find(">SMTP<"), std::string::npos);
    EXPECT_NE(FindText(loop, "LMTP").attributes.at("fill"),
              FindText(svg, "SMTP").attributes.at("fill"));
}

TEST(LadderPicture, ShowsAFailureInItsOwnColourAndNotInThatOfANote)
{
    const auto colours = [](const char* event) {
        const auto svg = DrawLadder(
            MakeLadder(ReadRecord({std::string(R"("t":1.000000000,"host":"h.test",)") + event})));
        return svg.find(FAILURE_COLOUR) != std::string::npos;
    };
    EXPECT_TRUE(colours(R"("kind":"host-down")"));
    EXPECT_FALSE(colours(R"("kind":"host-up","addresses":["192.0.2.1"])"));
}

TEST(LadderPicture, CutsTextsThatAreTooLong)
{
    const auto ladder = MakeTroubled();
    const auto svg = DrawLadder(ladder);
    std::vector<std::string> cut;
    for (const auto& text : ReadShapes(svg, "text"))
    {
        if (text.text.ends_with("..."))
        {
            cut.push_back(text.text);
        }
    }
    ASSERT_EQ(cut.size(), 2U);
    EXPECT_EQ(cut[0], "220 " + std::string(46 - 4 - 3, 'x') + "...");
    EXPECT_EQ(cut[1], "bounced: " + std::string(64 - 9 - 3, 'w') + "...");
}

TEST(LadderPicture, ClosesTheLifelinesBelowTheLastRung)
{
    for (const auto& ladder : MakeAll())
    {
        int bottom = 0;
        const auto svg = DrawLadder(ladder);
        for (const auto& line : ReadShapes(svg, "line"))
        {
            bottom = line.Get("x1") == line.Get("x2") ? std::max(bottom, line.Get("y2")) : bottom;
        }
        const auto& last = ladder.rungs.back();
        const auto texts = ReadShapes(svg, "text");
        const auto label = std::find_if(texts.begin(), texts.end(), [&last](const auto& text) {
            return last.text.substr(0, 10) == text.text.substr(0, 10);
        });
        ASSERT_NE(label, texts.end()) << last.text;
        EXPECT_LT(label->Get("y"), bottom);
    }
}

TEST(LadderDescription, SaysInASentenceWhatThePictureShows)
{
    const std::pair<std::vector<std::string>, const char*> table[] = {
        {{R"("t":1.250000000,"host":"h.test","kind":"host-down")"},
         "Ladder diagram of 1 step between h.test, from 1.250 s to 1.250 s of virtual time."},
        {{Say("1.000000000", "server.test", "line-sent", "220 a"),
          Say("1.100000000", "server.test", "line-received", "NOOP")},
         "Ladder diagram of 2 steps between 192.0.2.1, server.test, from 1.000 s to 1.100 s of "
         "virtual time."},
    };
    for (const auto& [lines, sentence] : table)
    {
        const auto ladder = MakeLadder(ReadRecord(lines));
        EXPECT_EQ(DescribeLadder(ladder), sentence);
        EXPECT_EQ(ReadShapes(DrawLadder(ladder), "desc").at(0).text, sentence);
    }
}

TEST(LadderDescription, IsPreparedForARunInWhichNothingHappened)
{
    EXPECT_EQ(DescribeLadder(MakeLadder({})), "Ladder diagram without any step.");
}

} // namespace
} // namespace ns3::postroad::view
