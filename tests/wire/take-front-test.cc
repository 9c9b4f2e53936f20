#include "postroad/wire/take-front.h"

#include <gtest/gtest.h>

#include <memory>

namespace ns3::postroad::wire
{
namespace
{

TEST(TakeFront, GivesWhatHasWaitedLongestAndThenNothing)
{
    std::deque<int> queue{1, 2};
    EXPECT_EQ(TakeFront(queue), 1);
    EXPECT_EQ(TakeFront(queue), 2);
    EXPECT_EQ(TakeFront(queue), std::nullopt);
}

TEST(TakeFront, MovesWhatCannotBeCopied)
{
    std::deque<std::unique_ptr<int>> queue;
    queue.push_back(std::make_unique<int>(3));
    const auto front = TakeFront(queue);
    ASSERT_TRUE(front);
    EXPECT_EQ(**front, 3);
    EXPECT_TRUE(queue.empty());
}

} // namespace
} // namespace ns3::postroad::wire
