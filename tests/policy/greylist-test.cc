#include "postroad/policy/greylist.h"

#include <gtest/gtest.h>

namespace ns3::postroad::policy
{
namespace
{

using namespace std::chrono_literals;

constexpr auto DELAY = 5min;

wire::TimePoint
At(wire::Duration time)
{
    return wire::TimePoint(time);
}

TEST(Greylist, MakesATripletWaitFromItsFirstTry)
{
    Greylist list;
    const GreylistTriplet triplet{"192.0.2.1", "<alice@a.net>", "<bob@b.net>"};
    EXPECT_EQ(list.Meet(triplet, DELAY, At(10s)), 5min);
    EXPECT_EQ(list.Meet(triplet, DELAY, At(70s)), 4min);
    EXPECT_EQ(list.Meet(triplet, DELAY, At(309s)), 1s);
    EXPECT_EQ(list.Meet(triplet, DELAY, At(310s)), 0s);
    EXPECT_EQ(list.Meet(triplet, DELAY, At(24h)), 0s);
}

TEST(Greylist, TellsTripletsApartByEachOfTheThree)
{
    Greylist list;
    list.Meet({"1", "a", "b"}, DELAY, At(0s));
    EXPECT_EQ(list.Meet({"2", "a", "b"}, DELAY, At(5min)), DELAY);
    EXPECT_EQ(list.Meet({"1", "c", "b"}, DELAY, At(5min)), DELAY);
    EXPECT_EQ(list.Meet({"1", "a", "c"}, DELAY, At(5min)), DELAY);
    EXPECT_EQ(list.Meet({"1", "a", "b"}, DELAY, At(5min)), 0s);
}

TEST(Greylist, ForgetsTheOldestTripletBeyondItsLimit)
{
    Greylist list;
    for (std::size_t i = 0; i < Greylist::TRIPLET_LIMIT; ++i)
    {
        list.Meet({"1", "a", std::to_string(i)}, DELAY, At(0s));
    }
    EXPECT_EQ(list.Meet({"1", "a", "0"}, DELAY, At(5min)), 0s);
    EXPECT_EQ(list.Meet({"1", "a", "new"}, DELAY, At(5min)), DELAY);
    EXPECT_EQ(list.GetSize(), Greylist::TRIPLET_LIMIT);
    EXPECT_EQ(list.Meet({"1", "a", "0"}, DELAY, At(5min)), DELAY);
    EXPECT_EQ(list.Meet({"1", "a", "2"}, DELAY, At(5min)), 0s);
}

} // namespace
} // namespace ns3::postroad::policy
