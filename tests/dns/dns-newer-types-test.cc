// The types that came after RFC 1035, and HINFO: RFCs' examples where they have any.
#include "dns/dns-samples.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

namespace ns3::postroad::dns
{
namespace
{

std::string
MakeLine(std::string_view data)
{
    return "x.a.net. 1 IN " + std::string(data);
}

struct ValidData
{
    std::string_view given;   ///< type and data in a line
    std::string_view written; ///< the data as they are written
    std::string_view hex;     ///< the data on the wire
};

TEST(DnsNewerTypes, StandInTextAndOnTheWire)
{
    const ValidData table[] = {
        {"SRV 0 1 587 mail.A.net.",
         "0 1 587 mail.A.net.",
         "0000 0001 024b 046d61696c 0141 036e6574 00"},
        {"SRV 65535 65535 65535 .", "65535 65535 65535 .", "ffff ffff ffff 00"},
        {"HINFO VAX-11/780 UNIX", "\"VAX-11/780\" \"UNIX\"", "0a 5641582d31312f373830 04 554e4958"},
        {"HINFO \"RFC8482\" \"\"", "\"RFC8482\" \"\"", "07 52464338343832 00"},
        {"SPF \"v=spf1 -all\" b", "\"v=spf1 -all\" \"b\"", "0b 763d73706631202d616c6c 01 62"},
        {"CAA 0 issue ca1.a.net", "0 issue \"ca1.a.net\"", "00 05 6973737565 6361312e612e6e6574"},
        {"CAA 128 TBS2 \"\"", "128 TBS2 \"\"", "80 04 54425332"},
        {"CAA 0 issue \"a; \\\"b\\200\\\\\"",
         "0 issue \"a; \\\"b\\200\\\\\"",
         "00 05 6973737565 613b202262c85c"},
        // RFC 6698 section 2.3.
        {"TLSA 0 0 1 d2abde240d7cd3ee6b4b28c54df034b9 7983a1d16e8a410e4561cb106618e971",
         "0 0 1 D2ABDE240D7CD3EE6B4B28C54DF034B97983A1D16E8A410E4561CB106618E971",
         "00 00 01 d2abde240d7cd3ee6b4b28c54df034b97983a1d16e8a410e4561cb106618e971"},
        {"TLSA 255 255 255 00", "255 255 255 00", "ff ff ff 00"},
        // RFC 4034 section 5.4.
        {"DS 60485 5 1 2BB183AF5F22588179A53B0A 98631FAD1A292118",
         "60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118",
         "ec45 05 01 2bb183af5f22588179a53b0a98631fad1a292118"},
        // RFC 4509 section 2.3.
        {"DS 60485 rsasha1 2 D4B7D520E7BB5F0F67674A0C CEB1E3E0614B93C4F9E99B83 83F6A1E4469DA50A",
         "60485 5 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A",
         "ec45 05 02 d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a"},
        {"DS 0 ED448 200 0a", "0 16 200 0A", "0000 10 c8 0a"},
        // RFC 4255 section 3.2.
        {"SSHFP 2 1 123456789abcdef67890123456789abcdef67890",
         "2 1 123456789ABCDEF67890123456789ABCDEF67890",
         "02 01 123456789abcdef67890123456789abcdef67890"},
        {"SSHFP 4 2 a87f1b687ac0e57d2a081a2f28267237 34d90ed316d2b818ca9580ea384d9240",
         "4 2 A87F1B687AC0E57D2A081A2F2826723734D90ED316D2B818CA9580EA384D9240",
         "04 02 a87f1b687ac0e57d2a081a2f2826723734d90ed316d2b818ca9580ea384d9240"},
        {"SSHFP 9 9 00", "9 9 00", "09 09 00"},
        {"OPENPGPKEY Zm9v YmE=", "Zm9vYmE=", "666f6f6261"},
        // RFC 3403 section 6.1.
        {"NAPTR 100 50 \"a\" \"z3950+N2L+N2C\" \"\" cidserver.example.com.",
         "100 50 \"a\" \"z3950+N2L+N2C\" \"\" cidserver.example.com.",
         "0064 0032 0161 0d 7a333935302b4e324c2b4e3243 00 09 636964736572766572 07 6578616d706c65 "
         "03 636f6d 00"},
        {"NAPTR 100 10 u E2U+sip \"!^.*$!sip:\\\\1@a.net!\" .",
         "100 10 \"u\" \"E2U+sip\" \"!^.*$!sip:\\\\1@a.net!\" .",
         "0064 000a 0175 07 4532552b736970 13 215e2e2a24217369703a5c3140612e6e657421 00"},
        {"DNAME b.NET.", "b.NET.", "0162 034e4554 00"},
        {"CAA \\# 8 00056973737565 61", "0 issue \"a\"", "00 05 6973737565 61"},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.given);
        const auto record = MakeRecord(MakeLine(row.given));
        EXPECT_EQ(ToString(record.data), row.written);
        EXPECT_EQ(MakeRecord(record.ToString()), record);
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

TEST(DnsNewerTypes, TellWhatWasExpectedInText)
{
    constexpr std::string_view FLAGS =
        "flags, 0 or 128, then tag and value: '0 issue \"ca.a.net\"', got ";
    constexpr std::string_view TAG = "a tag of letters and digits: issue, issuewild or iodef, got ";
    constexpr std::string_view FINGERPRINT = "a fingerprint in hexadecimal digits, got ";
    constexpr std::string_view DIGEST =
        "a digest of 40 hexadecimal digits for SHA-1, 64 for SHA-256, 96 for SHA-384, got ";
    constexpr std::string_view KEY = "an OpenPGP key in base 64, got ";
    const InvalidData table[] = {
        {"SRV", "a priority from 0 to 65535, then weight, port and host: '0 1 587 mail.a.net.'"},
        {"SRV 65536 1 587 a.", "a priority from 0 to 65535"},
        {"SRV 0 x 587 a.", "a weight from 0 to 65535, then port and host, got 'x'"},
        {"SRV 0 1 mail.a.net.", "a port from 0 to 65535, then the host, got 'mail.a.net.'"},
        {"SRV 0 1 587", "the host's name, such as mail.a.net., or '.' for no service"},
        {"SRV 0 1 587 a. b.", "the end of the record"},
        {"HINFO", "the processor, then the system: \"PDP-11/70\" \"UNIX\""},
        {"HINFO a", "the operating system in quotes, such as \"UNIX\""},
        {"HINFO a b c", "the end of the record"},
        {"HINFO " + std::string(256, 'a') + " b", "a string of at most 255 octets, or several"},
        {"SPF", "a text in quotes, such as \"v=spf1 mx -all\""},
        {"CAA issue a", FLAGS},
        {"CAA 256 issue a", FLAGS},
        {"CAA 0", TAG},
        {"CAA 0 iss_ue a", TAG},
        {"CAA 0 \"issue\" a", TAG},
        {"CAA 0 " + std::string(256, 'a') + " a", TAG},
        {"CAA 0 issue", "the tag's value in quotes, such as \"ca.a.net\""},
        {"CAA 0 issue \"a\\", "the tag's value in quotes, such as \"ca.a.net\""},
        {"CAA 0 issue a b", "the end of the record"},
        {"CAA 0 issue " + std::string(65529, 'a'), "data of at most 65535 octets"},
        {"TLSA x 1 1 00", "a usage (0 PKIX-TA, 1 PKIX-EE, 2 DANE-TA, 3 DANE-EE), then selector, "},
        {"TLSA 3 256 1 00", "a selector (0 the certificate, 1 its public key)"},
        {"TLSA 3 1 x 00", "a matching type (0 the whole, 1 SHA-256, 2 SHA-512)"},
        {"TLSA 3 1 1", "certificate association data in hexadecimal digits"},
        {"TLSA 3 1 1 0a 0", "certificate association data in hexadecimal digits, got '0'"},
        {"DS x", "a key tag from 0 to 65535, then algorithm, digest type and digest, got 'x'"},
        {"DS 1 RSA", "the key's algorithm, a number or a name such as RSASHA256, got 'RSA'"},
        {"DS 1 8 x", "a digest type (1 SHA-1, 2 SHA-256, 4 SHA-384), got 'x'"},
        {"DS 1 8 2", "a digest in hexadecimal digits, got the end of the line"},
        {"DS 1 8 1 " + std::string(38, '0'), DIGEST},
        {"DS 1 8 2 " + std::string(66, '0'), DIGEST},
        {"DS 1 8 3 " + std::string(62, '0'), DIGEST},
        {"DS 1 8 4 " + std::string(94, '0'), DIGEST},
        {"SSHFP x", "the key's algorithm (1 RSA, 2 DSA, 3 ECDSA, 4 Ed25519)"},
        {"SSHFP 1 x", "the fingerprint's type (1 SHA-1, 2 SHA-256), then it, got 'x'"},
        {"SSHFP 1 1", FINGERPRINT},
        {"SSHFP 1 1 0g", FINGERPRINT},
        {"SSHFP 1 2 " + std::string(40, '0'),
         "a fingerprint of 40 hexadecimal digits for SHA-1, 64 for SHA-256"},
        {"OPENPGPKEY", KEY},
        {"OPENPGPKEY Zm9", KEY},
        {"OPENPGPKEY Zg== Zg==", KEY},
        {"NAPTR x", "an order from 0 to 65535, then preference, flags, services, regexp and "},
        {"NAPTR 1 x", "a preference from 0 to 65535"},
        {"NAPTR 1 1", "flags in quotes, such as \"s\""},
        {"NAPTR 1 1 u", "services in quotes, such as \"SIP+D2U\""},
        {"NAPTR 1 1 u s", "a substitution in quotes, such as \"!^.*$!sip:info@a.net!\", or \"\""},
        {"NAPTR 1 1 u s \"\"", "the next name, or '.' for none"},
        {"DNAME", "the name that stands for this one in those below it, such as b.net."},
        {"DNAME a. b.", "the end of the record"},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.given.substr(0, 80));
        const auto record = Record::Parse(MakeLine(row.given), {});
        ASSERT_FALSE(record) << record->ToString();
        EXPECT_EQ(record.GetError().reason.rfind("expected " + std::string(row.expected), 0), 0U)
            << record.GetError().reason.substr(0, 200);
    }
}

TEST(DnsNewerTypes, TakeAsManyOctetsAsTheirFormHas)
{
    for (const auto& given : {"CAA 0 " + std::string(255, 'a') + " a",
                              "CAA 0 issue " + std::string(65528, 'a'),
                              "HINFO " + std::string(255, 'a') + " b",
                              "DS 1 8 3 " + std::string(64, '0'),
                              "DS 1 8 4 " + std::string(96, '0')})
    {
        const auto record = Record::Parse(MakeLine(given), {});
        ASSERT_TRUE(record) << record.GetError().reason.substr(0, 200);
        EXPECT_EQ(MakeRecord(record->ToString()), *record);
    }
}

struct InvalidWireData
{
    RecordType type;
    std::string hex;
};

TEST(DnsNewerTypes, RefuseDataThatEndEarlyOrLate)
{
    const InvalidWireData table[] = {
        {RecordType::SRV, "0000 0001 024b 0161"},
        {RecordType::SRV, "0000 0001 024b 00 00"},
        {RecordType::SRV, "0000 0001 024b"},
        {RecordType::HINFO, "0161"},
        {RecordType::HINFO, "0161 0162 00"},
        {RecordType::SPF, ""},
        {RecordType::CAA, "00"},
        {RecordType::CAA, "00 00 61"},
        {RecordType::CAA, "00 05 6973"},
        {RecordType::CAA, "00 01 2e 61"},
        {RecordType::TLSA, "03 01 01"},
        {RecordType::DS, "ec45 05 09"},
        {RecordType::DS, "ec45 05 01 00"},
        {RecordType::SSHFP, "01 01 00"},
        {RecordType::SSHFP, "01 09"},
        {RecordType::OPENPGPKEY, ""},
        {RecordType::NAPTR, "0064 0032 0161 00 00"},
        {RecordType::NAPTR, "0064 0032 0161 00 00 00 00"},
        {RecordType::DNAME, "0161"},
        {RecordType::DNAME, "00 00"},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(ToString(row.type) + ' ' + row.hex);
        const auto octets = FromHex(row.hex);
        MessageReader reader(octets);
        ReadRecordData(row.type, RecordClass::IN, reader);
        EXPECT_TRUE(!reader.IsOk() || reader.GetRemaining() > 0);
    }
}

// RFC 3597 section 4: only the types of RFC 1035 have compressed names in their data.
TEST(DnsNewerTypes, AreWrittenWithoutCompressionAndPointedToByNobody)
{
    for (const auto* const given : {"SRV 0 1 587 b.a.net.",
                                    "NAPTR 1 1 u s \"\" b.a.net.",
                                    "DNAME b.a.net.",
                                    "SVCB 1 b.a.net.",
                                    "HTTPS 1 b.a.net. port=1"})
    {
        SCOPED_TRACE(given);
        const auto record = MakeRecord(MakeLine(given));
        MessageWriter alone;
        WriteRecordData(record.data, alone);
        MessageWriter behind;
        behind.WriteName(MakeName("a.net."));
        const auto begin = behind.GetSize();
        WriteRecordData(record.data, behind);
        const auto end = behind.GetSize();
        behind.WriteName(MakeName("b.a.net."));
        const auto octets = behind.TakeOctets();
        EXPECT_EQ(octets.substr(begin, end - begin), alone.TakeOctets());
        EXPECT_EQ(octets.substr(end), FromHex("0162 c000"));
    }
}

// RFC 3597 section 4: a server should read names in SRV and NAPTR records that others compress.
TEST(DnsNewerTypes, AreReadWithCompressedNames)
{
    const auto message = Message::Parse(FromHex("0001 8400 0001 0001 0000 0000"
                                                "0161 036e6574 00 0021 0001"
                                                "c00c 0021 0001 00000001 000a"
                                                "0000 0001 024b 0162 c00c"));
    ASSERT_TRUE(message);
    EXPECT_EQ(message->answers, std::vector{MakeRecord("a.net. 1 IN SRV 0 1 587 b.a.net.")});
}

TEST(DnsNewerTypes, HaveTheirNumbers)
{
    const std::pair<std::string_view, int> table[] = {
        {"HINFO", 13},
        {"SRV", 33},
        {"NAPTR", 35},
        {"DNAME", 39},
        {"DS", 43},
        {"SSHFP", 44},
        {"TLSA", 52},
        {"OPENPGPKEY", 61},
        {"SVCB", 64},
        {"HTTPS", 65},
        {"SPF", 99},
        {"CAA", 257},
    };
    for (const auto& [name, number] : table)
    {
        EXPECT_EQ(FindRecordType(name), RecordType{static_cast<std::uint16_t>(number)}) << name;
        EXPECT_EQ(ToString(*FindRecordType(name)), name);
        EXPECT_EQ(FindRecordType("TYPE" + std::to_string(number)), FindRecordType(name));
    }
    const auto types = GetNamedTypes();
    EXPECT_TRUE(std::is_sorted(types.begin(), types.end()));
    EXPECT_EQ(types.size(), 22U);
}

} // namespace
} // namespace ns3::postroad::dns
