#include "postroad/store/destination-queues.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <stdexcept>

namespace ns3::postroad::store
{
namespace
{

DeliveryBatch
MakeBatch(std::uint64_t id, const std::string& destination)
{
    return {{id}, destination, {{{"bob", "b.net"}}}};
}

TEST(DestinationQueues, BeginWithWhatCameFirst)
{
    DestinationQueues queues(2);
    EXPECT_EQ(queues.Begin(), std::nullopt);
    queues.Add(MakeBatch(1, "b.net"));
    queues.Add(MakeBatch(2, "b.net"));
    EXPECT_EQ(queues.Begin(), MakeBatch(1, "b.net"));
    EXPECT_EQ(queues.Begin(), MakeBatch(2, "b.net"));
    EXPECT_EQ(queues.Begin(), std::nullopt);
}

TEST(DestinationQueues, LimitTheDeliveriesToEachDestinationApart)
{
    DestinationQueues queues(1);
    queues.Add(MakeBatch(1, "b.net"));
    queues.Add(MakeBatch(2, "B.NET"));
    queues.Add(MakeBatch(3, "c.net"));
    EXPECT_EQ(queues.Begin(), MakeBatch(1, "b.net"));
    EXPECT_EQ(queues.Begin(), MakeBatch(3, "c.net"));
    EXPECT_EQ(queues.Begin(), std::nullopt);
    EXPECT_EQ(queues.CountDeliveries("b.net"), 1U);
}

TEST(DestinationQueues, HandADeliveryOneBatchAfterTheOther)
{
    DestinationQueues queues(1);
    queues.Add(MakeBatch(1, "b.net"));
    queues.Begin();
    queues.Add(MakeBatch(2, "b.net"));
    EXPECT_EQ(queues.Next("b.net"), MakeBatch(2, "b.net"));
    EXPECT_EQ(queues.Next("b.net"), std::nullopt);
    EXPECT_EQ(queues.CountDeliveries("b.net"), 0U);
}

TEST(DestinationQueues, BeginAgainWhenADeliveryIsOver)
{
    DestinationQueues queues(1);
    queues.Add(MakeBatch(1, "b.net"));
    queues.Begin();
    queues.Next("b.net");
    queues.Add(MakeBatch(2, "b.net"));
    EXPECT_EQ(queues.Begin(), MakeBatch(2, "b.net"));
}

TEST(DestinationQueues, KnowNoNextBatchOfADeliveryThatHasNotBegun)
{
    DestinationQueues queues(1);
    EXPECT_THROW(queues.Next("b.net"), std::logic_error);
    queues.Add(MakeBatch(1, "b.net"));
    EXPECT_THROW(queues.Next("b.net"), std::logic_error);
}

} // namespace
} // namespace ns3::postroad::store
