#include "postroad/wire/byte-reader.h"
#include "postroad/wire/byte-writer.h"

#include <gtest/gtest.h>

namespace ns3::postroad::wire
{
namespace
{

TEST(ByteWriter, WritesBigEndianNumbersThatTheReaderReadsBack)
{
    ByteWriter writer;
    writer.WriteU8(0xff);
    writer.WriteU16(0x0102);
    writer.WriteU32(0x80000001U);
    writer.Write("abc");
    const auto octets = writer.TakeOctets();
    EXPECT_EQ(octets,
              std::string("\xff\x01\x02\x80\x00\x00\x01"
                          "abc",
                          10));
    ByteReader reader(octets);
    EXPECT_EQ(reader.ReadU8(), 0xff);
    EXPECT_EQ(reader.ReadU16(), 0x0102);
    EXPECT_EQ(reader.ReadU32(), 0x80000001U);
    EXPECT_EQ(reader.Read(3), "abc");
}

TEST(ByteWriter, FillsInALengthThatIsKnownOnlyAfterwards)
{
    ByteWriter writer;
    writer.WriteU16(0);
    writer.Write("abc");
    writer.OverwriteU16(0, 0x1234);
    EXPECT_EQ(writer.GetSize(), 5U);
    EXPECT_THROW(writer.OverwriteU16(4, 0), std::out_of_range);
    EXPECT_EQ(writer.TakeOctets(),
              "\x12\x34"
              "abc");
    EXPECT_EQ(writer.GetSize(), 0U);
}

} // namespace
} // namespace ns3::postroad::wire
