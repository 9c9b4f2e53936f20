#include "postroad/text/utf8.h"

#include <gtest/gtest.h>

namespace ns3::postroad::text
{
namespace
{

TEST(PrintableText, LeavesVisibleCharactersAsTheyAre)
{
    EXPECT_EQ(MakePrintable("250 OK \\ ~"), "250 OK \\ ~");
    EXPECT_EQ(MakePrintable("Gr\xc3\xbc\xc3\x9f\x65 \xe2\x82\xac"),
              "Gr\xc3\xbc\xc3\x9f\x65 \xe2\x82\xac");
}

TEST(PrintableText, ShowsWhatATerminalWouldObey)
{
    EXPECT_EQ(MakePrintable("\x1b[2J"), "\\x1b[2J");
    EXPECT_EQ(MakePrintable("a\r\nb\t\x7f"), "a\\x0d\\x0ab    \\x7f");
    EXPECT_EQ(MakePrintable("\xc2\x9b"), "\\xc2\\x9b"); // U+009B, the eight-bit CSI
    EXPECT_EQ(MakePrintable("\xc2\xa0"), "\xc2\xa0");
}

TEST(PrintableText, ShowsOctetsThatAreNoText)
{
    EXPECT_EQ(MakePrintable("caf\xe9!"), "caf\\xe9!");
    EXPECT_EQ(MakePrintable("\xe2\x82"), "\\xe2\\x82");
}

TEST(ShortenedText, HasNoMoreCharactersThanTheLimit)
{
    EXPECT_EQ(Shorten("abcdef", 6), "abcdef");
    EXPECT_EQ(Shorten("abcdefg", 6), "abc...");
    EXPECT_EQ(Shorten("\xc3\xa4\xc3\xb6\xc3\xbc\xc3\x9f", 4), "\xc3\xa4\xc3\xb6\xc3\xbc\xc3\x9f");
    EXPECT_EQ(Shorten("\xc3\xa4\xc3\xb6\xc3\xbc\xc3\x9f!", 4), "\xc3\xa4...");
    EXPECT_EQ(Shorten("\xff\xff\xff\xff", 3), "...");
}

} // namespace
} // namespace ns3::postroad::text
