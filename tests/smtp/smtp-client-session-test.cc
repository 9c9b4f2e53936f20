#include "postroad/smtp/client/smtp-client-session.h"
#include "postroad/smtp/grammar/smtp-content.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace ns3::postroad::smtp
{
namespace
{

using std::chrono::minutes;

/// A client whose server says what the test says.
class SmtpClientSession : public testing::Test
{
  protected:
    /// Comes to READY at a server with these lines behind the first of its reply to EHLO.
    void Greet(const std::string& ehloLines = "")
    {
        m_session.Start(m_now);
        Hear("220 mail.b.net\r\n");
        Hear(ehloLines.empty() ? "250 mail.b.net\r\n" : "250-mail.b.net\r\n" + ehloLines);
        ASSERT_TRUE(m_session.IsReady());
        m_session.NextEvent();
    }

    std::string Hear(const std::string& bytes)
    {
        m_session.Receive(bytes, m_now);
        return m_session.TakeOutput();
    }

    std::string Transfer(mail::Envelope envelope, const std::string& content)
    {
        m_session.Transfer(std::move(envelope), content, m_now);
        return m_session.TakeOutput();
    }

    std::vector<RecipientOutcome> TakeOutcomes()
    {
        const auto event = m_session.NextEvent();
        return event ? std::get<TransferEnded>(*event).outcomes : std::vector<RecipientOutcome>{};
    }

    const mail::Envelope m_envelope{{mail::AddrSpec{"alice", "a.net"}}, {{{"bob", "b.net"}}}};
    wire::TimePoint m_now;
    ClientSession m_session{ClientConfig{"mail.a.net", {}}};
};

TEST_F(SmtpClientSession, SendsNoBareLineEnding)
{
    Greet();
    EXPECT_EQ(Transfer(m_envelope, "a\n.\r\nMAIL FROM:<mallory@a.net>\r\n"), "");
    const auto outcomes = TakeOutcomes();
    ASSERT_EQ(outcomes.size(), 1U);
    EXPECT_TRUE(outcomes[0].IsRefusedForGood());
    EXPECT_TRUE(m_session.IsReady());
}

TEST_F(SmtpClientSession, SendsALineOfTheLimitAndNoMore)
{
    Greet();
    const auto line = std::string(TEXT_LINE_LIMIT - 2, '.') + "\r\n";
    EXPECT_EQ(Transfer(m_envelope, "a\r\nx" + line), "");
    EXPECT_EQ(TakeOutcomes().at(0).reply->enhanced, MEDIA_ERROR);
    EXPECT_EQ(Transfer(m_envelope, "a\r\n" + line + line), "MAIL FROM:<alice@a.net>\r\n");
}

TEST_F(SmtpClientSession, TakesA552BehindAHundredRecipientsForTooMany)
{
    Greet();
    mail::Envelope envelope{m_envelope.reversePath, {}};
    for (int i = 0; i < 102; ++i)
    {
        envelope.recipients.push_back({{"u" + std::to_string(i), "b.net"}});
    }
    Transfer(envelope, "a\r\n");
    Hear("250 Ok\r\n");
    Hear("552 5.2.2 Mailbox full\r\n");
    for (int i = 0; i < 100; ++i)
    {
        Hear("250 Ok\r\n");
    }
    EXPECT_EQ(Hear("552 Too many recipients\r\n"), "DATA\r\n");
    Hear("354 Go on\r\n");
    Hear("250 Ok\r\n");
    const auto outcomes = TakeOutcomes();
    ASSERT_EQ(outcomes.size(), 102U);
    EXPECT_EQ(outcomes.front().reply->code, 552) << "it came before the server could have enough";
    EXPECT_TRUE(outcomes[100].isAccepted);
    EXPECT_EQ(outcomes.back().reply->ToString(), "452 4.5.3 Too many recipients");
}

TEST_F(SmtpClientSession, SendsNoAddressThatCouldBeReadAsACommand)
{
    Greet();
    auto envelope = m_envelope;
    envelope.recipients.insert(envelope.recipients.begin(), {{"x>\r\nRSET\r\n", "b.net"}});
    envelope.recipients.push_back({{"carol", "c net"}});
    EXPECT_EQ(Transfer(envelope, "a\r\n"), "MAIL FROM:<alice@a.net>\r\n");
    EXPECT_EQ(Hear("250 Ok\r\n"), "RCPT TO:<bob@b.net>\r\n");
    EXPECT_EQ(Hear("250 Ok\r\n"), "DATA\r\n");
    Hear("354 Go on\r\n");
    Hear("250 Ok\r\n");
    const auto outcomes = TakeOutcomes();
    ASSERT_EQ(outcomes.size(), 3U);
    EXPECT_TRUE(outcomes[0].IsRefusedForGood());
    EXPECT_TRUE(outcomes[1].isAccepted);
    EXPECT_TRUE(outcomes[2].IsRefusedForGood());
}

TEST_F(SmtpClientSession, SendsNothingFromAnAddressThatIsNone)
{
    Greet();
    auto envelope = m_envelope;
    envelope.reversePath.mailbox->domain = "a.net> SIZE=1";
    EXPECT_EQ(Transfer(envelope, "a\r\n"), "");
    EXPECT_TRUE(TakeOutcomes().at(0).IsRefusedForGood());
}

TEST_F(SmtpClientSession, SendsEightBitsOnlyWhereTheyAreOffered)
{
    Greet("250 8BITMIME\r\n");
    EXPECT_EQ(Transfer(m_envelope, "\xff\r\n"), "MAIL FROM:<alice@a.net> BODY=8BITMIME\r\n");
}

TEST_F(SmtpClientSession, RefusesEightBitsForAServerThatDoesNotOfferThem)
{
    Greet("250 SIZE\r\n");
    EXPECT_EQ(Transfer(m_envelope, "\xff\r\n"), "");
    EXPECT_EQ(TakeOutcomes().at(0).reply->enhanced, CONVERSION_NOT_SUPPORTED);
    EXPECT_EQ(Transfer(m_envelope, "a\r\n"), "MAIL FROM:<alice@a.net> SIZE=3\r\n");
}

TEST_F(SmtpClientSession, SendsWhatTheServersSizeAllowsAndNoMore)
{
    Greet("250 SIZE 5\r\n");
    EXPECT_EQ(Transfer(m_envelope, "1234\r\n"), "");
    EXPECT_EQ(TakeOutcomes().at(0).reply->enhanced, MESSAGE_TOO_BIG);
    EXPECT_EQ(Transfer(m_envelope, "123\r\n"), "MAIL FROM:<alice@a.net> SIZE=5\r\n");
}

TEST_F(SmtpClientSession, KnowsNoLimitWhereTheServerTellsNone)
{
    Greet("250 SIZE 0\r\n");
    EXPECT_EQ(Transfer(m_envelope, "123\r\n"), "MAIL FROM:<alice@a.net> SIZE=5\r\n");
}

TEST_F(SmtpClientSession, LeavesOutParametersThatNoServerTakes)
{
    Greet("250 DSN\r\n");
    auto envelope = m_envelope;
    envelope.envelopeId = std::string(ENVELOPE_ID_LIMIT + 1, 'x');
    envelope.recipients[0].originalRecipient = "rfc822;\r\nRSET";
    envelope.recipients.push_back({{"carol", "b.net"}, mail::Notify{}, "no address type"});
    EXPECT_EQ(Transfer(envelope, "a\r\n"), "MAIL FROM:<alice@a.net>\r\n");
    EXPECT_EQ(Hear("250 Ok\r\n"), "RCPT TO:<bob@b.net>\r\n");
    EXPECT_EQ(Hear("250 Ok\r\n"), "RCPT TO:<carol@b.net> NOTIFY=NEVER\r\n");
}

TEST_F(SmtpClientSession, SendsItsCommandsInOneWriteWherePipeliningIsOffered)
{
    Greet("250 PIPELINING\r\n");
    EXPECT_EQ(Transfer(m_envelope, "a\r\n"),
              "MAIL FROM:<alice@a.net>\r\nRCPT TO:<bob@b.net>\r\nDATA\r\n");
    EXPECT_EQ(Hear("250 Ok\r\n250 Ok\r\n354 Go on\r\n"), "a\r\n.\r\n");
}

TEST_F(SmtpClientSession, EndsATransferToNobodyAtOnce)
{
    Greet();
    EXPECT_EQ(Transfer({m_envelope.reversePath, {}}, "a\r\n"), "");
    const auto event = m_session.NextEvent();
    ASSERT_TRUE(event);
    EXPECT_TRUE(std::get<TransferEnded>(*event).outcomes.empty());
}

TEST_F(SmtpClientSession, WaitsLongerForTheReplyToALargeMessage)
{
    const auto deadlineFor = [this](std::size_t size) {
        std::string content(size, 'x');
        for (std::size_t i = 2; i <= size; i += 500)
        {
            content.replace(i - 2, 2, "\r\n");
        }
        Transfer(m_envelope, content);
        Hear("250 Ok\r\n");
        Hear("250 Ok\r\n");
        Hear("354 Go on\r\n");
        const auto deadline = m_session.GetDeadline();
        Hear("250 Ok\r\n");
        return *deadline - m_now;
    };
    Greet();
    EXPECT_EQ(deadlineFor(CONTENT_BLOCK_SIZE - 1), minutes(10));
    EXPECT_EQ(deadlineFor(CONTENT_BLOCK_SIZE), minutes(13));
    EXPECT_EQ(deadlineFor(10 * CONTENT_BLOCK_SIZE), minutes(40));
    EXPECT_EQ(m_session.GetDeadline(), std::nullopt);
}

/// Notes the rules that a server broke.
struct BrokenRules : wire::SessionObserver
{
    std::vector<std::string> rules;

    void OnLine(wire::Direction, const wire::ByteRange&, std::string_view) override
    {
    }

    void OnContent(wire::Direction, const wire::ByteRange&, std::string_view) override
    {
    }

    void OnBrokenRule(const wire::ByteRange&, std::string_view what) override
    {
        rules.emplace_back(what);
    }
};

TEST_F(SmtpClientSession, LetsALineOfMoreThanTheLimitPassAndSaysSoOnce)
{
    BrokenRules broken;
    m_session.SetObserver(&broken);
    m_session.Start(m_now);
    EXPECT_EQ(Hear("220 " + std::string(REPLY_LINE_LIMIT - 6, 'x') + "\r\n"),
              "EHLO mail.a.net\r\n");
    EXPECT_TRUE(broken.rules.empty());
    Hear("250-" + std::string(REPLY_LINE_LIMIT - 5, 'x') + "\r\n");
    Hear("250 " + std::string(TOLERATED_LINE_LIMIT, 'x') + "\r\n");
    EXPECT_EQ(m_session.GetState(), ClientState::READY);
    EXPECT_EQ(
        broken.rules,
        std::vector<std::string>{"a reply line of 513 octets, where 512 are allowed (RFC 5321 "
                                 "section 4.5.3.1.5)"});
}

TEST_F(SmtpClientSession, SaysOnceThatLinesEndInLf)
{
    BrokenRules broken;
    m_session.SetObserver(&broken);
    m_session.Start(m_now);
    EXPECT_EQ(Hear("220 mail.b.net\n"), "EHLO mail.a.net\r\n");
    Hear("250-mail.b.net\n250 PIPELINING\n");
    EXPECT_EQ(m_session.GetState(), ClientState::READY);
    EXPECT_EQ(broken.rules,
              std::vector<std::string>{"a reply line that ends in LF alone (RFC 5321 section "
                                       "2.3.8)"});
}

TEST_F(SmtpClientSession, IsNotHeldUpByAServerThatNeverEndsALine)
{
    m_session.Start(m_now);
    for (int i = 0; i < 1000; ++i)
    {
        Hear(std::string(1000, '2'));
        EXPECT_TRUE(m_session.WantsInput());
    }
    Hear("\r\n");
    EXPECT_EQ(m_session.GetState(), ClientState::CLOSED);
}

TEST_F(SmtpClientSession, TakesATransferOutOfTurnForAMistakeOfItsAgent)
{
    m_session.Start(m_now);
    EXPECT_THROW(m_session.Transfer(m_envelope, "a\r\n", m_now), std::logic_error);
    EXPECT_THROW(m_session.Quit(m_now), std::logic_error);
}

} // namespace
} // namespace ns3::postroad::smtp
