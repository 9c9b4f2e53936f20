#include "postroad/text/ascii.h"

#include <gtest/gtest.h>

namespace ns3::postroad::text
{
namespace
{

TEST(Ascii, ComparesWithoutCaseInAsciiOnly)
{
    EXPECT_TRUE(EqualsIgnoringCase("Mail.A.Net", "mAIL.a.nET"));
    EXPECT_FALSE(EqualsIgnoringCase("a.net", "a.netx"));
    EXPECT_FALSE(EqualsIgnoringCase("\xc4", "\xe4"));
    EXPECT_FALSE(EqualsIgnoringCase("[", "{"));
}

TEST(Ascii, OrdersHighOctetsAfterLetters)
{
    const LessIgnoringCase less;
    EXPECT_TRUE(less("Z", "\xe4"));
    EXPECT_FALSE(less("\xe4", "Z"));
    EXPECT_FALSE(less("ABC", "abc"));
    EXPECT_TRUE(less("ab", "ABC"));
}

TEST(Ascii, FindsAPrefixWithoutCase)
{
    EXPECT_TRUE(StartsWithIgnoringCase("from:<a@b>", "FROM:"));
    EXPECT_FALSE(StartsWithIgnoringCase("FRO", "FROM:"));
}

TEST(Ascii, TrimsBlanksAtBothEndsOnly)
{
    EXPECT_EQ(Trim(" \ta b\t "), "a b");
    EXPECT_EQ(Trim(" \t "), "");
}

} // namespace
} // namespace ns3::postroad::text
