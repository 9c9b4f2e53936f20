#include "postroad/mail/mail-message.h"
#include "postroad/mime/draft.h"

#include <gtest/gtest.h>

namespace ns3::postroad::mime
{
namespace
{

Draft
MakeDraft()
{
    return {.from = {"Alice Doe", {"alice", "a.net"}},
            .to = {{"Bob Smith", {"bob", "b.net"}}},
            .subject = "Hello",
            .date = {1268042400, {60, "CET"}},
            .messageId = "1.alice@a.net",
            .body = "Hello Bob\nBest regards,\nAlice"};
}

std::vector<std::string>
SplitLines(const std::string& content)
{
    std::vector<std::string> lines;
    std::size_t begin = 0;
    for (auto end = content.find("\r\n"); end != std::string::npos;
         end = content.find("\r\n", begin))
    {
        lines.push_back(content.substr(begin, end - begin));
        begin = end + 2;
    }
    return lines;
}

TEST(Compose, WritesTheLetterToTheLetter)
{
    EXPECT_EQ(*Compose(MakeDraft()),
              "Date: Mon, 8 Mar 2010 11:00:00 +0100 (CET)\r\n"
              "From: Alice Doe <alice@a.net>\r\n"
              "To: Bob Smith <bob@b.net>\r\n"
              "Subject: Hello\r\n"
              "Message-ID: <1.alice@a.net>\r\n"
              "\r\n"
              "Hello Bob\r\n"
              "Best regards,\r\n"
              "Alice\r\n");
}

TEST(Compose, SendsToTheBlindCopiesWithoutNamingThem)
{
    auto draft = MakeDraft();
    draft.cc = {{"", {"carol", "c.net"}}};
    draft.bcc = {{"Dave", {"dave", "d.net"}}};
    const auto content = *Compose(draft);
    EXPECT_EQ(mail::ParseMessage(content).Find("Cc")->GetValue(), "carol@c.net");
    EXPECT_EQ(content.find("Bcc"), std::string::npos);
    EXPECT_EQ(content.find("dave"), std::string::npos);

    const auto envelope = MakeEnvelope(draft);
    EXPECT_EQ(envelope.reversePath.ToString(), "<alice@a.net>");
    ASSERT_EQ(envelope.recipients.size(), 3U);
    EXPECT_EQ(envelope.recipients[0].ToString(), "<bob@b.net>");
    EXPECT_EQ(envelope.recipients[1].ToString(), "<carol@c.net>");
    EXPECT_EQ(envelope.recipients[2].ToString(), "<dave@d.net>");
}

TEST(Compose, EndsEveryLineOfTheBodyWithCrlf)
{
    auto draft = MakeDraft();
    const std::pair<const char*, const char*> cases[] = {{"", ""},
                                                         {"a", "a\r\n"},
                                                         {"a\n\nb\n", "a\r\n\r\nb\r\n"},
                                                         {"a\r\nb\r\n", "a\r\nb\r\n"},
                                                         {"a\rb\n\rc", "a\r\nb\r\n\r\nc\r\n"},
                                                         {"\r\n", "\r\n"}};
    for (const auto& [body, lines] : cases)
    {
        draft.body = body;
        EXPECT_EQ(mail::ParseMessage(*Compose(draft)).body, lines);
    }
}

TEST(Compose, FoldsTheHeader)
{
    auto draft = MakeDraft();
    draft.to.assign(20, {"Bob Smith", {"bob", "b.net"}});
    draft.subject =
        "word word word word word word word word word word word word word word word word";
    const auto content = *Compose(draft);
    for (const auto& line : SplitLines(content))
    {
        EXPECT_LE(line.size(), mail::FOLDED_LINE_LENGTH) << line;
    }
    EXPECT_EQ(mail::ParseMessage(content).Find("Subject")->GetValue(), draft.subject);
}

TEST(Compose, SaysThatABodyIsUtf8)
{
    auto draft = MakeDraft();
    draft.subject = "Perch\xc3\xa9";
    draft.body = "Citt\xc3\xa0\n";
    const auto message = mail::ParseMessage(*Compose(draft));
    EXPECT_EQ(message.Find("Subject")->GetValue(), "=?utf-8?q?Perch=C3=A9?=");
    EXPECT_EQ(message.Find("MIME-Version")->GetValue(), "1.0");
    EXPECT_EQ(message.Find("Content-Type")->GetValue(), "text/plain; charset=utf-8");
    EXPECT_EQ(message.Find("Content-Transfer-Encoding")->GetValue(), "8bit");
    EXPECT_EQ(message.body, "Citt\xc3\xa0\r\n");
}

TEST(Compose, LimitsTheLinesOfTheBody)
{
    auto draft = MakeDraft();
    draft.body = std::string(mail::LINE_LENGTH_LIMIT, 'a');
    EXPECT_TRUE(Compose(draft).IsOk());
    draft.body += 'a';
    const auto refused = Compose(draft);
    ASSERT_FALSE(refused.IsOk());
    EXPECT_EQ(refused.GetError().kind, wire::ErrorKind::TOO_LONG);
    EXPECT_EQ(refused.GetError().reason,
              "line 7 of the message has 999 octets; at most 998 are allowed");
}

TEST(Compose, LimitsTheLinesOfTheHeader)
{
    auto draft = MakeDraft();
    draft.subject = std::string(mail::LINE_LENGTH_LIMIT - std::string("Subject: ").size(), 'a');
    EXPECT_TRUE(Compose(draft).IsOk());
    draft.subject += 'a';
    EXPECT_EQ(Compose(draft).GetError().kind, wire::ErrorKind::TOO_LONG);
}

TEST(Compose, RefusesToLetAFieldBeginInAnother)
{
    auto draft = MakeDraft();
    for (const auto* subject : {"a\r\nBcc: x@y", "a\nb", "a\rb", "a\x7f", "a\r\n\r\nb"})
    {
        draft.subject = subject;
        const auto refused = Compose(draft);
        ASSERT_FALSE(refused.IsOk()) << subject;
        EXPECT_EQ(refused.GetError().reason,
                  "Subject holds a control character; it has to be one line");
    }
}

} // namespace
} // namespace ns3::postroad::mime
