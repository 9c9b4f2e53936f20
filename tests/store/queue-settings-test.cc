#include "postroad/store/queue-settings.h"

#include <gtest/gtest.h>

#include <vector>

namespace ns3::postroad::store
{
namespace
{

using namespace std::chrono_literals;

TEST(QueueSettings, AreThoseOfRfc5321UnlessToldOtherwise)
{
    EXPECT_EQ(QueueSettings{}, (QueueSettings{{30min, 4h, 120h, 4h}, 2}));
    EXPECT_TRUE(QueueSettings{}.IsValid());
}

TEST(QueueSettings, LetNoQueueTryWithoutAPauseOrWithoutAConnection)
{
    EXPECT_TRUE((QueueSettings{{1ns, 1ns, 1ns, 1ns}, 1}.IsValid()));
    for (const auto& schedule : std::vector<RetrySchedule>{
             {0ns, 1ns, 1ns, 1ns},
             {1ns, 0ns, 1ns, 1ns},
             {1ns, 1ns, 0ns, 1ns},
             {1ns, 1ns, 1ns, 0ns},
         })
    {
        EXPECT_FALSE((QueueSettings{schedule, 1}.IsValid()));
    }
    EXPECT_FALSE((QueueSettings{{}, 0}.IsValid()));
}

} // namespace
} // namespace ns3::postroad::store
