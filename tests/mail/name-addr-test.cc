#include "postroad/mail/name-addr.h"

#include <gtest/gtest.h>

namespace ns3::postroad::mail
{
namespace
{

const AddrSpec ALICE{"alice", "a.net"};

TEST(NameAddr, IsWrittenWithQuotesWhereTheNameNeedsThem)
{
    EXPECT_EQ((NameAddr{"", ALICE}.ToString()), "alice@a.net");
    EXPECT_EQ((NameAddr{"Alice Doe", ALICE}.ToString()), "Alice Doe <alice@a.net>");
    EXPECT_EQ((NameAddr{"Doe, Alice", ALICE}.ToString()), "\"Doe, Alice\" <alice@a.net>");
    EXPECT_EQ((NameAddr{"A  B", ALICE}.ToString()), "\"A  B\" <alice@a.net>");
    EXPECT_EQ((NameAddr{"Al \"A\"", ALICE}.ToString()), "\"Al \\\"A\\\"\" <alice@a.net>");
}

TEST(NameAddr, EncodesANameOutsideAscii)
{
    EXPECT_EQ((NameAddr{"J\xc3\xbcrgen M.", ALICE}.ToString()),
              "=?utf-8?q?J=C3=BCrgen_M=2E?= <alice@a.net>");
}

TEST(NameAddr, IsParsedAsItWasWritten)
{
    for (const auto* name : {"", "Alice Doe", "Doe, Alice", "A  B", "Al \"A\\\"", "x@y <z>"})
    {
        const NameAddr mailbox{name, ALICE};
        const auto parsed = ParseNameAddr(mailbox.ToString());
        ASSERT_TRUE(parsed.IsOk()) << name << ": " << parsed.GetError().reason;
        EXPECT_EQ(*parsed, mailbox);
    }
}

TEST(NameAddr, IsParsedWithCommentsAndWithoutAName)
{
    EXPECT_EQ(*ParseNameAddr(" <alice@a.net> (home)"), (NameAddr{"", ALICE}));
    EXPECT_EQ(*ParseNameAddr("\"Alice\" (x) Doe<alice@a.net>"), (NameAddr{"Alice Doe", ALICE}));
}

TEST(NameAddr, IsRefusedWhenAPieceIsMissing)
{
    for (const auto* text : {"", "Alice", "Alice <>", "Alice <alice@a.net", "<alice>", "a@b c@d"})
    {
        EXPECT_FALSE(ParseNameAddr(text).IsOk()) << text;
    }
}

} // namespace
} // namespace ns3::postroad::mail
