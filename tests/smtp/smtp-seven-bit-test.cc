#include "postroad/smtp/client/smtp-seven-bit.h"

#include <gtest/gtest.h>

namespace ns3::postroad::smtp
{
namespace
{

const std::string HEADER = "MIME-Version: 1.0\r\nContent-Transfer-Encoding: 8BIT\r\n";

TEST(SmtpSevenBit, EncodesTextAgain)
{
    EXPECT_EQ(EncodeAsSevenBit(HEADER + "\r\n\xff\r\n"),
              "MIME-Version: 1.0\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=FF\r\n");
    EXPECT_TRUE(EncodeAsSevenBit(HEADER + "Content-Type: TEXT/html\r\n\r\n\xff\r\n"));
}

TEST(SmtpSevenBit, LeavesAloneWhatItDoesNotUnderstand)
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
