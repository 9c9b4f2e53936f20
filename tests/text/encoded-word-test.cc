#include "postroad/text/encoded-word.h"

#include <gtest/gtest.h>

namespace ns3::postroad::text
{
namespace
{

TEST(EncodedWord, WritesOctetsOutsideAsciiInHexadecimal)
{
    EXPECT_EQ(EncodeWords("Perch\xc3\xa9 no?"), "=?utf-8?q?Perch=C3=A9_no=3F?=");
}

TEST(EncodedWord, KeepsTheLimitWithoutCuttingACharacter)
{
    std::string fits;
    while (EncodeWords(fits + "\xe2\x82\xac").size() <= ENCODED_WORD_LIMIT)
    {
        fits += "\xe2\x82\xac";
    }
    EXPECT_EQ(EncodeWords(fits).find(' '), std::string::npos);
    EXPECT_EQ(EncodeWords(fits + "\xe2\x82\xac"), EncodeWords(fits) + " =?utf-8?q?=E2=82=AC?=");
}

TEST(EncodedWord, FillsAWordToTheLimit)
{
    const std::string text(ENCODED_WORD_LIMIT - EncodeWords("").size(), 'x');
    EXPECT_EQ(EncodeWords(text).size(), ENCODED_WORD_LIMIT);
    EXPECT_EQ(EncodeWords(text + "y"), EncodeWords(text) + " =?utf-8?q?y?=");
}

TEST(EncodedWord, TakesBrokenUtf8OctetByOctet)
{
    EXPECT_EQ(EncodeWords("\x80\x80\x80\x80\x80\xff"), "=?utf-8?q?=80=80=80=80=80=FF?=");
}

} // namespace
} // namespace ns3::postroad::text
