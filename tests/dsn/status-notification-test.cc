#include "support/golden-file.h"

#include "postroad/dsn/status-notification.h"
#include "postroad/mail/mail-message.h"
#include "postroad/smtp/server/smtp-server-config.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace ns3::postroad::dsn
{
namespace
{

using namespace std::chrono_literals;
using wire::TimePoint;

constexpr std::int64_t EPOCH = 1268042400; // Mon, 8 Mar 2010 10:00:00 UTC
const Reporter REPORTER{"mta.a.net", {EPOCH, {}, {60, "CET"}}};
const store::QueueId ID{0x3E088};
const mail::ForwardPath BOB{{"bob", "b.net"}, {}, "rfc822;Bob@B.net"};
const mail::ForwardPath CAROL{{"carol", "c.net"}};
const std::string LETTER = "From: Alice <alice@a.net>\r\n"
                           "Subject: Hello\r\n"
                           "Message-ID: <1@a.net>\r\n"
                           "\r\n"
                           "Hello Bob\r\n";

/// What a host, or nobody, said at the end of an attempt.
store::AttemptOutcome
MakeOutcome(std::string reason, bool isReply, std::string nextHop, mail::EnhancedCode code)
{
    store::AttemptOutcome outcome;
    outcome.nextHop = std::move(nextHop);
    outcome.reason = std::move(reason);
    outcome.isReply = isReply;
    outcome.code = code;
    return outcome;
}

/// Alice's letter to Bob and Carol after an attempt.
class StatusNotificationTest : public testing::Test
{
  protected:
    StatusNotificationTest()
    {
        m_letter.id = {0x3E087};
        m_letter.reversePath = {mail::AddrSpec{"alice", "a.net"}};
        m_letter.envelopeId = "letter-1";
        m_letter.content = LETTER;
        m_letter.arrival = TimePoint(1s);
        AddRecipient(BOB, MakeOutcome("550 5.1.1 No such user", true, "mail.b.net", {5, 1, 1}));
        AddRecipient(CAROL, MakeOutcome("c.net. MX: no such name", false, "", {5, 1, 2}));
    }

    void AddRecipient(const mail::ForwardPath& path, store::AttemptOutcome outcome)
    {
        store::QueuedRecipient recipient{path};
        recipient.attempts = 1;
        recipient.lastAttempt = TimePoint(2s);
        recipient.lastOutcome = std::move(outcome);
        m_letter.recipients.push_back(std::move(recipient));
    }

    StatusNotification
    Compose(DsnAction action, const std::vector<mail::ForwardPath>& to = {BOB, CAROL})
    {
        return ComposeNotification(REPORTER, ID, action, m_letter, to, {}, TimePoint(5s));
    }

    bool Returns(DsnAction action, std::string_view text)
    {
        return Compose(action).content.find(text) != std::string::npos;
    }

    store::QueuedMessage m_letter;
};

TEST_F(StatusNotificationTest, GoesToTheSenderFromNobody)
{
    const auto notification = Compose(DsnAction::FAILED);
    EXPECT_TRUE(notification.envelope.reversePath.IsNull());
    ASSERT_EQ(notification.envelope.recipients.size(), 1U);
    EXPECT_EQ(notification.envelope.recipients[0].ToString(), "<alice@a.net>");
    EXPECT_EQ(notification.envelope.body, mail::BodyType::SEVEN_BIT);
    EXPECT_EQ(mail::FindField(notification.content, "Message-ID")->GetValue(),
              '<' + notification.messageId + '>');
}

TEST_F(StatusNotificationTest, TellsOfAFailure)
{
    test::ExpectGolden(Compose(DsnAction::FAILED).content, "dsn/golden/failed.eml");
}

TEST_F(StatusNotificationTest, TellsOfADelay)
{
    m_letter.recipients[0].lastOutcome =
        MakeOutcome("450 4.2.1 Mailbox busy", true, "mail.b.net", {4, 2, 1});
    test::ExpectGolden(Compose(DsnAction::DELAYED, {BOB}).content, "dsn/golden/delayed.eml");
}

TEST_F(StatusNotificationTest, TellsOfARelayingToAHostWithoutNotifications)
{
    m_letter.recipients[0].lastOutcome = MakeOutcome("250 2.0.0 Ok", true, "mail.b.net", {2, 0, 0});
    test::ExpectGolden(Compose(DsnAction::RELAYED, {BOB}).content, "dsn/golden/relayed.eml");
}

TEST_F(StatusNotificationTest, TellsOfADeliveryIntoAMailboxHere)
{
    m_letter.recipients[0].lastOutcome = store::AttemptOutcome{store::AttemptStatus::DELIVERED};
    const auto content = Compose(DsnAction::DELIVERED, {BOB}).content;
    EXPECT_NE(content.find("<bob@b.net>: it stands in the mailbox\r\n"), std::string::npos);
    EXPECT_NE(content.find("Status: 2.0.0\r\n"), std::string::npos);
}

TEST_F(StatusNotificationTest, TellsOfADelayWithoutAnAttempt)
{
    m_letter.recipients[0].lastOutcome.reset();
    EXPECT_NE(Compose(DsnAction::DELAYED, {BOB}).content.find("no attempt has ended yet"),
              std::string::npos);
}

TEST_F(StatusNotificationTest, SaysWhereItIsNotAscii)
{
    m_letter.content += "Gr\xc3\xbc\xc3\x9f"
                        "e\r\n";
    m_letter.isInternationalized = true;
    m_letter.recipients[0].path.mailbox.localPart = "b\xc3\xb6"
                                                    "b";
    const auto notification = Compose(DsnAction::FAILED, {m_letter.recipients[0].path});
    EXPECT_EQ(notification.envelope.body, mail::BodyType::EIGHT_BIT_MIME);
    EXPECT_TRUE(notification.envelope.isInternationalized);
    test::ExpectGolden(notification.content, "dsn/golden/international.eml");
}

TEST_F(StatusNotificationTest, ReturnsWhatTheSenderAskedFor)
{
    EXPECT_TRUE(Returns(DsnAction::FAILED, "Hello Bob\r\n"));
    m_letter.returned = mail::ReturnedContent::HEADERS;
    EXPECT_FALSE(Returns(DsnAction::FAILED, "Hello Bob\r\n"));
    EXPECT_TRUE(Returns(DsnAction::FAILED, "Subject: Hello\r\n"));
    m_letter.returned = mail::ReturnedContent::FULL;
    EXPECT_TRUE(Returns(DsnAction::FAILED, "Hello Bob\r\n"));
    EXPECT_FALSE(Returns(DsnAction::DELAYED, "Hello Bob\r\n")) << "RET is about failures only";
}

TEST_F(StatusNotificationTest, ReturnsTheHeaderOfALongMessage)
{
    m_letter.content.resize(RETURNED_CONTENT_LIMIT, 'x');
    EXPECT_TRUE(Returns(DsnAction::FAILED, "message/rfc822"));
    m_letter.content += 'x';
    EXPECT_FALSE(Returns(DsnAction::FAILED, "message/rfc822"));
    m_letter.returned = mail::ReturnedContent::FULL;
    EXPECT_TRUE(Returns(DsnAction::FAILED, "message/rfc822"));
}

TEST_F(StatusNotificationTest, ReturnsNoMoreThanAServerTakes)
{
    m_letter.returned = mail::ReturnedContent::FULL;
    m_letter.content.resize(FULL_RETURN_LIMIT, 'x');
    const auto longest = Compose(DsnAction::FAILED).content;
    EXPECT_NE(longest.find("message/rfc822"), std::string::npos);
    EXPECT_LT(longest.size(), smtp::DEFAULT_CONTENT_LIMIT);
    m_letter.content += 'x';
    EXPECT_FALSE(Returns(DsnAction::FAILED, "message/rfc822"));
}

TEST_F(StatusNotificationTest, KeepsItsPartsApartWhateverIsReturned)
{
    const auto boundary = [this] {
        const auto type = mail::FindField(Compose(DsnAction::FAILED).content, "Content-Type");
        return type->GetValue().substr(type->GetValue().find("boundary="));
    };
    const auto usual = boundary();
    m_letter.content += "--" + usual.substr(10, usual.size() - 11) + "--\r\n";
    EXPECT_NE(boundary(), usual);
}

TEST_F(StatusNotificationTest, KeepsLinesShortThoughAReplyIsLong)
{
    for (int i = 0; i < 100; ++i)
    {
        m_letter.recipients[0].lastOutcome->reason += " go away and never come back";
    }
    const auto content = Compose(DsnAction::FAILED).content;
    for (std::size_t begin = 0; begin < content.size();)
    {
        const auto end = content.find("\r\n", begin);
        ASSERT_NE(end, std::string::npos);
        EXPECT_LE(end - begin, mail::FOLDED_LINE_LENGTH) << content.substr(begin, end - begin);
        begin = end + 2;
    }
}

} // namespace
} // namespace ns3::postroad::dsn
