#include "postroad/wire/byte-reader.h"

#include <gtest/gtest.h>

namespace ns3::postroad::wire
{
namespace
{

TEST(ByteReader, ReadsBigEndianNumbersInTurn)
{
    ByteReader reader(std::string_view("\xff\x01\x02\x80\x00\x00\x01", 7));
    EXPECT_EQ(reader.ReadU8(), 0xff);
    EXPECT_EQ(reader.ReadU16(), 0x0102);
    EXPECT_EQ(reader.ReadU32(), 0x80000001U);
    EXPECT_TRUE(reader.IsOk());
    EXPECT_EQ(reader.GetRemaining(), 0U);
}

TEST(ByteReader, KeepsItsFirstErrorAndGivesNothingAfterwards)
{
    ByteReader reader("abc");
    EXPECT_EQ(reader.Read(2), "ab");
    EXPECT_EQ(reader.ReadU16(), 0);
    reader.Fail(ErrorKind::SYNTAX, "a later fault");
    EXPECT_EQ(reader.ReadU8(), 0);
    ASSERT_FALSE(reader.IsOk());
    EXPECT_EQ(reader.GetError().kind, ErrorKind::TRUNCATED);
    EXPECT_EQ(reader.GetError().offset, 2U);
}

TEST(ByteReader, TreatsAnOffsetBehindTheEndAsTheEnd)
{
    ByteReader reader("abc", 7);
    EXPECT_EQ(reader.GetRemaining(), 0U);
    EXPECT_EQ(reader.ReadU8(), 0);
    EXPECT_FALSE(reader.IsOk());
}

} // namespace
} // namespace ns3::postroad::wire
