#include "postroad/spec/value/plain-values.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

TEST(PlainValues, ReadHostNames)
{
    EXPECT_EQ(*ParseHostName("Mail-1.A.net"), "mail-1.a.net");
    for (const auto* const name : {"", "a..net", "a_b.net", "0/25.a.net", "a net", "192.0.2.1"})
    {
        ASSERT_FALSE(ParseHostName(name)) << name;
        EXPECT_NE(ParseHostName(name).GetError().reason.find("name such as mail.a.net"),
                  std::string::npos)
            << name;
    }
}

TEST(PlainValues, ReadNamesOfZonesThatNoHostHas)
{
    EXPECT_EQ(*ParseDomainName("0/25.2.0.192.in-addr.arpa"), "0/25.2.0.192.in-addr.arpa");
    EXPECT_EQ(*ParseDomainName("_tcp.A.net"), "_tcp.a.net");
    EXPECT_FALSE(ParseDomainName("a..net"));
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
    EXPECT_EQ(ParseMailAddress("max@M\xc3\xbcnchen.de")->ToString(), "max@xn--mnchen-3ya.de");
    EXPECT_EQ(ParseMailAddress("max@[192.0.2.25]")->domain, "[192.0.2.25]");
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
