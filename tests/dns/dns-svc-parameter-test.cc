// After the test vectors of RFC 9460 appendix D.
#include "dns/dns-samples.h"

#include <gtest/gtest.h>

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

constexpr std::string_view FOO_COM = "foo.example.com.";

TEST(DnsServiceBinding, StandsInTextAndOnTheWire)
{
    const ValidData table[] = {
        {"HTTPS 0 foo.example.com.",
         "0 foo.example.com.",
         "0000 03666f6f 076578616d706c65 03636f6d 00"},
        {"SVCB 1 .", "1 .", "0001 00"},
        {"SVCB 16 foo.example.com. port=53",
         "16 foo.example.com. port=53",
         "0010 03666f6f 076578616d706c65 03636f6d 00 0003 0002 0035"},
        {"SVCB 1 . key667=hello", "1 . key667=\"hello\"", "0001 00 029b 0005 68656c6c6f"},
        {"SVCB 1 . key667=\"hello\\210qoo\"",
         "1 . key667=\"hello\\210qoo\"",
         "0001 00 029b 0009 68656c6c6fd2716f6f"},
        {"SVCB 1 . ipv6hint=\"2001:db8::1,2001:db8::53:1\"",
         "1 . ipv6hint=2001:db8::1,2001:db8::53:1",
         "0001 00 0006 0020 20010db8000000000000000000000001 20010db8000000000000000000530001"},
        {"SVCB 1 . ipv6hint=\"2001:db8:122:344::192.0.2.33\"",
         "1 . ipv6hint=2001:db8:122:344::c000:221",
         "0001 00 0006 0010 20010db8012203440000 0000c0000221"},
        {"SVCB 16 foo.example.org. alpn=h2,h3-19 mandatory=ipv4hint,alpn ipv4hint=192.0.2.1",
         "16 foo.example.org. mandatory=alpn,ipv4hint alpn=\"h2,h3-19\" ipv4hint=192.0.2.1",
         "0010 03666f6f 076578616d706c65 036f7267 00 0000 0004 0001 0004 "
         "0001 0009 02 6832 05 68332d3139 0004 0004 c0000201"},
        {"SVCB 16 . alpn=\"f\\\\\\\\oo\\\\,bar,h2\"",
         "16 . alpn=\"f\\\\\\\\oo\\\\,bar,h2\"",
         "0010 00 0001 000c 08 665c6f6f2c626172 02 6832"},
        {"SVCB 16 . alpn=f\\\\\\092oo\\092,bar,h2",
         "16 . alpn=\"f\\\\\\\\oo\\\\,bar,h2\"",
         "0010 00 0001 000c 08 665c6f6f2c626172 02 6832"},
        {"HTTPS 1 . no-default-alpn alpn=\"h3 x\"",
         "1 . alpn=\"h3 x\" no-default-alpn",
         "0001 00 0001 0005 04 68332078 0002 0000"},
        {"HTTPS 1 . ech=Zm9v", "1 . ech=Zm9v", "0001 00 0005 0003 666f6f"},
        {"HTTPS 1 . ipv4hint=192.0.2.1,192.0.2.2",
         "1 . ipv4hint=192.0.2.1,192.0.2.2",
         "0001 00 0004 0008 c0000201 c0000202"},
        {"HTTPS 1 . port=0", "1 . port=0", "0001 00 0003 0002 0000"},
        {"HTTPS 1 . port=65535", "1 . port=65535", "0001 00 0003 0002 ffff"},
        {"HTTPS 1 . key7", "1 . key7", "0001 00 0007 0000"},
        {"HTTPS 1 . key65534=\"\"", "1 . key65534", "0001 00 fffe 0000"},
        {"HTTPS 1 . mandatory=key7 key7=a",
         "1 . mandatory=key7 key7=\"a\"",
         "0001 00 0000 0002 0007 0007 0001 61"},
        // The octets behind the number of a key that has a name.
        {"HTTPS 1 . key1=\\002h2", "1 . alpn=\"h2\"", "0001 00 0001 0003 026832"},
        {"HTTPS 1 . key3=\\000\\053", "1 . port=53", "0001 00 0003 0002 0035"},
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
    }
    EXPECT_EQ(ToString(MakeRecord(MakeLine("SVCB 1 foo.example.com.")).data),
              "1 " + std::string(FOO_COM));
}

