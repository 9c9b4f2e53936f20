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
