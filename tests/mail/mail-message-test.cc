#include "postroad/mail/mail-message.h"

#include <gtest/gtest.h>

namespace ns3::postroad::mail
{
namespace
{

/// The lecture's first message (row L05).
constexpr const char* LETTER = "From: Bob Smith <bob@machine.example>\r\n"
                               "To: Alice Doe <alice@example.net>,\r\n"
                               " Alice Smith <alice@machine.example>\r\n"
                               "Subject: Hello\r\n"
                               "Date: Mon, 8 Mar 2010 19:55:06 -0600\r\n"
                               "\r\n"
                               "This is the \"Hello world\" of email messages.\r\n"
                               "\r\n"
                               "This is the second line of the body\r\n";

TEST(Message, IsCutAtTheFirstEmptyLine)
{
    const auto message = ParseMessage(LETTER);
    ASSERT_EQ(message.header.size(), 4U);
    EXPECT_EQ(message.header[2], (HeaderField{"Subject", " Hello"}));
    EXPECT_EQ(message.body.substr(0, 11), "This is the");
    EXPECT_TRUE(message.hasEmptyLine);
}

TEST(Message, FindsFieldsWithoutCase)
{
    const auto message = ParseMessage(LETTER);
    ASSERT_NE(message.Find("TO"), nullptr);
    EXPECT_EQ(message.Find("TO")->GetValue(),
              "Alice Doe <alice@example.net>, Alice Smith <alice@machine.example>");
    EXPECT_EQ(message.Find("Received"), nullptr);
}

TEST(Message, FindsAFieldOfContentThatIsNotCutIntoAll)
{
    EXPECT_EQ(FindField(LETTER, "subject"), (HeaderField{"Subject", " Hello"}));
    EXPECT_EQ(FindField("A: 1\r\na: 2\r\n\r\nB: 3\r\n", "a"), (HeaderField{"A", " 1"}));
    EXPECT_EQ(FindField("A: 1\r\n\r\nB: 3\r\n", "B"), std::nullopt);
}

TEST(Message, FindsRepeatedFieldsFromTheTop)
{
    auto message = ParseMessage(LETTER);
    message.Prepend({"Received", " first"});
    message.Prepend({"RECEIVED", " second"});
    const auto fields = message.FindAll("received");
    ASSERT_EQ(fields.size(), 2U);
    EXPECT_EQ(fields[0]->GetValue(), "second");
    EXPECT_EQ(fields[1]->GetValue(), "first");
    EXPECT_EQ(message.Find("received"), fields[0]);
}

TEST(Message, PutsAPrependedFieldAboveAllOctetsThatWereThere)
{
    auto message = ParseMessage(LETTER);
    message.Prepend({"Return-Path", " <>"});
    EXPECT_EQ(message.Serialize(), std::string("Return-Path: <>\r\n") + LETTER);
}

TEST(Message, KeepsEveryOctetWhateverCame)
{
    const std::string contents[] = {
        LETTER,
        "",
        "\r\n",
        "\r\n\r\n",
        "Subject: only a header\r\n",
        "Subject: not ended",
        "Subject:\r\n",
        "Subject : blank before the colon\r\n\r\nbody",
        "no field at all\r\nSubject: below\r\n\r\n",
        "A: 1\r\nno field\r\nB: 2\r\n",
        " begins with a fold\r\n\r\n",
        "A: 1\r\n \r\n\t\r\n\r\nbody without a line end",
        "A: bare\nB: line feeds\n\nbody\n",
        std::string("A: \0 nul\r\n\r\n\xff\xfe\0", 15),
        ": no name\r\n\r\n",
    };
    for (const auto& content : contents)
    {
        EXPECT_EQ(ParseMessage(content).Serialize(), content);
    }
}

TEST(Message, EndsItsHeaderAtALineThatIsNoField)
{
    const auto message = ParseMessage("A: 1\r\nno field\r\nB: 2\r\n");
    EXPECT_EQ(message.header.size(), 1U);
    EXPECT_FALSE(message.hasEmptyLine);
    EXPECT_EQ(message.body, "no field\r\nB: 2\r\n");
}

TEST(Message, FindsAFieldWithABlankBeforeItsColon)
{
    const auto message = ParseMessage("Subject : Hello\r\n\r\n");
    ASSERT_NE(message.Find("Subject"), nullptr);
    EXPECT_EQ(message.Find("Subject")->GetValue(), "Hello");
}

} // namespace
} // namespace ns3::postroad::mail
