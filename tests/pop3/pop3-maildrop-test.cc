#include "postroad/pop3/pop3-maildrop.h"

#include <gtest/gtest.h>

namespace ns3::postroad::pop3
{
namespace
{

Maildrop
MakeThree()
{
    return Maildrop({{{7}, "a\r\n"}, {{8}, "bb\r\n"}, {{11}, "unended"}});
}

TEST(Pop3Maildrop, CountsOctetsWithCrlfAsTwo)
{
    const auto maildrop = MakeThree();
    EXPECT_EQ(maildrop.GetOctets(1), 3U);
    EXPECT_EQ(maildrop.GetOctets(3), 9U);
    EXPECT_EQ(maildrop.GetContent(3), "unended\r\n");
    EXPECT_EQ(maildrop.Describe(), "3 messages (16 octets)");
}

TEST(Pop3Maildrop, KeepsNumbersWhenMessagesAreMarked)
{
    auto maildrop = MakeThree();
    maildrop.Mark(1);
    maildrop.Mark(3);
    EXPECT_EQ(maildrop.GetLastNumber(), 3U);
    EXPECT_TRUE(maildrop.IsMarked(3));
    EXPECT_FALSE(maildrop.IsMarked(2));
    EXPECT_EQ(maildrop.Describe(), "1 message (4 octets)");
    EXPECT_EQ(maildrop.GetMarked(), (std::vector<store::UniqueId>{{7}, {11}}));
    maildrop.UnmarkAll();
    EXPECT_EQ(maildrop.CountMessages(), 3U);
}

TEST(Pop3Maildrop, NumbersFromOne)
{
    EXPECT_FALSE(MakeThree().HasNumber(0));
    EXPECT_TRUE(MakeThree().HasNumber(1));
    EXPECT_TRUE(MakeThree().HasNumber(3));
    EXPECT_FALSE(MakeThree().HasNumber(4));
    EXPECT_FALSE(Maildrop().HasNumber(1));
}

} // namespace
} // namespace ns3::postroad::pop3
