#include "postroad/spec/read/units.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using namespace std::chrono_literals;

TEST(Units, ReadDurations)
{
    const std::pair<const char*, wire::Duration> cases[] = {
        {"0s", 0s},
        {"7ns", 7ns},
        {"3us", 3us},
        {"5ms", 5ms},
        {"0.1s", 100ms},
        {"90s", 90s},
        {"1.5 h", 90min},
        {"2h30m", 150min},
        {" 1 h 30 min 1s ", 90min + 1s},
        {"5 days", 120h},
        {"1d12h", 36h},
        {"1 day", 24h},
        {"36600d", MAX_DURATION},
    };
    for (const auto& [text, duration] : cases)
    {
        const auto parsed = ParseDuration(text);
        ASSERT_TRUE(parsed.IsOk()) << text;
        EXPECT_EQ(*parsed, duration) << text;
    }
}

TEST(Units, KnowEachUnitOfTimeByAllItsNames)
{
    const std::pair<wire::Duration, std::vector<const char*>> table[] = {
        {1ns, {"ns"}},
        {1us, {"us"}},
        {1ms, {"ms"}},
        {1s, {"s", "second", "seconds"}},
        {1min, {"m", "min", "minute", "minutes"}},
        {1h, {"h", "hour", "hours"}},
        {24h, {"d", "day", "days"}},
    };
    for (const auto& [unit, names] : table)
    {
        for (const auto* const name : names)
        {
            EXPECT_EQ(*ParseDuration(std::string("3") + name), 3 * unit) << name;
            EXPECT_EQ(*ParseDuration(std::string("3 ") + name), 3 * unit) << name;
            EXPECT_EQ(*ParseSignedDuration(std::string("-3") + name), -3 * unit) << name;
            EXPECT_FALSE(ParseDuration(std::string(name) + "3").IsOk()) << name;
        }
    }
    for (const auto* const name :
         {"S", "Ms", "sec", "secs", "mins", "hr", "w", "weeks", "y", "usec"})
    {
        EXPECT_FALSE(ParseDuration(std::string("3") + name).IsOk()) << name;
    }
}

TEST(Units, AddUpWhateverIsInFrontOfEachUnit)
{
    EXPECT_EQ(*ParseDuration("1s1s"), 2s) << "the same unit twice";
    EXPECT_EQ(*ParseDuration("1ms 1h"), 1h + 1ms) << "in any order";
    EXPECT_EQ(*ParseDuration("0.5s 0.5s"), 1s);
    EXPECT_EQ(*ParseDuration("0.0000000014s"), 1ns) << "rounded";
    EXPECT_EQ(*ParseDuration("0.0000000016s"), 2ns);
    EXPECT_EQ(*ParseDuration("36599d 24h"), MAX_DURATION);
    EXPECT_FALSE(ParseDuration("36599d 24h 1s").IsOk());
    EXPECT_FALSE(ParseDuration("1h 30").IsOk()) << "the last number has no unit";
    EXPECT_FALSE(ParseDuration("1h, 30m").IsOk());
}

TEST(Units, RefuseWhatIsNoDuration)
{
    for (const auto* const text :
         {"", "5", "ms", "-5ms", "5MS", "5 ms 3", "1.s", ".5s", "1e3s", "5ms,", "0x5s", "nan s"})
    {
        const auto parsed = ParseDuration(text);
        ASSERT_FALSE(parsed.IsOk()) << text;
        EXPECT_EQ(parsed.GetError().reason,
                  "a duration such as 5ms, 90s, 2h30m or 5 days (units ns, us, ms, s, m, h, d)")
            << text;
    }
    EXPECT_EQ(ParseDuration("36601d").GetError().reason, "a duration of at most 100 years");
    EXPECT_FALSE(ParseDuration(std::string(400, '9') + "s").IsOk());
    EXPECT_EQ(ParseTimeSpan("1ns")->count(), 1);
    EXPECT_EQ(ParseTimeSpan("0s").GetError().reason, "a duration above 0s");
}

TEST(Units, ReadSignsOnlyWhereAClockMayBeWrong)
{
    EXPECT_EQ(*ParseSignedDuration("-2s"), -2s);
    EXPECT_EQ(*ParseSignedDuration("+1h"), 1h);
    EXPECT_EQ(*ParseSignedDuration("3ms"), 3ms);
    EXPECT_FALSE(ParseSignedDuration("--2s").IsOk());
    EXPECT_FALSE(ParseSignedDuration("2").IsOk());
}

TEST(Units, ReadRates)
{
    EXPECT_EQ(*ParseRate("10Mbps"), 10'000'000U);
    EXPECT_EQ(*ParseRate("9.6 kbps"), 9600U);
    EXPECT_EQ(*ParseRate("1bps"), 1U);
    EXPECT_EQ(*ParseRate("1000Gbps"), MAX_RATE);
    for (const auto* const text : {"", "10", "10mbps", "10MBps", "0bps", "1001Gbps", "-1bps"})
    {
        EXPECT_FALSE(ParseRate(text).IsOk()) << text;
    }
}

TEST(Units, ReadSizes)
{
    EXPECT_EQ(*ParseSize("0B"), 0U);
    EXPECT_EQ(*ParseSize("12kB"), 12'000U);
    EXPECT_EQ(*ParseSize("64 KiB"), 65'536U);
    EXPECT_EQ(*ParseSize("100MB"), MAX_SIZE);
    for (const auto* const text : {"", "12", "12KB", "12kb", "101MB", "1kB 2kB"})
    {
        EXPECT_FALSE(ParseSize(text).IsOk()) << text;
    }
}

TEST(Units, ReadPercentages)
{
    EXPECT_DOUBLE_EQ(*ParsePercentage("20%"), 0.2);
    EXPECT_DOUBLE_EQ(*ParsePercentage("0.5 %"), 0.005);
    EXPECT_DOUBLE_EQ(*ParsePercentage("0%"), 0);
    EXPECT_DOUBLE_EQ(*ParsePercentage("100%"), 1);
    for (const auto* const text : {"", "20", "0.2", "101%", "-1%"})
    {
        EXPECT_FALSE(ParsePercentage(text).IsOk()) << text;
    }
}

TEST(Units, ReadQueueLengths)
{
    EXPECT_EQ(*ParsePackets("50 packets"), 50U);
    EXPECT_EQ(*ParsePackets("1 packet"), 1U);
    EXPECT_EQ(*ParsePackets("1000000 packets"), MAX_PACKETS);
    for (const auto* const text : {"", "50", "0 packets", "1000001 packets", "64kB"})
    {
        EXPECT_FALSE(ParsePackets(text).IsOk()) << text;
    }
}

} // namespace
} // namespace ns3::postroad::scenario
