#include "pop3/pop3-server-subject.h"

#include "postroad/pop3/pop3-server-session.h"

#include <gtest/gtest.h>

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
    EXPECT_THROW(session.AnswerUpdate(true, {}), std::logic_error);
    session.Receive("USER bob\r\nPASS secret\r\n", {});
    EXPECT_THROW(session.AnswerUpdate(true, {}), std::logic_error);
    session.AnswerLogin(Maildrop(), {});
    EXPECT_EQ(session.GetState(), ServerState::TRANSACTION);
}

TEST(Pop3ServerSession, LetsAnswersAfterItsEndPass)
{
    ServerSession session{ServerConfig{}};
    session.Start({});
    session.Receive("USER bob\r\nPASS secret\r\n", {});
    session.TakeOutput();
    session.Abort({});
    session.AnswerLogin(Maildrop(), {});
    session.AnswerUpdate(true, {});
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

} // namespace
} // namespace ns3::postroad::pop3
