#include "dns/dns-samples.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace ns3::postroad::dns
{
namespace
{

TEST(DnsEdns, StandsAmongTheAdditionalRecords)
{
    auto query = MakeQuery(1, {MakeName("b.net."), RecordType::MX});
    query.edns = Edns{4096, 0, 0, true, FromHex("000a 0002 abcd")};
    const auto octets = FromHex("0001 0100 0001 0000 0000 0001 0162 036e6574 00 000f 0001"
                                "00 0029 1000 00008000 0006 000a 0002 abcd");
    EXPECT_EQ(query.Serialize(), octets);
    EXPECT_EQ(*Message::Parse(octets), query);
}

TEST(DnsEdns, KeepsTheWholeExtendedCode)
{
    auto response = MakeQuery(1, {MakeName("b.net."), RecordType::MX});
    response.edns = Edns{512, 0xff, 0xfe, false, ""};
    EXPECT_EQ(*Message::Parse(response.Serialize()), response);
}

TEST(DnsEdns, HoldsTheUpperBitsOfAResponseCode)
{
    auto response = MakeQuery(1, {MakeName("b.net."), RecordType::MX});
    response.SetCode(ResponseCode::REFUSED);
    EXPECT_EQ(response.GetCode(), ResponseCode::REFUSED);
    EXPECT_THROW(response.SetCode(ResponseCode::BAD_VERSION), std::logic_error);
    response.edns = Edns{};
    for (const auto code : {ResponseCode{15}, ResponseCode{16}, ResponseCode{0xabc}})
    {
        response.SetCode(code);
        EXPECT_EQ(Message::Parse(response.Serialize())->GetCode(), code);
    }
    EXPECT_EQ(response.edns->extendedCode, 0xab);
    response.SetCode(ResponseCode::NO_ERROR);
    EXPECT_EQ(response.edns, Edns{});
}

TEST(DnsEdns, IsNotNeededToWriteAHeaderWhoseCodeIsTooLarge)
{
    Message message;
    message.header.code = ResponseCode{0x1f};
    EXPECT_EQ(message.Serialize(), FromHex("0000 000f 0000 0000 0000 0000"));
}

struct BadEdns
{
    std::string_view title;
    std::string_view additionals; ///< in hexadecimal digits
};

TEST(DnsEdns, IsRefusedWhenItBreaksTheRules)
{
    const BadEdns table[] = {
        {"two of them", "0002 00 0029 1000 00000000 0000 00 0029 1000 00000000 0000"},
        {"with an owner", "0001 016100 0029 1000 00000000 0000"},
        {"option longer than the data", "0001 00 0029 1000 00000000 0005 000a 0002 ab"},
        {"half of an option", "0001 00 0029 1000 00000000 0003 000a 00"},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.title);
        const auto message =
            Message::Parse(FromHex("0001 0100 0000 0000 0000" + std::string(row.additionals)));
        ASSERT_FALSE(message);
        EXPECT_EQ(message.GetError().reason, "expected one OPT record of whole options");
    }
}

TEST(DnsEdns, KeepsItsPlaceWhenTheMessageIsCut)
{
    auto message = MakeGmailResponse();
    message.edns = Edns{1232, 0, 0, false, FromHex("000a 0002 abcd")};
    for (std::size_t limit = 100; limit < message.Serialize().size(); ++limit)
    {
        const auto octets = message.Serialize(limit);
        EXPECT_LE(octets.size(), limit);
        const auto cut = Message::Parse(octets);
        ASSERT_TRUE(cut) << limit;
        EXPECT_EQ(cut->edns, message.edns) << limit;
    }
}

} // namespace
} // namespace ns3::postroad::dns
