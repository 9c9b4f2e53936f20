#include "dns/dns-samples.h"

#include "postroad/dns/dig/dns-dig-query.h"

#include <gtest/gtest.h>

namespace ns3::postroad::dns
{
namespace
{

const DigResponse RESPONSE{{"10.0.0.9", "ns.b.net"}, Transport::UDP, {}, {}, 12, {}};
const DigFailure FAILURE{{"10.0.0.9", "ns.b.net"}, "timed out"};

TEST(DnsDigQuery, AsksForRecursionWithEdnsUnlessToldOtherwise)
{
    DigQuery query{.question{MakeName("b.net."), RecordType::MX}};
    const auto message = MakeDigMessage(query, 7);
    EXPECT_EQ(message.header.id, 7);
    EXPECT_TRUE(message.header.isRecursionDesired);
    EXPECT_EQ(message.questions.at(0).ToString(), "b.net. IN MX");
    EXPECT_EQ(message.edns, Edns{});
    EXPECT_EQ(message.edns->udpSize, 1232);
}

TEST(DnsDigQuery, LeavesOutWhatIsNotWanted)
{
    DigQuery query{.question{MakeName("b.net."), RecordType::MX}};
    query.isRecursive = false;
    query.udpSize = std::nullopt;
    const auto message = MakeDigMessage(query, 7);
    EXPECT_FALSE(message.header.isRecursionDesired);
    EXPECT_EQ(message.edns, std::nullopt);
}

TEST(DnsDigQuery, TellsTheSizeThatIsWanted)
{
    DigQuery query{.question{MakeName("b.net."), RecordType::MX}};
    query.udpSize = 512;
    EXPECT_EQ(MakeDigMessage(query, 7).edns->udpSize, 512);
}

TEST(DnsDigQuery, IsAnsweredWhenAServerAnswersAfterOthersDidNot)
{
    EXPECT_TRUE(IsAnswered({FAILURE, RESPONSE}));
    EXPECT_TRUE(IsAnswered({RESPONSE, DigNote{"does not serve b.net."}}));
}

TEST(DnsDigQuery, IsNotAnsweredWhenNobodyAnswersOrATraceEndsInSilence)
{
    EXPECT_FALSE(IsAnswered({}));
    EXPECT_FALSE(IsAnswered({FAILURE}));
    EXPECT_FALSE(IsAnswered({DigNote{"Truncated, retrying in TCP mode."}, FAILURE}));
    EXPECT_FALSE(IsAnswered({RESPONSE, FAILURE}));
}

} // namespace
} // namespace ns3::postroad::dns
