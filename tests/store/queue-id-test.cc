#include "postroad/store/queue-id.h"

#include <gtest/gtest.h>

namespace ns3::postroad::store
{
namespace
{

TEST(QueueId, IsWrittenInUpperCaseHexadecimal)
{
    EXPECT_EQ(QueueId{0x12345}.ToString(), "12345");
    EXPECT_EQ(QueueId{0xB92351C60D7}.ToString(), "B92351C60D7");
    EXPECT_EQ(QueueId{0}.ToString(), "0");
}

TEST(QueueId, IsOrderedAsItIsCounted)
{
    EXPECT_LT(QueueId{0xF}, QueueId{0x10});
}

} // namespace
} // namespace ns3::postroad::store
