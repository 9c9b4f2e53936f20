#include "dns/dns-samples.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>

namespace ns3::postroad::dns
{
namespace
{

struct ValidData
{
    std::string_view given;   ///< type and data in a line
    std::string_view written; ///< the data as they are written
    std::string_view hex;     ///< the data on the wire, names not compressed
};

std::string
MakeLine(std::string_view data)
{
    return "x.a.net. 1 IN " + std::string(data);
}

TEST(DnsRecordData, StandsInTextAndOnTheWire)
{
    const ValidData table[] = {
        {"PTR mail.A.net.", "mail.A.net.", "046d61696c 0141 036e6574 00"},
        {"TXT hello", "\"hello\"", "05 68656c6c6f"},
        {"TXT \"v=spf1 -all\"", "\"v=spf1 -all\"", "0b 763d73706631202d616c6c"},
        {"TXT a \"b c\" \"\"", "\"a\" \"b c\" \"\"", "0161 03622063 00"},
        {"TXT \"\\\"\\\\;\\009\\065\"", "\"\\\"\\\\;\\009A\"", "05 22 5c 3b 09 41"},
        {"TXT a\\ b", "\"a b\"", "03 612062"},
        {"TXT \"\\255\"", "\"\\255\"", "01 ff"},
        {"AAAA 2001:db8::1", "2001:db8::1", "20010db8 00000000 00000000 00000001"},
        {"AAAA 2001:0DB8:0:0:0:0:0:1", "2001:db8::1", "20010db8 00000000 00000000 00000001"},
        {"AAAA ::", "::", "00000000 00000000 00000000 00000000"},
        {"AAAA ::1", "::1", "00000000 00000000 00000000 00000001"},
        {"AAAA 1::", "1::", "00010000 00000000 00000000 00000000"},
        {"AAAA 1:0:0:2:0:0:0:3", "1:0:0:2::3", "00010000 00000002 00000000 00000003"},
        {"AAAA 1:0:0:2:3:0:0:4", "1::2:3:0:0:4", "00010000 00000002 00030000 00000004"},
        {"AAAA 1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7", "00010000 00020003 00040005 00060007"},
        {"AAAA 1::3:4:5:6:7:8", "1:0:3:4:5:6:7:8", "00010000 00030004 00050006 00070008"},
        {"AAAA ::ffff:10.0.0.1", "::ffff:a00:1", "00000000 00000000 0000ffff 0a000001"},
        {"AAAA \\# 16 20010DB8000000000000000000000001",
         "2001:db8::1",
         "20010db8 00000000 00000000 00000001"},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.given);
        const auto record = MakeRecord(MakeLine(row.given));
        EXPECT_EQ(ToString(record.data), row.written);
        MessageWriter writer;
        WriteRecordData(record.data, writer);
        const auto octets = writer.TakeOctets();
        EXPECT_EQ(octets, FromHex(row.hex));
        MessageReader reader(octets);
        EXPECT_EQ(ReadRecordData(record.GetType(), RecordClass::IN, reader), record.data);
        EXPECT_TRUE(reader.IsOk());
        EXPECT_EQ(reader.GetRemaining(), 0U);
    }
}

struct InvalidData
{
    std::string given;
    std::string_view expected; ///< the error tells that this was expected
};

TEST(DnsRecordData, TellsWhatWasExpectedInText)
{
    constexpr std::string_view TEXT = "a text in quotes, such as \"v=spf1 mx -all\"";
    constexpr std::string_view ADDRESS = "an IPv6 address such as 2001:db8::1";
    const InvalidData table[] = {
        {"PTR", "the host's name, such as mail.a.net."},
        {"PTR a. b.", "the end of the record"},
        {"TXT", TEXT},
        {"TXT \"open", TEXT},
        {"TXT \"", TEXT},
        {"TXT \"open\\\"", TEXT},
        {"TXT \"\\256\"", TEXT},
        {"TXT a\\", TEXT},
        {"TXT " + std::string(256, 'a'), "a string of at most 255 octets, or several"},
        {"AAAA 10.0.0.1", ADDRESS},
        {"AAAA 1:2:3:4:5:6:7", ADDRESS},
        {"AAAA 1:2:3:4:5:6:7:8:9", ADDRESS},
        {"AAAA 1:2:3:4::5:6:7:8", ADDRESS},
        {"AAAA 1::2::3", ADDRESS},
        {"AAAA :1:2:3:4:5:6:7", ADDRESS},
        {"AAAA 1:2:3:4:5:6:7:", ADDRESS},
        {"AAAA 12345::", ADDRESS},
        {"AAAA g::", ADDRESS},
        {"AAAA ::10.0.0", ADDRESS},
        {"AAAA 10.0.0.1::", ADDRESS},
        {"AAAA :::", ADDRESS},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.given);
        const auto record = Record::Parse(MakeLine(row.given), {});
        ASSERT_FALSE(record) << record->ToString();
        EXPECT_EQ(record.GetError().reason.rfind("expected " + std::string(row.expected), 0), 0U)
            << record.GetError().reason;
    }
}

TEST(DnsTxtData, TakesStringsUpTo255Octets)
{
    const auto record = Record::Parse(MakeLine("TXT " + std::string(255, 'a')), {});
    ASSERT_TRUE(record);
    EXPECT_EQ(std::get<TxtData>(record->data).strings, std::vector{std::string(255, 'a')});
}

struct InvalidWireData
{
    RecordType type;
    std::string_view hex;
};

TEST(DnsRecordData, RefusesDataThatEndEarlyOrLate)
{
    const InvalidWireData table[] = {
        {RecordType::TXT, ""},
        {RecordType::TXT, "05 6161"},
        {RecordType::TXT, "0161 02 61"},
        {RecordType::AAAA, "20010db8 00000000 00000000 000000"},
        {RecordType::AAAA, "20010db8 00000000 00000000 00000001 00"},
        {RecordType::PTR, "0161"},
        {RecordType::PTR, "00 00"},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.hex);
        const auto octets = FromHex(row.hex);
        MessageReader reader(octets);
        ReadRecordData(row.type, RecordClass::IN, reader);
        EXPECT_TRUE(!reader.IsOk() || reader.GetRemaining() > 0);
    }
}

TEST(DnsPtrData, StandsAtTheAddressBackwards)
{
    EXPECT_EQ(MakeReverseName({192, 0, 2, 1}), MakeName("1.2.0.192.in-addr.arpa."));
    const std::array<std::uint8_t, 4> address{192, 0, 2, 255};
    EXPECT_EQ(FindReversedAddress(MakeName("255.2.0.192.IN-ADDR.arpa.")), address);
    for (const auto* const other : {"256.2.0.192.in-addr.arpa.",
                                    "01.2.0.192.in-addr.arpa.",
                                    "1x.2.0.192.in-addr.arpa.",
                                    "2.0.192.in-addr.arpa.",
                                    "1.1.2.0.192.in-addr.arpa.",
                                    "1.16-23.2.0.192.in-addr.arpa.",
                                    "1.2.0.192.in-addr.example.",
                                    "."})
    {
        EXPECT_FALSE(FindReversedAddress(MakeName(other))) << other;
    }
}

} // namespace
} // namespace ns3::postroad::dns
