#include "postroad/smtp/grammar/smtp-mail-parameters.h"
#include "postroad/smtp/grammar/smtp-rcpt-parameters.h"
#include "postroad/smtp/grammar/smtp-xtext.h"

#include <gtest/gtest.h>

namespace ns3::postroad::smtp
{
namespace
{

TEST(SmtpXtext, IsDecodedAndEncodedAgain)
{
    EXPECT_EQ(ParseXtext("a+2Bb+3Dc+20d"), "a+b=c d");
    for (const std::string text : {"", "plain", "a+b=c d", "~!rfc822;x"})
    {
        EXPECT_EQ(ParseXtext(SerializeXtext(text)), text);
    }
    EXPECT_EQ(SerializeXtext("a+\r\xc3"), "a+2B+0D+C3");
}

TEST(SmtpXtext, IsRefusedWhenItIsNone)
{
    for (const auto* const text :
         {"a=b", "a b", "+", "+2", "+2b", "+G0", "\xc3", "+0D", "+0A", "+7F", "+80"})
    {
        EXPECT_EQ(ParseXtext(text), std::nullopt) << text;
    }
}

wire::Result<MailParameters>
ReadMail(std::string_view text)
{
    return ReadMailParameters(*ParseParameters(text));
}

wire::Result<RcptParameters>
ReadRcpt(std::string_view text)
{
    return ReadRcptParameters(*ParseParameters(text));
}

TEST(SmtpMailParameters, AreSerializedAndReadAgain)
{
    using mail::BodyType;
    using mail::ReturnedContent;
    for (const auto& parameters :
         {MailParameters{},
          MailParameters{500, BodyType::EIGHT_BIT_MIME, true, ReturnedContent::FULL, "a+b=c"},
          MailParameters{0, BodyType::SEVEN_BIT, false, ReturnedContent::HEADERS, ""}})
    {
        EXPECT_EQ(*ReadMail(Serialize(parameters)), parameters) << Serialize(parameters);
    }
}

TEST(SmtpMailParameters, AreReadWithoutCase)
{
    const auto parameters = ReadMail(" size=5 body=8bitmime ret=hdrs smtputf8");
    ASSERT_TRUE(parameters);
    EXPECT_EQ(Serialize(*parameters), " SIZE=5 BODY=8BITMIME SMTPUTF8 RET=HDRS");
}

TEST(SmtpMailParameters, AreRefusedWithTheNameOfTheWrongOne)
{
    const auto expect = [](const std::string& text, const std::string& reason) {
        const auto parameters = ReadMail(text);
        ASSERT_FALSE(parameters) << text;
        EXPECT_EQ(parameters.GetError().reason, reason);
    };
    expect(" SIZE=1 BODY=BINARYMIME", "Bad value of BODY");
    expect(" SIZE=-1", "Bad value of SIZE");
    expect(" SIZE=000000000000000000001", "Bad value of SIZE");
    expect(" smtputf8=1", "Bad value of SMTPUTF8");
    expect(" RET", "Bad value of RET");
    expect(" ENVID", "Bad value of ENVID");
}

TEST(SmtpMailParameters, TakeAnEnvidOfTheLimitAndNoMore)
{
    EXPECT_TRUE(ReadMail(" ENVID=" + std::string(ENVELOPE_ID_LIMIT, 'x')));
    EXPECT_FALSE(ReadMail(" ENVID=" + std::string(ENVELOPE_ID_LIMIT + 1, 'x')));
}

TEST(SmtpMailParameters, BelongToTheirExtensions)
{
    EXPECT_EQ(FindMailExtension("envid"), "DSN");
    EXPECT_EQ(FindMailExtension("BODY"), "8BITMIME");
    EXPECT_EQ(FindMailExtension("NOTIFY"), "");
    EXPECT_EQ(FindRcptExtension("notify"), "DSN");
    EXPECT_EQ(FindRcptExtension("SIZE"), "");
}

TEST(SmtpRcptParameters, AreSerializedAndReadAgain)
{
    for (const auto& parameters : {RcptParameters{},
                                   RcptParameters{mail::Notify{}, "rfc822;bob+x@b.net"},
                                   RcptParameters{mail::Notify{true, true, true}, ""},
                                   RcptParameters{mail::Notify{false, true, false}, "x-y;="}})
    {
        EXPECT_EQ(*ReadRcpt(Serialize(parameters)), parameters) << Serialize(parameters);
    }
}

TEST(SmtpRcptParameters, AreRefusedWhenTheyAreNone)
{
    for (const auto* const text : {" NOTIFY",
                                   " NOTIFY=",
                                   " NOTIFY=NEVER,SUCCESS",
                                   " NOTIFY=SUCCESS,",
                                   " NOTIFY=,DELAY",
                                   " NOTIFY=LATER",
                                   " ORCPT",
                                   " ORCPT=bob@b.net",
                                   " ORCPT=;bob@b.net",
                                   " ORCPT=rfc822;",
                                   " ORCPT=rfc822;a+0Ab",
                                   " ORCPT=rfc/822;a"})
    {
        const auto words = ParseParameters(text);
        EXPECT_FALSE(words && ReadRcptParameters(*words)) << text;
    }
}

TEST(SmtpRcptParameters, TakeAnOrcptOfTheLimitAndNoMore)
{
    const std::string type = "rfc822;";
    EXPECT_TRUE(ReadRcpt(" ORCPT=" + type + std::string(ORIGINAL_RECIPIENT_LIMIT - 7, 'x')));
    EXPECT_FALSE(ReadRcpt(" ORCPT=" + type + std::string(ORIGINAL_RECIPIENT_LIMIT - 6, 'x')));
}

} // namespace
} // namespace ns3::postroad::smtp
