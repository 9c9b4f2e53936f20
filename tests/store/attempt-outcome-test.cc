#include "postroad/store/attempt-outcome.h"

#include <gtest/gtest.h>

namespace ns3::postroad::store
{
namespace
{

TEST(AttemptOutcome, IsWorthAnotherHostOnlyWhenNothingIsDecided)
{
    EXPECT_TRUE(AttemptOutcome{AttemptStatus::DEFERRED}.IsWorthAnotherHost());
    EXPECT_FALSE(AttemptOutcome{AttemptStatus::DELIVERED}.IsWorthAnotherHost());
    EXPECT_FALSE(AttemptOutcome{AttemptStatus::RELAYED}.IsWorthAnotherHost());
    EXPECT_FALSE(AttemptOutcome{AttemptStatus::REFUSED}.IsWorthAnotherHost());
}

TEST(AttemptOutcome, IsNotWorthACopyAtAnotherHostWhileInDoubt)
{
    AttemptOutcome outcome{AttemptStatus::DEFERRED};
    outcome.isInDoubt = true;
    EXPECT_FALSE(outcome.IsWorthAnotherHost());
}

TEST(AttemptOutcome, HasTheCodeThatSomebodySaid)
{
    AttemptOutcome outcome{AttemptStatus::DEFERRED};
    outcome.code = mail::EnhancedCode{4, 2, 1};
    EXPECT_EQ(outcome.GetCode().ToString(), "4.2.1");
}

TEST(AttemptOutcome, HasACodeAlsoWhenNobodyHasSaidOne)
{
    EXPECT_EQ(AttemptOutcome{AttemptStatus::DEFERRED}.GetCode().ToString(), "4.0.0");
    EXPECT_EQ(AttemptOutcome{AttemptStatus::REFUSED}.GetCode().ToString(), "5.0.0");
    EXPECT_EQ(AttemptOutcome{AttemptStatus::RELAYED}.GetCode().ToString(), "2.0.0");
    EXPECT_EQ(AttemptOutcome{AttemptStatus::DELIVERED}.GetCode().ToString(), "2.0.0");
}

} // namespace
} // namespace ns3::postroad::store
