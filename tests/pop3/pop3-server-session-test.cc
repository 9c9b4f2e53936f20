#include "pop3/pop3-server-subject.h"

#include "postroad/pop3/pop3-server-session.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace ns3::postroad::pop3
{
namespace
{

/// Keeps the last message that passed.
struct ContentObserver : wire::SessionObserver
{
    void OnLine(wire::Direction, const wire::ByteRange&, std::string_view) override
    {
    }

    void OnContent(wire::Direction, const wire::ByteRange& range, std::string_view octets) override
    {
        EXPECT_EQ(range.end - range.begin, octets.size());
        content = octets;
    }

    std::string content;
};

TEST(Pop3ServerSession, RefusesAnswersWithoutTheirQuestion)
{
    ServerSession session{ServerConfig{}};
    session.Start({});
    EXPECT_THROW(session.AnswerLogin(Maildrop(), {}), std::logic_error);
    EXPECT_THROW(session.AnswerUpdate(pop3::UpdateOutcome::REMOVED, {}), std::logic_error);
    session.Receive("USER bob\r\nPASS secret\r\n", {});
    EXPECT_THROW(session.AnswerUpdate(pop3::UpdateOutcome::REMOVED, {}), std::logic_error);
    session.AnswerLogin(Maildrop(), {});
    EXPECT_EQ(session.GetState(), ServerState::TRANSACTION);
}

TEST(Pop3ServerSession, SaysNothingButItsRefusalToAClientWhomItDoesNotServe)
{
    ServerConfig config;
    config.refusal = "too many connections";
    ServerSession session{config};
    session.Start({});
    EXPECT_EQ(session.TakeOutput(), "-ERR too many connections\r\n");
    EXPECT_EQ(session.GetState(), ServerState::CLOSED);
}

TEST(Pop3ServerSession, LetsAnswersAfterItsEndPass)
{
    ServerSession session{ServerConfig{}};
    session.Start({});
    session.Receive("USER bob\r\nPASS secret\r\n", {});
    session.TakeOutput();
    session.Abort({});
    session.AnswerLogin(Maildrop(), {});
    session.AnswerUpdate(pop3::UpdateOutcome::REMOVED, {});
    session.Close({});
    EXPECT_EQ(session.TakeOutput(), "");
}

TEST(Pop3ServerSession, TellsOfTheMessageAsItStandsOnTheWire)
{
    ContentObserver observer;
    ServerSession session{ServerConfig{}};
    session.SetObserver(&observer);
    session.Start({});
    session.Receive("USER bob\r\nPASS secret\r\n", {});
    session.AnswerLogin(test::MakeMaildrop("dots"), {});
    session.Receive("RETR 1\r\n", {});
    EXPECT_EQ(observer.content, "Subject: dots\r\n\r\n..\r\n...a\r\nb.\r\n.\r\n");
}

TEST(Pop3ServerSession, AnswersManyCommandsSentAheadAsTheirAnswersAreTaken)
{
    constexpr std::size_t COMMANDS = 1000;
    constexpr std::size_t ANSWER = 10'000 + 100;
    ServerSession session{ServerConfig{}};
    session.Start({});
    session.Receive("USER bob\r\nPASS secret\r\n", {});
    session.AnswerLogin(test::MakeMaildrop("10000"), {});
    session.TakeOutput();
    std::string commands;
    for (std::size_t i = 0; i < COMMANDS; ++i)
    {
        commands += "RETR 1\r\n";
    }
    std::size_t answered = 0;
    session.Receive(commands, {});
    session.ReceiveEnd({});
    while (session.HasOutput())
    {
        const auto output = session.TakeOutput();
        EXPECT_LE(output.size(), ServerSession::OUTPUT_LIMIT + ANSWER);
        answered += static_cast<std::size_t>(std::count(output.begin(), output.end(), '+'));
        session.Receive("", {});
    }
    EXPECT_EQ(answered, COMMANDS);
    EXPECT_EQ(session.GetState(), ServerState::CLOSED);
}

} // namespace
} // namespace ns3::postroad::pop3
