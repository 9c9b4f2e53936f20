#include "postroad/smtp/smtp-quoted-printable.h"

#include <gtest/gtest.h>

namespace ns3::postroad::smtp
{
namespace
{

const std::string HEADER = "MIME-Version: 1.0\r\nContent-Transfer-Encoding: 8BIT\r\n";

TEST(SmtpQuotedPrintable, EncodesWhatIsNotPlain)
{
    EXPECT_EQ(EncodeQuotedPrintable("a=b caf\xc3\xa9\r\n"), "a=3Db caf=C3=A9\r\n");
    EXPECT_EQ(EncodeQuotedPrintable("a \r\nb\t\r\n\r\n\f"), "a=20\r\nb=09\r\n\r\n=0C");
}

TEST(SmtpQuotedPrintable, BreaksLinesAtTheLimit)
{
    const std::string line(ENCODED_LINE_LIMIT - 1, 'x');
    EXPECT_EQ(EncodeQuotedPrintable(line + "\r\n"), line + "\r\n");
    EXPECT_EQ(EncodeQuotedPrintable(line + "y\r\n"), line + "=\r\ny\r\n");
    EXPECT_EQ(EncodeQuotedPrintable(line.substr(3) + "=="), line.substr(3) + "=3D=\r\n=3D");
}

TEST(SmtpQuotedPrintable, EncodesTextAgain)
{
    EXPECT_EQ(EncodeAsSevenBit(HEADER + "\r\n\xff\r\n"),
              "MIME-Version: 1.0\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=FF\r\n");
    EXPECT_TRUE(EncodeAsSevenBit(HEADER + "Content-Type: TEXT/html\r\n\r\n\xff\r\n"));
}

TEST(SmtpQuotedPrintable, LeavesAloneWhatItDoesNotUnderstand)
{
    for (const auto& content : {HEADER + "Content-Type: multipart/mixed\r\n\r\n\xff\r\n",
                                HEADER + "Content-Type: image/png\r\n\r\n\xff\r\n",
                                HEADER + "Subject: \xff\r\n\r\na\r\n",
                                std::string("MIME-Version: 1.0\r\n\r\n\xff\r\n"),
                                std::string("Content-Transfer-Encoding: 8bit\r\n\r\n\xff\r\n"),
                                std::string("\r\n\xff\r\n")})
    {
        EXPECT_EQ(EncodeAsSevenBit(content), std::nullopt) << content;
    }
}

} // namespace
} // namespace ns3::postroad::smtp
