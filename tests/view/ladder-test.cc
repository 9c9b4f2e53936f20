#include "trace/sample-record.h"

#include "postroad/view/ladder-svg.h"
#include "postroad/view/ladder-text.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ns3::postroad::view
{
namespace
{

Ladder
MakeSample(const LadderOptions& options = {})
{
    return MakeLadder(test::LoadFirstLetter(), options);
}

TEST(Ladder, PutsTheHostsInTheOrderOfTheRouteAndNameServersLast)
{
    EXPECT_EQ(MakeSample().hosts,
              (std::vector<std::string>{"alice.a.net",
                                        "mail.a.net",
                                        "mail.b.net",
                                        "bob.b.net",
                                        "ns.example"}));
}

TEST(Ladder, PutsAHostThatFailsFirstToItsPlaceOnTheRoute)
{
    auto events = test::LoadFirstLetter();
    event::Event down(event::EventKind::HOST_DOWN);
    down.host = "mail.b.net";
    events.insert(events.begin(), down);
    EXPECT_EQ(MakeLadder(events, {}).hosts, MakeSample().hosts);
}

TEST(Ladder, ShowsAReplyOfSeveralLinesAsOneRung)
{
    const auto ladder = MakeSample();
    const auto rung = std::find_if(ladder.rungs.begin(), ladder.rungs.end(), [](const auto& row) {
        return row.text.starts_with("250-mail.a.net");
    });
    ASSERT_NE(rung, ladder.rungs.end());
    EXPECT_EQ(rung->text, "250-mail.a.net (+2 lines)");
    EXPECT_TRUE(rung->isReply);
    EXPECT_EQ(rung->from, 1);
    EXPECT_EQ(rung->to, 0);
}

TEST(Ladder, ShowsAMessageAsOneRung)
{
    const auto ladder = MakeSample();
    EXPECT_EQ(std::count_if(ladder.rungs.begin(),
                            ladder.rungs.end(),
                            [](const auto& row) { return row.kind == RungKind::CONTENT; }),
              3);
}

TEST(Ladder, TellsOfAPause)
{
    const auto isGap = [](const Rung& rung) { return rung.kind == RungKind::GAP; };
    const auto ladder = MakeSample();
    const auto rung = std::find_if(ladder.rungs.begin(), ladder.rungs.end(), isGap);
    ASSERT_NE(rung, ladder.rungs.end());
    EXPECT_EQ(rung->text, "1.513 s later");
    LadderOptions patient;
    patient.gap = std::chrono::minutes(1);
    const auto whole = MakeSample(patient);
    EXPECT_TRUE(std::none_of(whole.rungs.begin(), whole.rungs.end(), isGap));
}

TEST(Ladder, CountsWhatItLeavesOut)
{
    LadderOptions options;
    options.maxRungs = 10;
    const auto all = MakeSample({"Ladder", 1000, std::chrono::hours(1)});
    const auto some = MakeSample({"Ladder", 10, std::chrono::hours(1)});
    EXPECT_EQ(some.rungs.size(), 10);
    EXPECT_EQ(some.omitted, all.rungs.size() - 10);
    EXPECT_TRUE(
        FormatLadder(some).ends_with(std::to_string(some.omitted) + " more rungs not shown\n"));
    EXPECT_NE(DrawLadder(some).find(" more rungs not shown</text>"), std::string::npos);
}

TEST(LadderText, ShowsTheSample)
{
    test::ExpectGolden(FormatLadder(MakeSample({"First letter"})), "view/golden/ladder.txt");
}

TEST(LadderPicture, ShowsTheSample)
{
    test::ExpectGolden(DrawLadder(MakeSample({"First letter"})), "view/golden/ladder.svg");
}

TEST(LadderPicture, GivesRoomToTheTextOfAnArrowOverOtherHosts)
{
    auto events = test::LoadFirstLetter();
    std::erase_if(events, [](const event::Event& event) {
        return event.connection && event.connection->GetServer().port != 587;
    });
    const auto svg = DrawLadder(MakeLadder(events));
    EXPECT_NE(svg.find(">b.net. 300 IN MX 10 mail.b.net.<"), std::string::npos);
    EXPECT_NE(svg.find(">mail.b.net. 300 IN A 198.51.100.2<"), std::string::npos);
}

TEST(LadderPicture, IsSelfContainedAndOpaque)
{
    const auto svg = DrawLadder(MakeSample());
    for (const auto* const word : {"<script", "href", "<style", "url(", "<image"})
    {
        EXPECT_EQ(svg.find(word), std::string::npos) << word;
    }
    EXPECT_NE(svg.find("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>"),
              std::string::npos);
    EXPECT_NE(svg.find("<title id=\"title\">Ladder</title>"), std::string::npos);
    EXPECT_NE(svg.find("between alice.a.net, mail.a.net, mail.b.net, bob.b.net, ns.example, from "
                       "0.000 s to 2.090 s of virtual time.</desc>"),
              std::string::npos);
}

TEST(LadderPicture, StaysXmlWhateverAPeerSays)
{
    auto events = test::LoadFirstLetter();
    for (auto& event : events)
    {
        event.host += "<&";
        test::FillTexts(event, "<b>&\"\x1b\xff\xef\xbf\xbf]]>");
    }
    const auto svg = DrawLadder(MakeLadder(events));
    EXPECT_EQ(svg.find("<b>"), std::string::npos);
    EXPECT_EQ(svg.find("]]>"), std::string::npos);
    EXPECT_EQ(svg.find('\x1b'), std::string::npos);
    EXPECT_EQ(svg.find("\xef\xbf\xbf"), std::string::npos);
    EXPECT_NE(svg.find("&lt;b&gt;&amp;\"\\x1b\\xff\xef\xbf\xbd]]&gt;"), std::string::npos);
}

event::Event
MakeFailure(event::EventKind kind, event::Details details)
{
    event::Event event(kind, std::move(details));
    event.time = wire::TimePoint(std::chrono::seconds(1800));
    event.host = "mail.a.net";
    return event;
}

TEST(Ladder, MarksWhatMustNotBeOverlooked)
{
    const std::string reason = "no answer from any of the exchangers that the name servers name";
    event::AttemptEnd end;
    end.reason = reason;
    const event::Event events[] = {
        MakeFailure(event::EventKind::CONNECTION_FAILED, event::ConnectionEnding{reason}),
        MakeFailure(event::EventKind::MESSAGE_BOUNCED, end)};
    const auto ladder = MakeLadder(events);
    ASSERT_EQ(ladder.rungs.size(), 2);
    EXPECT_TRUE(ladder.rungs[0].isFailure);
    EXPECT_EQ(ladder.rungs[0].text, "connection failed: " + reason);
    EXPECT_NE(FormatLadder(ladder).find("  1800.000000  x           connection failed"),
              std::string::npos);
    const auto svg = DrawLadder(ladder);
    EXPECT_NE(svg.find("fill=\"#b00020\""), std::string::npos);
    EXPECT_NE(svg.find(">connection failed: no answer from any of the exchangers that ...<"),
              std::string::npos);
}

TEST(Ladder, NotesWhatAResolverKnew)
{
    const event::Event events[] = {test::MakeCacheHit()};
    const auto ladder = MakeLadder(events);
    ASSERT_EQ(ladder.rungs.size(), 1);
    EXPECT_EQ(ladder.rungs[0].kind, RungKind::NOTE);
    EXPECT_EQ(ladder.rungs[0].text, "knows b.net MX for 212 s more");
    EXPECT_FALSE(ladder.rungs[0].isFailure);
}

TEST(Ladder, PutsAResolverBehindTheRouteThoughItOpensAConnection)
{
    auto events = test::LoadFirstLetter();
    events.insert(events.begin(), test::MakeDnsConnection());
    EXPECT_EQ(MakeLadder(events, {}).hosts,
              (std::vector<std::string>{"alice.a.net",
                                        "mail.a.net",
                                        "mail.b.net",
                                        "bob.b.net",
                                        "resolver.a.net",
                                        "ns.example"}));
}

TEST(Ladder, DrawsWhatAHostSaysToItself)
{
    auto events = test::LoadFirstLetter();
    std::erase_if(events, [](const event::Event& event) {
        return !event.connection || event.connection->GetServer().port != 587;
    });
    for (auto& event : events)
    {
        auto connection = *event.connection;
        connection.local.address = connection.remote.address = "127.0.0.1";
        event.connection = std::make_shared<const event::Connection>(connection);
        event.host = "localhost";
    }
    const auto ladder = MakeLadder(events);
    EXPECT_EQ(ladder.hosts, std::vector<std::string>{"localhost"});
    const auto text = FormatLadder(ladder);
    EXPECT_NE(text.find("  o          SMTP: DATA\n"), std::string::npos) << text;
    EXPECT_NE(DrawLadder(ladder).find(">DATA<"), std::string::npos);
}

TEST(LadderPicture, OfNothingIsStillAPicture)
{
    const auto ladder = MakeLadder({});
    EXPECT_TRUE(ladder.rungs.empty());
    EXPECT_TRUE(DrawLadder(ladder).ends_with("</svg>\n"));
    EXPECT_EQ(FormatLadder(ladder), "Ladder\n\n       time/s  \n");
}

} // namespace
} // namespace ns3::postroad::view
