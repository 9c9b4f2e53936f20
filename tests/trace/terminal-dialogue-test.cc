#include "trace/sample-record.h"

#include "postroad/trace/terminal-dialogue.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <sstream>

namespace ns3::postroad::trace
{
namespace
{

using event::EventKind;

std::string
Print(const std::vector<event::Event>& events, TerminalOptions options = {})
{
    std::ostringstream out;
    TerminalDialogue dialogue(out, options);
    event::Replay(events, dialogue);
    return out.str();
}

std::vector<event::Event>
MakeRetries()
{
    event::Event failed(EventKind::CONNECTION_FAILED, event::ConnectionEnding{"no answer"});
    failed.time = wire::TimePoint(std::chrono::seconds(1800));
    failed.host = "mail.a.net";
    failed.connection =
        std::make_shared<const event::Connection>(event::Connection{1,
                                                                    event::Role::CLIENT,
                                                                    "SMTP",
                                                                    {"192.0.2.2", 49153},
                                                                    {"198.51.100.2", 25}});
    event::AttemptEnd end;
    end.to = {"bob@b.net"};
    end.nextHop = "mail.b.net";
    end.address = "198.51.100.2";
    end.reason = "no answer";
    end.retryAt = wire::TimePoint(std::chrono::seconds(5400));
    event::Event deferred(EventKind::MESSAGE_DEFERRED, end);
    deferred.time = failed.time;
    deferred.host = failed.host;
    event::Event down(EventKind::LINK_DOWN, event::LinkChange{"backbone"});
    down.host = "mail.b.net";
    return {down, failed, deferred};
}

TEST(TerminalDialogue, TellsTheSampleOnce)
{
    test::ExpectGolden(Print(test::LoadFirstLetter()), "trace/golden/terminal.txt");
}

TEST(TerminalDialogue, TellsWhatWentWrong)
{
    EXPECT_EQ(Print(MakeRetries()),
              "     0.000000  mail.b.net                link backbone is down\n"
              "  1800.000000  mail.a.net -x 198.51.100.2  SMTP connection to port 25 failed: no "
              "answer\n"
              "  1800.000000  mail.a.net                deferred for bob@b.net at mail.b.net "
              "[198.51.100.2]: no answer; next attempt at 5400.000 s\n");
}

TEST(TerminalDialogue, TellsWhatAResolverKnew)
{
    auto absent = test::MakeCacheHit();
    absent.details = event::DnsCacheHit{"ghost.b.net", "A", "NXDOMAIN", {}, 60};
    EXPECT_EQ(Print({test::MakeCacheHit(), absent}),
              "    15.000000  resolver.a.net                    knows b.net MX for 212 s more\n"
              "    15.000000  resolver.a.net                    "
              "knows ghost.b.net A: NXDOMAIN for 60 s more\n");
}

TEST(TerminalDialogue, UsesColoursOnlyWhenAsked)
{
    EXPECT_EQ(Print(test::LoadFirstLetter()).find('\x1b'), std::string::npos);
    const auto coloured = Print(MakeRetries(), {true, 4});
    EXPECT_NE(coloured.find("\x1b[31mlink backbone is down\x1b[0m\n"), std::string::npos);
}

TEST(TerminalDialogue, ShowsAsMuchOfAMessageAsAsked)
{
    const auto none = Print(test::LoadFirstLetter(), {false, 0});
    EXPECT_NE(none.find("| ... 13 more lines\n"), std::string::npos);
    EXPECT_EQ(none.find("Dear Bob"), std::string::npos);
    const auto all = Print(test::LoadFirstLetter(), {false, 1000});
    EXPECT_EQ(all.find("more lines"), std::string::npos);
    EXPECT_NE(all.find("| Dear Bob,\n"), std::string::npos);
}

TEST(TerminalDialogue, ObeysNothingThatAPeerSends)
{
    auto events = test::LoadFirstLetter();
    for (auto& event : events)
    {
        test::FillTexts(event, "\x1b[2J\r\n\xff");
    }
    const auto text = Print(events);
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_EQ(text.find('\r'), std::string::npos);
    EXPECT_EQ(text.find('\xff'), std::string::npos);
}

} // namespace
} // namespace ns3::postroad::trace
