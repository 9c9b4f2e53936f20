#include "dns/dns-samples.h"

#include "postroad/dns/zone/dns-authority.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace ns3::postroad::dns
{
namespace
{

TEST(DnsAnswerSize, CutsItsAnswersToWhatTheAskerTakes)
{
    Zone zone(MakeName("a.net."));
    for (int i = 0; i < 200; ++i)
    {
        ASSERT_FALSE(zone.Add(MakeRecord("a.net. A 10.0.0." + std::to_string(i))));
    }
    Authority authority;
    AddZone(authority, zone);
    struct Size
    {
        std::optional<std::uint16_t> asked;
        std::size_t limit;
    };
    for (const auto& [asked, limit] : {Size{std::nullopt, 512},
                                       Size{0, 512},
                                       Size{511, 512},
                                       Size{900, 900},
                                       Size{1232, 1232},
                                       Size{65535, 1232}})
    {
        auto query = MakeQuery(1, {MakeName("a.net."), RecordType::A});
        if (asked)
        {
            query.edns = Edns{};
            query.edns->udpSize = *asked;
        }
        const auto served = authority.Serve(query.Serialize(), Transport::UDP);
        EXPECT_LE(served->octets.size(), limit);
        EXPECT_GT(served->octets.size() + 16, limit);
        EXPECT_TRUE(served->message.header.isTruncated);
        EXPECT_EQ(*Message::Parse(served->octets), served->message);
        const auto whole = authority.Serve(query.Serialize(), Transport::TCP);
        EXPECT_EQ(whole->message.answers.size(), 200U);
        EXPECT_FALSE(whole->message.header.isTruncated);
    }
    EXPECT_FALSE(authority.Serve("", Transport::UDP));
}

TEST(DnsAnswerSize, CutsALargeAnswerForUdp)
{
    Zone zone(MakeName("a.net."));
    for (int i = 0; i < 40; ++i)
    {
        ASSERT_FALSE(zone.Add(MakeRecord("a.net. A 10.0.0." + std::to_string(i))));
    }
    Authority authority;
    AddZone(authority, zone);
    const auto response = authority.Answer(MakeQuery(1, {MakeName("a.net."), RecordType::A}));
    const auto octets = response->Serialize(UDP_LIMIT);
    EXPECT_LE(octets.size(), 512U);
    const auto cut = Message::Parse(octets);
    EXPECT_TRUE(cut->header.isTruncated);
    EXPECT_EQ(cut->answers.size(), 30U); // 23 octets of header and question, 16 for each record
}

} // namespace
} // namespace ns3::postroad::dns
