#include "postroad/smtp/grammar/smtp-command.h"
#include "postroad/smtp/grammar/smtp-mail-parameters.h"
#include "postroad/smtp/grammar/smtp-rcpt-parameters.h"
#include "postroad/smtp/server/smtp-server-session.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace ns3::postroad::smtp
{
namespace
{

/// A server with an agent that accepts everything, as far as the tests of limits need it.
class SmtpServerSession : public testing::Test
{
  protected:
    SmtpServerSession()
    {
        m_session.Start(m_now);
        m_session.TakeOutput();
    }

    std::string Say(const std::string& bytes)
    {
        m_session.Receive(bytes, m_now);
        while (const auto event = m_session.NextEvent())
        {
            if (m_session.HasQuestion())
            {
                m_session.Accept(m_now);
            }
        }
        return m_session.TakeOutput();
    }

    wire::TimePoint m_now;
    ServerSession m_session{ServerConfig{.hostName = "mail.b.net"}};
};

/// A command line of `size` octets, CRLF included.
std::string
MakeLine(const std::string& begin, std::size_t size)
{
    return begin + std::string(size - begin.size() - 2, 'x') + "\r\n";
}

TEST_F(SmtpServerSession, TakesACommandLineOfTheLimitAndNoMore)
{
    EXPECT_EQ(Say(MakeLine("NOOP ", COMMAND_LINE_LIMIT)), "250 2.0.0 Ok\r\n");
    const std::string tooLong = "500 5.5.2 Line too long\r\n";
    EXPECT_EQ(Say(MakeLine("NOOP ", COMMAND_LINE_LIMIT + 1)), tooLong);
    EXPECT_EQ(Say(MakeLine("NOOP ", 100000)), tooLong);
    EXPECT_EQ(Say("NOOP\r\n"), "250 2.0.0 Ok\r\n");
}

TEST_F(SmtpServerSession, TakesLongerLinesForMailAndRcpt)
{
    const auto expectLimit = [this](const std::string& line, std::size_t limit) {
        EXPECT_EQ(Say(MakeLine(line, limit)).substr(0, 3), "555") << line;
        EXPECT_EQ(Say(MakeLine(line, limit + 1)), "500 5.5.2 Line too long\r\n") << line;
    };
    Say("EHLO mail.a.net\r\n");
    expectLimit("MAIL FROM:<alice@a.net> X=", COMMAND_LINE_LIMIT + MAIL_LINE_EXTRA);
    Say("MAIL FROM:<alice@a.net>\r\n");
    expectLimit("RCPT TO:<bob@b.net> X=", COMMAND_LINE_LIMIT + RCPT_LINE_EXTRA);
}

TEST_F(SmtpServerSession, PutsUpWithBadCommandsUpToItsLimit)
{
    for (std::size_t i = 1; i < DEFAULT_FAULT_LIMIT; ++i)
    {
        EXPECT_EQ(Say("X\r\n"), "500 5.5.2 Command not recognized, try HELP\r\n");
    }
    EXPECT_NE(Say("X\r\n").find("421 4.7.0"), std::string::npos);
    EXPECT_EQ(m_session.GetNextAction(), wire::NextAction::CLOSE);
}

TEST_F(SmtpServerSession, PutsUpWithIdleCommandsUpToItsLimit)
{
    for (std::size_t i = 0; i < DEFAULT_IDLE_COMMAND_LIMIT; ++i)
    {
        EXPECT_EQ(Say("NOOP\r\n"), "250 2.0.0 Ok\r\n");
    }
    EXPECT_EQ(Say("NOOP\r\n"), "421 4.7.0 mail.b.net Too many idle commands, closing\r\n");
}

TEST_F(SmtpServerSession, TakesNoContentThatDidNotWaitForItsTurn)
{
    Say("EHLO mail.a.net\r\n");
    const auto replies = Say("MAIL FROM:<alice@a.net>\r\nRCPT TO:<bob@b.net>\r\nDATA\r\nHello\r\n");
    EXPECT_EQ(replies.substr(replies.rfind("554")),
              "554 5.5.0 You did not wait for the reply to DATA\r\n");
    EXPECT_EQ(m_session.GetNextAction(), wire::NextAction::CLOSE);
}

TEST_F(SmtpServerSession, TakesNoContentForCommandsBehindADataThatIsOutOfOrder)
{
    Say("EHLO mail.a.net\r\n");
    EXPECT_EQ(Say("DATA\r\nMAIL FROM:<mallory@a.net>\r\n"),
              "554 5.5.0 You did not wait for the reply to DATA\r\n");
    EXPECT_EQ(m_session.GetNextAction(), wire::NextAction::CLOSE);
}

TEST_F(SmtpServerSession, TakesNothingBehindANoopThatDidNotWaitForItsReply)
{
    EXPECT_EQ(Say("NOOP\r\n"), "250 2.0.0 Ok\r\n");
    EXPECT_EQ(Say("NOOP\r\nRSET\r\n"), "554 5.5.0 You did not wait for the reply to NOOP\r\n");
    EXPECT_EQ(m_session.GetNextAction(), wire::NextAction::CLOSE);
}

TEST_F(SmtpServerSession, SendsAReplyLineOfTheLimitAndNoMore)
{
    const auto sayHello = [this](std::size_t excess) {
        m_session.Receive("HELO mail.a.net\r\n", m_now);
        m_session.NextEvent();
        const std::string text(REPLY_LINE_LIMIT - std::string_view("250 \r\n").size(), 'x');
        m_session.Answer(MakeReply(250, text + std::string(excess, 'y')), m_now);
        EXPECT_EQ(m_session.TakeOutput(), "250 " + text + "\r\n");
    };
    sayHello(0);
    sayHello(1);
}

TEST_F(SmtpServerSession, HoldsNothingOfAChunkBeyondTheLimit)
{
    Say("EHLO mail.a.net\r\n");
    Say("MAIL FROM:<alice@a.net>\r\nRCPT TO:<bob@b.net>\r\nBDAT 18446744073709551615 LAST\r\n");
    for (int i = 0; i < 1000; ++i)
    {
        EXPECT_EQ(Say(std::string(100000, '\n')), "");
        EXPECT_TRUE(m_session.WantsInput());
    }
}

TEST_F(SmtpServerSession, SendsAwayWhoeverAnnouncesAChunkOfNoLength)
{
    for (const std::string argument :
         {"", " LAST", " -1", " +1", " 1 FIRST", " 1LAST", " 1 LAST LAST", " 18446744073709551616"})
    {
        ServerSession session{ServerConfig{.hostName = "mail.b.net"}};
        session.Start(m_now);
        session.Receive("EHLO mail.a.net\r\n", m_now);
        session.Accept(m_now);
        session.TakeOutput();
        session.Receive("BDAT" + argument + "\r\nQUIT\r\n", m_now);
        EXPECT_EQ(session.TakeOutput(),
                  "421 4.7.0 Expected BDAT size [LAST], closing connection\r\n")
            << argument;
    }
}

TEST_F(SmtpServerSession, TakesAHundredRecipientsAndMoreUpToItsLimit)
{
    Say("HELO mail.a.net\r\n");
    Say("MAIL FROM:<alice@a.net>\r\n");
    for (std::size_t i = 0; i < DEFAULT_RECIPIENT_LIMIT; ++i)
    {
        ASSERT_EQ(Say("RCPT TO:<u" + std::to_string(i) + "@b.net>\r\n"), "250 2.1.5 Ok\r\n");
    }
    EXPECT_EQ(Say("RCPT TO:<one-more@b.net>\r\n"), "452 4.5.3 Too many recipients\r\n");
    EXPECT_EQ(Say("DATA\r\n").substr(0, 3), "354");
}

TEST_F(SmtpServerSession, HoldsNoMoreThanTheLimitWhileItsAgentConsiders)
{
    Say("HELO mail.a.net\r\n");
    m_session.Receive("MAIL FROM:<alice@a.net>\r\n", m_now);
    m_session.Receive(std::string(wire::LineSession::INPUT_LIMIT - 1, '\n'), m_now);
    EXPECT_TRUE(m_session.WantsInput());
    m_session.Receive("\n", m_now);
    EXPECT_FALSE(m_session.WantsInput());
    m_session.Accept(m_now);
    EXPECT_TRUE(m_session.WantsInput());
}

TEST_F(SmtpServerSession, ClosesAfterQuitAndReadsNoFurther)
{
    EXPECT_EQ(Say("QUIT\r\nNOOP\r\n"), "221 2.0.0 Bye\r\n");
    EXPECT_EQ(m_session.GetNextAction(), wire::NextAction::CLOSE);
    EXPECT_EQ(Say("NOOP\r\n"), "");
}

TEST_F(SmtpServerSession, GivesTheContentWithoutItsDotsAndTheEnvelopeWithIt)
{
    Say("HELO mail.a.net\r\n");
    Say("MAIL FROM:<alice@a.net>\r\nRCPT TO:<bob@b.net>\r\nDATA\r\n");
    m_session.Receive("a\r\n..b\r\n.\r\n", m_now);
    const auto event = m_session.NextEvent();
    ASSERT_TRUE(event);
    const auto& message = std::get<MessageGiven>(*event);
    EXPECT_EQ(message.content, "a\r\n.b\r\n");
    EXPECT_EQ(message.envelope.reversePath.ToString(), "<alice@a.net>");
    ASSERT_EQ(message.envelope.recipients.size(), 1U);
    EXPECT_EQ(message.envelope.recipients[0].ToString(), "<bob@b.net>");
}

TEST_F(SmtpServerSession, TakesAWrongNumberOfAnswersForAMistakeOfItsAgent)
{
    m_session.Receive("HELO mail.a.net\r\n", m_now);
    EXPECT_THROW(m_session.AnswerEach({}, m_now), std::logic_error);
    EXPECT_THROW(m_session.AnswerEach({2, MakeReply(250, "Ok")}, m_now), std::logic_error);
    EXPECT_NO_THROW(m_session.AnswerEach({1, MakeReply(250, "Ok")}, m_now));
}

TEST_F(SmtpServerSession, TakesAnAnswerWithoutAQuestionForAMistakeOfItsAgent)
{
    EXPECT_THROW(m_session.Answer(MakeReply(250, "Ok"), m_now), std::logic_error);
    m_session.Abort(m_now);
    EXPECT_NO_THROW(m_session.Answer(MakeReply(250, "Ok"), m_now));
}

/// Keeps what a session shows.
class Recorder : public wire::SessionObserver
{
  public:
    void OnLine(wire::Direction direction, const wire::ByteRange&, std::string_view line) override
    {
        lines += direction == wire::Direction::SENT ? "S: " : "C: ";
        lines += line;
        lines += '\n';
    }

    void OnContent(wire::Direction, const wire::ByteRange& range, std::string_view content) override
    {
        EXPECT_EQ(range.end - range.begin, content.size());
        lines += "content: ";
        lines += content;
    }

    std::string lines;
};

TEST_F(SmtpServerSession, ShowsTheContentAsItStandsOnTheWire)
{
    Say("HELO mail.a.net\r\n");
    Say("MAIL FROM:<alice@a.net>\r\nRCPT TO:<bob@b.net>\r\n");
    Recorder recorder;
    m_session.SetObserver(&recorder);
    Say("DATA\r\n");
    Say("a\r\n..b\r\n.\r\n");
    EXPECT_EQ(recorder.lines,
              "C: DATA\nS: 354 End data with <CR><LF>.<CR><LF>\n"
              "content: a\r\n..b\r\n.\r\nS: 250 2.0.0 Ok\n");
}

} // namespace
} // namespace ns3::postroad::smtp