TEST(DnsServiceBinding, TellsWhatWasExpectedInText)
{
    constexpr std::string_view PARAMETER =
        "a parameter such as alpn=\"h2,h3\", port=443 or key65280=a, got ";
    constexpr std::string_view ONCE = "each key once, and in ascending order on the wire, got ";
    constexpr std::string_view MANDATORY = "mandatory=alpn,port, got ";
    constexpr std::string_view ALPN = "alpn=\"h2,h3\", got ";
    constexpr std::string_view PORT = "port=443, got ";
    constexpr std::string_view IPV4 = "ipv4hint=192.0.2.1,192.0.2.2, got ";
    constexpr std::string_view IPV6 = "ipv6hint=2001:db8::1, got ";
    constexpr std::string_view ECH = "ech= and base 64, got ";
    const std::pair<std::string, std::string_view> table[] = {
        {"", "a priority from 0 (an alias) to 65535, then target and parameters"},
        {"65536 .", "a priority from 0 (an alias) to 65535"},
        {"1", "the target's name, or '.' for this one"},
        {"1 . key123=abc key123=def", ONCE},
        {"1 . mandatory", MANDATORY},
        {"1 . mandatory=", MANDATORY},
        {"1 . mandatory=port,x port=1", MANDATORY},
        {"1 . mandatory=port,port port=1", MANDATORY},
        {"1 . mandatory=key123,key123 key123=abc", MANDATORY},
        {"1 . mandatory=mandatory", "other keys than mandatory itself in mandatory, got "},
        {"1 . mandatory=key123", "key123, which mandatory names, among the parameters, got "},
        {"1 . alpn", ALPN},
        {"1 . alpn=", ALPN},
        {"1 . alpn=h2,,h3", ALPN},
        {"1 . alpn=h2,", ALPN},
        {"1 . alpn=h2\\\\x", ALPN},
        {"1 . alpn=h2\\\\", ALPN},
        {"1 . alpn=" + std::string(256, 'a'), ALPN},
        {"1 . alpn=\"h2", PARAMETER},
        {"1 . alpn=h2\\300", PARAMETER},
        {"1 . no-default-alpn=abc alpn=h2", "no-default-alpn without a value, got "},
        {"1 . no-default-alpn", "alpn beside no-default-alpn, got "},
        {"1 . port", PORT},
        {"1 . port=65536", PORT},
        {"1 . port=-1", PORT},
        {"1 . port=1,2", PORT},
        {"1 . key3=\\000", PORT},
        {"1 . key3=\\000\\000\\000", PORT},
        {"1 . ipv4hint", IPV4},
        {"1 . ipv4hint=192.0.2", IPV4},
        {"1 . ipv4hint=192.0.2.1,", IPV4},
        {"1 . key4=abc", IPV4},
        {"1 . ipv6hint", IPV6},
        {"1 . ipv6hint=192.0.2.1", IPV6},
        {"1 . ech", ECH},
        {"1 . ech=Zg", ECH},
        {"1 . KEY7=a", PARAMETER},
        {"1 . key07=a", PARAMETER},
        {"1 . key65535=a", PARAMETER},
        {"1 . key65536=a", PARAMETER},
        {"1 . key=a", PARAMETER},
        {"1 . ke", PARAMETER},
        {"1 . =a", PARAMETER},
    };
    for (const auto& [given, expected] : table)
    {
        SCOPED_TRACE(given);
        const auto record = Record::Parse(MakeLine("HTTPS " + given), {});
        ASSERT_FALSE(record) << record->ToString();
        EXPECT_EQ(record.GetError().reason.rfind("expected " + std::string(expected), 0), 0U)
            << record.GetError().reason;
    }
}

TEST(DnsServiceBinding, TakesAProtocolOf255Octets)
{
    EXPECT_TRUE(Record::Parse(MakeLine("SVCB 1 . alpn=" + std::string(255, 'a')), {}));
}

TEST(DnsServiceBinding, RefusesOnTheWireWhatAClientMustTakeForMalformed)
{
    const std::pair<std::string_view, std::string_view> table[] = {
        {"cut in the priority", "00"},
        {"cut in the target", "0001 0161"},
        {"cut in a key", "0001 00 00"},
        {"cut in a length", "0001 00 0003 00"},
        {"cut in a value", "0001 00 0003 0002 35"},
        {"keys not in order", "0001 00 0007 0000 0003 0002 0035"},
        {"a key twice", "0001 00 0007 0000 0007 0000"},
        {"a port of one octet", "0001 00 0003 0001 35"},
        {"a port of three octets", "0001 00 0003 0003 000035"},
        {"no address", "0001 00 0004 0000"},
        {"half an address", "0001 00 0004 0006 c0000201 c000"},
        {"an IPv6 address cut", "0001 00 0006 000f 20010db80000000000000000000000"},
        {"no protocol", "0001 00 0001 0000"},
        {"an empty protocol", "0001 00 0001 0004 00 026832"},
        {"a protocol cut", "0001 00 0001 0002 02 68"},
        {"no default protocol, with a value", "0001 00 0001 0003 026832 0002 0001 00"},
        {"no default protocol, and none at all", "0001 00 0002 0000"},
        {"nothing mandatory", "0001 00 0000 0000"},
        {"mandatory keys not in order",
         "0001 00 0000 0004 0003 0001 0001 0003 026832 0003 0002 0035"},
        {"half a mandatory key", "0001 00 0000 0003 000100 0001 0003 026832"},
        {"a mandatory key that is missing", "0001 00 0000 0002 0003"},
        {"mandatory that names itself", "0001 00 0000 0002 0000"},
        {"no ECH configuration", "0001 00 0005 0000"},
        {"the key that is none", "0001 00 ffff 0000"},
    };
    for (const auto& [title, hex] : table)
    {
        SCOPED_TRACE(title);
        const auto octets = FromHex(hex);
        MessageReader reader(octets);
        ReadRecordData(RecordType::SVCB, RecordClass::IN, reader);
        EXPECT_FALSE(reader.IsOk());
    }
}

} // namespace
} // namespace ns3::postroad::dns
