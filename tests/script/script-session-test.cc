#include "support/split-input.h"

#include "postroad/script/script-session.h"

#include <gtest/gtest.h>

namespace ns3::postroad::script
{
namespace
{

using namespace std::chrono_literals;

constexpr wire::TimePoint START{};

ScriptConfig
TwoLines()
{
    return {{"EHLO me", "QUIT"}, 2s, 60s};
}

ScriptEnded
TakeEnd(ScriptSession& session)
{
    const auto event = session.NextEvent();
    EXPECT_TRUE(event);
    return event ? std::get<ScriptEnded>(*event) : ScriptEnded{};
}

TEST(ScriptSession, TypesOneLineAPaceAfterTheGreeting)
{
    test::ForEachSplit("220 hello\r\n", [](const test::Pieces& pieces) {
        ScriptSession session(TwoLines());
        session.Start(START);
        for (const auto piece : pieces)
        {
            session.Receive(piece, START + 1s);
        }
        EXPECT_EQ(session.GetDeadline(), START + 3s);
        session.Expire(START + 3s);
        EXPECT_EQ(session.TakeOutput(), "EHLO me\r\n");
        session.Receive("250-more to come\r\n", START + 4s);
        EXPECT_EQ(session.GetDeadline(), START + 5s);
        session.Expire(START + 5s);
        EXPECT_EQ(session.TakeOutput(), "QUIT\r\n");
    });
}

TEST(ScriptSession, SaysNothingBeforeItsTime)
{
    ScriptSession session(TwoLines());
    session.Start(START);
    session.Receive("220 hello\r\n", START);
    session.Expire(START + 1999ms);
    EXPECT_FALSE(session.HasOutput());
}

TEST(ScriptSession, TypesEverythingAtOnceWithoutAPace)
{
    auto config = TwoLines();
    config.pace = 0s;
    ScriptSession session(config);
    session.Start(START);
    session.Receive("220 hello\r\n", START + 1s);
    EXPECT_EQ(session.GetDeadline(), START + 1s);
    session.Expire(START + 1s);
    EXPECT_EQ(session.TakeOutput(), "EHLO me\r\nQUIT\r\n");
    EXPECT_EQ(session.GetDeadline(), START + 61s);
}

/// Lets the deadline pass, and gives what is said then.
std::string
Wait(ScriptSession& session)
{
    session.Expire(session.GetDeadline().value_or(START));
    return session.TakeOutput();
}

TEST(ScriptSession, WaitsForTheReplyToTheLineBefore)
{
    ScriptSession session(
        {{"EHLO me", "DATA", "Hello", "", ".", "QUIT"}, 2s, 60s, ReplyForm::SMTP});
    session.Start(START);
    session.Receive("220 hello\r\n", START);
    EXPECT_EQ(Wait(session), "EHLO me\r\n");
    EXPECT_EQ(session.GetDeadline(), START + 62s) << "no reply yet";
    session.Receive("250-slow\r\n", START + 11s);
    EXPECT_EQ(session.GetDeadline(), START + 62s) << "nor the end of one";
    session.Receive("250 HELP\r\n", START + 12s);
    EXPECT_EQ(session.GetDeadline(), START + 12s) << "the pace has passed long ago";
    EXPECT_EQ(Wait(session), "DATA\r\n");
    session.Receive("354 go ahead\r\n", START + 13s);
    EXPECT_EQ(session.GetDeadline(), START + 14s) << "a pace behind the line before";
    EXPECT_EQ(Wait(session), "Hello\r\n");
    EXPECT_EQ(session.GetDeadline(), START + 16s) << "content is not replied to";
    EXPECT_EQ(Wait(session), "\r\n");
    EXPECT_EQ(Wait(session), ".\r\n");
    EXPECT_EQ(session.GetDeadline(), START + 78s) << "but its end is";
    session.Receive("250 Ok\r\n", START + 19s);
    EXPECT_EQ(Wait(session), "QUIT\r\n");
}

TEST(ScriptSession, GoesOnWithoutAReplyAfterALongWait)
{
    ScriptSession session({{"EHLO me", "NOOP"}, 2s, 60s, ReplyForm::SMTP});
    session.Start(START);
    session.Receive("220 hello\r\n", START);
    EXPECT_EQ(Wait(session), "EHLO me\r\n");
    EXPECT_EQ(Wait(session), "NOOP\r\n");
}

TEST(ScriptSession, SaysAtOnceWhatWaitsForNothing)
{
    ScriptSession session({{"DATA", "a", "b", ".", "QUIT"}, 0s, 60s, ReplyForm::SMTP});
    session.Start(START);
    session.Receive("220 hello\r\n", START);
    EXPECT_EQ(Wait(session), "DATA\r\n");
    session.Receive("354 go ahead\r\n", START);
    EXPECT_EQ(Wait(session), "a\r\nb\r\n.\r\n");
}

TEST(ScriptSession, KnowsTheRepliesOfPop3)
{
    ScriptSession session({{"USER bob", "PASS x"}, 2s, 60s, ReplyForm::POP3});
    session.Start(START);
    session.Receive("+OK hello\r\n", START);
    EXPECT_EQ(Wait(session), "USER bob\r\n");
    session.Receive("+OK\r\n", START + 3s);
    EXPECT_EQ(Wait(session), "PASS x\r\n");
}

TEST(ScriptSession, HangsUpWhenNobodyGreets)
{
    ScriptSession session(TwoLines());
    session.Start(START);
    session.Expire(START + 60s);
    EXPECT_EQ(session.GetNextAction(), wire::NextAction::CLOSE);
    EXPECT_EQ(TakeEnd(session).said, 0U);
}

TEST(ScriptSession, EndsWithTheServersLastWord)
{
    ScriptSession session(TwoLines());
    session.Start(START);
    session.Receive("220 hello\r\n", START);
    session.Expire(START + 2s);
    session.Expire(START + 4s);
    session.Receive("221 Bye\r\n", START + 5s);
    session.ReceiveEnd(START + 5s);
    const auto end = TakeEnd(session);
    EXPECT_EQ(end.said, 2U);
    EXPECT_EQ(end.lastLine, "221 Bye");
    EXPECT_EQ(session.GetDeadline(), std::nullopt);
}

TEST(ScriptSession, TellsHowFarItCameWhenTheConnectionBreaks)
{
    ScriptSession session(TwoLines());
    session.Start(START);
    session.Receive("220 hello\r\n", START);
    session.Expire(START + 2s);
    session.Abort(START + 3s);
    EXPECT_EQ(TakeEnd(session).said, 1U);
    session.Expire(START + 4s);
    EXPECT_EQ(session.TakeOutput(), "EHLO me\r\n");
}

} // namespace
} // namespace ns3::postroad::script
