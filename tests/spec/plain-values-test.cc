#include "postroad/spec/value/plain-values.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

TEST(PlainValues, KnowHostNames)
{
    const auto label = std::string(MAX_LABEL, 'a');
    const auto longest = label + "." + label + "." + label + "." + std::string(61, 'a');
    for (const auto& name : {std::string("a"), std::string("mail-1.A.net"), label, longest})
    {
        EXPECT_TRUE(IsHostName(name)) << name;
    }
    for (const auto& name : {std::string(),
                             std::string("a..net"),
                             std::string(".net"),
                             std::string("a.net."),
                             std::string("-a.net"),
                             std::string("a-.net"),
                             std::string("a_b.net"),
                             std::string("a net"),
                             std::string("192.0.2.1"),
                             label + "a",
                             longest + "a"})
    {
        EXPECT_FALSE(IsHostName(name)) << name;
    }
}

TEST(PlainValues, KnowIpv4Addresses)
{
    EXPECT_TRUE(IsIpv4Address("192.0.2.255"));
    for (const auto* const text : {"", "192.0.2", "192.0.2.256", "1.2.3.4.5", "1.2.3.a", "1..2.3"})
    {
        EXPECT_FALSE(IsIpv4Address(text)) << text;
    }
}

TEST(PlainValues, ReadMailAddresses)
{
    EXPECT_EQ(*ParseMailAddress("alice@a.net"), (mail::AddrSpec{"alice", "a.net"}));
    EXPECT_FALSE(ParseMailAddress("alice").IsOk());
    EXPECT_FALSE(ParseMailAddress("@a.net").IsOk());
    EXPECT_FALSE(ParseMailAddress("alice@a.net, bob@b.net").IsOk());
}

TEST(PlainValues, ReadNumbersWithinTheirBounds)
{
    EXPECT_EQ(*ParsePort("1"), 1);
    EXPECT_EQ(*ParsePort("65535"), 65535);
    EXPECT_EQ(ParsePort("0").GetError().reason, "a number from 1 to 65535");
    EXPECT_FALSE(ParsePort("65536").IsOk());
    EXPECT_FALSE(ParsePort("25x").IsOk());
    EXPECT_EQ(*ParsePreference("0"), 0);
    EXPECT_FALSE(ParsePreference("-1").IsOk());
    EXPECT_EQ(*ParseSeed("4294944442"), 4294944442U);
    EXPECT_FALSE(ParseSeed("0").IsOk());
    EXPECT_FALSE(ParseSeed("4294944443").IsOk());
    EXPECT_FALSE(ParseCount("").IsOk());
}

TEST(PlainValues, ReadTruth)
{
    EXPECT_TRUE(*ParseTruth("true"));
    EXPECT_FALSE(*ParseTruth("false"));
    EXPECT_FALSE(ParseTruth("yes").IsOk());
}

TEST(PlainValues, SplitTextIntoLines)
{
    EXPECT_EQ(SplitLines("a\n\nb\n"), (std::vector<std::string>{"a", "", "b"}));
    EXPECT_EQ(SplitLines("a\nb"), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(SplitLines("\n"), (std::vector<std::string>{""}));
    EXPECT_TRUE(SplitLines("").empty());
}

} // namespace
} // namespace ns3::postroad::scenario
