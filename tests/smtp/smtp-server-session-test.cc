#include "postroad/smtp/smtp-command.h"
#include "postroad/smtp/smtp-server-session.h"

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

TEST_F(SmtpServerSession, TakesALongerLineForMail)
{
    constexpr auto LIMIT = COMMAND_LINE_LIMIT + MAIL_LINE_EXTRA;
    Say("EHLO mail.a.net\r\n");
    const std::string mail = "MAIL FROM:<alice@a.net> X=";
    EXPECT_EQ(Say(MakeLine(mail, LIMIT)).substr(0, 3), "555");
    EXPECT_EQ(Say(MakeLine(mail, LIMIT + 1)), "500 5.5.2 Line too long\r\n");
}

TEST_F(SmtpServerSession, TakesAHundredRecipientsAndMoreUpToItsLimit)
{
    Say("HELO mail.a.net\r\nMAIL FROM:<alice@a.net>\r\n");
    for (std::size_t i = 0; i < DEFAULT_RECIPIENT_LIMIT; ++i)
    {
        ASSERT_EQ(Say("RCPT TO:<u" + std::to_string(i) + "@b.net>\r\n"), "250 2.1.5 Ok\r\n");
    }
    EXPECT_EQ(Say("RCPT TO:<one-more@b.net>\r\n"), "452 4.5.3 Too many recipients\r\n");
    EXPECT_EQ(Say("DATA\r\n").substr(0, 3), "354");
}

TEST_F(SmtpServerSession, HoldsNoMoreThanTheLimitWhileItsAgentConsiders)
{
    m_session.Receive("HELO mail.a.net\r\n", m_now);
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
    Say("HELO mail.a.net\r\nMAIL FROM:<alice@a.net>\r\nRCPT TO:<bob@b.net>\r\nDATA\r\n");
    m_session.Receive("a\r\n..b\r\n.\r\n", m_now);
    const auto event = m_session.NextEvent();
    ASSERT_TRUE(event);
    const auto& message = std::get<MessageGiven>(*event);
    EXPECT_EQ(message.content, "a\r\n.b\r\n");
    EXPECT_EQ(message.envelope.reversePath.ToString(), "<alice@a.net>");
    ASSERT_EQ(message.envelope.recipients.size(), 1U);
    EXPECT_EQ(message.envelope.recipients[0].ToString(), "<bob@b.net>");
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
    Say("HELO mail.a.net\r\nMAIL FROM:<alice@a.net>\r\nRCPT TO:<bob@b.net>\r\n");
    Recorder recorder;
    m_session.SetObserver(&recorder);
    Say("DATA\r\na\r\n..b\r\n.\r\n");
    EXPECT_EQ(recorder.lines,
              "C: DATA\nS: 354 End data with <CR><LF>.<CR><LF>\n"
              "content: a\r\n..b\r\n.\r\nS: 250 2.0.0 Ok\n");
}

} // namespace
} // namespace ns3::postroad::smtp
