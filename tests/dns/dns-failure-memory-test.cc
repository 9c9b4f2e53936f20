#include "dns/dns-samples.h"

#include "postroad/dns/resolver/dns-failure-memory.h"

#include <gtest/gtest.h>

namespace ns3::postroad::dns
{
namespace
{

using namespace std::chrono_literals;

Question
MakeQuestion(const std::string& name)
{
    return {MakeName(name), RecordType::MX};
}

/// For how long a failure at that moment is remembered.
wire::Duration
Fail(FailureMemory& memory, wire::TimePoint now)
{
    const auto question = MakeQuestion("b.net.");
    memory.Remember(question, LookupStatus::TIMED_OUT, "no answer", now);
    return memory.Find(question, now)->until - now;
}

TEST(DnsFailureMemory, RemembersTwiceAsLongEachTimeUpToFiveMinutes)
{
    FailureMemory memory;
    wire::TimePoint now;
    for (const auto expected : {5s, 10s, 20s, 40s, 80s, 160s, 300s, 300s})
    {
        EXPECT_EQ(Fail(memory, now), expected);
        now += expected;
        EXPECT_FALSE(memory.Find(MakeQuestion("b.net."), now));
    }
}

TEST(DnsFailureMemory, BeginsAnewWhenTheFailureIsLongOver)
{
    FailureMemory memory;
    EXPECT_EQ(Fail(memory, wire::TimePoint(0s)), 5s);
    EXPECT_EQ(Fail(memory, wire::TimePoint(305s)), 10s);
    EXPECT_EQ(Fail(memory, wire::TimePoint(315s + 300s + 1ns)), 5s);
}

TEST(DnsFailureMemory, TellsHowAndWhy)
{
    FailureMemory memory;
    memory.Remember(MakeQuestion("b.net."), LookupStatus::SERVER_FAILURE, "it broke", {});
    const auto failure = memory.Find(MakeQuestion("B.NET."), wire::TimePoint(1s));
    ASSERT_TRUE(failure);
    EXPECT_EQ(failure->status, LookupStatus::SERVER_FAILURE);
    EXPECT_EQ(failure->reason, "it broke");
    EXPECT_FALSE(memory.Find(MakeQuestion("c.net."), wire::TimePoint(1s)));
    EXPECT_FALSE(memory.Find({MakeName("b.net."), RecordType::A}, wire::TimePoint(1s)));
    memory.Forget(MakeQuestion("b.net."));
    EXPECT_FALSE(memory.Find(MakeQuestion("b.net."), wire::TimePoint(1s)));
}

TEST(DnsFailureMemory, ForgetsTheOldestWhenItIsFull)
{
    FailureMemory memory;
    for (std::size_t i = 0; i <= FailureMemory::LIMIT; ++i)
    {
        memory.Remember(MakeQuestion("n" + std::to_string(i) + ".net."),
                        LookupStatus::TIMED_OUT,
                        "no answer",
                        wire::TimePoint(std::chrono::microseconds(i)));
    }
    EXPECT_EQ(memory.GetSize(), FailureMemory::LIMIT);
    EXPECT_FALSE(memory.Find(MakeQuestion("n0.net."), wire::TimePoint(1s)));
    EXPECT_TRUE(memory.Find(MakeQuestion("n1.net."), wire::TimePoint(1s)));
}

} // namespace
} // namespace ns3::postroad::dns
