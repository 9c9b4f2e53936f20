#include "postroad/text/quoted-printable.h"

#include <gtest/gtest.h>

namespace ns3::postroad::text
{
namespace
{

TEST(QuotedPrintable, EncodesWhatIsNotPlain)
{
    EXPECT_EQ(EncodeQuotedPrintable("a=b caf\xc3\xa9\r\n"), "a=3Db caf=C3=A9\r\n");
    EXPECT_EQ(EncodeQuotedPrintable("a \r\nb\t\r\n\r\n\f"), "a=20\r\nb=09\r\n\r\n=0C");
}

TEST(QuotedPrintable, BreaksLinesAtTheLimit)
{
    const std::string line(ENCODED_LINE_LIMIT - 1, 'x');
    EXPECT_EQ(EncodeQuotedPrintable(line + "\r\n"), line + "\r\n");
    EXPECT_EQ(EncodeQuotedPrintable(line + "y\r\n"), line + "=\r\ny\r\n");
    EXPECT_EQ(EncodeQuotedPrintable(line.substr(3) + "=="), line.substr(3) + "=3D=\r\n=3D");
}

} // namespace
} // namespace ns3::postroad::text
