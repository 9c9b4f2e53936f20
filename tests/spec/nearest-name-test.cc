#include "postroad/spec/value/nearest-name.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ns3::postroad::scenario
{
namespace
{

TEST(NearestName, CountsSingleLetterMistakes)
{
    EXPECT_EQ(GetEditDistance("delay", "delay"), 0U);
    EXPECT_EQ(GetEditDistance("delay", "Delay"), 0U);
    EXPECT_EQ(GetEditDistance("dely", "delay"), 1U);
    EXPECT_EQ(GetEditDistance("dellay", "delay"), 1U);
    EXPECT_EQ(GetEditDistance("deley", "delay"), 1U);
    EXPECT_EQ(GetEditDistance("dealy", "delay"), 1U);
    EXPECT_EQ(GetEditDistance("", "abc"), 3U);
    EXPECT_EQ(GetEditDistance("kitten", "sitting"), 3U);
}

TEST(NearestName, ProposesTheNameWithTheFewestMistakes)
{
    const std::vector<std::string> names{"rate", "delay", "relay", "queue"};
    EXPECT_EQ(FindNearestName("dealy", names), "delay");
    EXPECT_EQ(FindNearestName("rat", names), "rate");
    EXPECT_EQ(FindNearestName("QUEUE", names), "queue");
}

TEST(NearestName, IsTheSameDistanceInBothDirections)
{
    const std::string_view words[] = {"", "a", "mail", "maile", "mial", "mta", "MAIL", "resolver"};
    for (const auto one : words)
    {
        for (const auto other : words)
        {
            EXPECT_EQ(GetEditDistance(one, other), GetEditDistance(other, one)) << one << other;
            EXPECT_LE(GetEditDistance(one, other), std::max(one.size(), other.size()));
        }
    }
}

TEST(NearestName, AllowsAMistakeForEveryThreeLetters)
{
    const std::pair<const char*, const char*> table[] = {
        {"mx", "mt"},
        {"mta", "mxa"},
        {"relay", "rely"},
        {"resolver", "rsolvr"},
        {"first-letter", "frst-lettr"},
    };
    for (const auto& [name, mistyped] : table)
    {
        EXPECT_EQ(FindNearestName(mistyped, {name}), name) << mistyped;
    }
    EXPECT_EQ(FindNearestName("xy", {"ab"}), "");
    EXPECT_EQ(FindNearestName("rsov", {"resolver"}), "") << "four mistakes in four letters";
}

TEST(NearestName, TakesTheFirstOfThoseThatAreEquallyNear)
{
    EXPECT_EQ(FindNearestName("mail", {"mails", "maila"}), "mails");
    EXPECT_EQ(FindNearestName("mail", {"maila", "mails"}), "maila");
}

TEST(NearestName, ProposesNothingFarFetched)
{
    const std::vector<std::string> names{"rate", "delay"};
    EXPECT_EQ(FindNearestName("r", {"mx"}), "");
    EXPECT_EQ(FindNearestName("bandwidth", names), "");
    EXPECT_EQ(FindNearestName("delay", {}), "");
    EXPECT_EQ(FindNearestName(std::string(100'000, 'x'), {std::string(100'000, 'x')}), "");
}

} // namespace
} // namespace ns3::postroad::scenario
