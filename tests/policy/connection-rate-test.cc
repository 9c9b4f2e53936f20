#include "postroad/policy/connection-rate.h"

#include <gtest/gtest.h>

namespace ns3::postroad::policy
{
namespace
{

using namespace std::chrono_literals;

const RateLimit TWO_A_MINUTE{2, 1min};

wire::TimePoint
At(wire::Duration time)
{
    return wire::TimePoint(time);
}

TEST(ConnectionRate, AdmitsAClientAsOftenAsTheLimitSays)
{
    ConnectionRate rate;
    EXPECT_TRUE(rate.Admit("1", TWO_A_MINUTE, At(0s)));
    EXPECT_TRUE(rate.Admit("1", TWO_A_MINUTE, At(30s)));
    EXPECT_FALSE(rate.Admit("1", TWO_A_MINUTE, At(59s)));
    EXPECT_TRUE(rate.Admit("1", TWO_A_MINUTE, At(60s)));
    EXPECT_FALSE(rate.Admit("1", TWO_A_MINUTE, At(61s)));
}

TEST(ConnectionRate, CountsEachClientByItself)
{
    ConnectionRate rate;
    EXPECT_TRUE(rate.Admit("1", {1, 1min}, At(0s)));
    EXPECT_TRUE(rate.Admit("2", {1, 1min}, At(0s)));
    EXPECT_FALSE(rate.Admit("2", {1, 1min}, At(1s)));
}

TEST(ConnectionRate, AdmitsNobodyUnderALimitOfNone)
{
    ConnectionRate rate;
    EXPECT_FALSE(rate.Admit("1", {0, 1min}, At(0s)));
    EXPECT_EQ(rate.GetSize(), 0U);
}

TEST(ConnectionRate, ForgetsTheQuietestClientBeyondItsLimit)
{
    ConnectionRate rate;
    const RateLimit one{1, 24h};
    for (std::size_t i = 0; i < ConnectionRate::CLIENT_LIMIT; ++i)
    {
        rate.Admit(std::to_string(i), one, At(i * 1s));
    }
    EXPECT_FALSE(rate.Admit("0", one, At(3h)));
    EXPECT_TRUE(rate.Admit("new", one, At(3h)));
    EXPECT_EQ(rate.GetSize(), ConnectionRate::CLIENT_LIMIT);
    EXPECT_FALSE(rate.Admit("1", one, At(3h)));
    EXPECT_TRUE(rate.Admit("0", one, At(3h)));
}

} // namespace
} // namespace ns3::postroad::policy
