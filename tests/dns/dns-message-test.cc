#include "dns/dns-samples.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

namespace ns3::postroad::dns
{
namespace
{

/// Octets in front of a name, so that it stands where pointers may lead.
const std::string FILLER(HEADER_SIZE, '\0');

// RFC 1035 section 4.1.4: F.ISI.ARPA at octet 20, FOO.F.ISI.ARPA at 40, ARPA at 64, the root at 92.
std::string
MakeRfcExample()
{
    std::string octets(93, '\0');
    octets.replace(20, 12, FromHex("01 46 03 495349 04 41525041 00"));
    octets.replace(40, 6, FromHex("03 464f4f c014"));
    octets.replace(64, 2, FromHex("c01a"));
    return octets;
}

TEST(DnsMessageReader, ReadsTheCompressedNamesOfRfc1035)
{
    const auto octets = MakeRfcExample();
    const std::pair<std::size_t, std::string_view> names[] = {{20, "F.ISI.ARPA."},
                                                              {40, "FOO.F.ISI.ARPA."},
                                                              {64, "ARPA."},
                                                              {92, "."}};
    const std::size_t ends[] = {32, 46, 66, 93};
    for (std::size_t i = 0; i < 4; ++i)
    {
        MessageReader reader(octets, names[i].first);
        EXPECT_EQ(reader.ReadName().ToString(), names[i].second);
        EXPECT_TRUE(reader.IsOk());
        EXPECT_EQ(reader.GetOffset(), ends[i]);
    }
}

TEST(DnsMessageWriter, CompressesAsRfc1035Does)
{
    const auto octets = MakeRfcExample();
    MessageWriter writer;
    for (const auto& [offset, name] :
         {std::pair(20, "F.ISI.ARPA."), {40, "FOO.F.ISI.ARPA."}, {64, "ARPA."}, {92, "."}})
    {
        writer.Write(std::string(static_cast<std::size_t>(offset) - writer.GetSize(), '\0'));
        writer.WriteName(MakeName(name));
    }
    EXPECT_EQ(writer.TakeOctets(), octets);
}

TEST(DnsMessageWriter, KeepsTheCaseOfEachName)
{
    MessageWriter writer;
    writer.Write(FILLER);
    writer.WriteName(MakeName("Mail.A.net."));
    writer.WriteName(MakeName("mail.a.net."));
    const auto octets = writer.TakeOctets();
    MessageReader reader(octets, HEADER_SIZE);
    EXPECT_EQ(reader.ReadName().ToString(), "Mail.A.net.");
    EXPECT_EQ(reader.ReadName().ToString(), "mail.a.net.");
}

TEST(DnsMessageWriter, PointsOnlyWhereFourteenBitsReach)
{
    const std::pair<std::size_t, std::string> table[] = {{0x3fff, FromHex("ffff")},
                                                         {0x4000, FromHex("0161 00")}};
    for (const auto& [offset, second] : table)
    {
        MessageWriter writer;
        writer.Write(std::string(offset, '\0'));
        writer.WriteName(MakeName("a."));
        const auto begin = writer.GetSize();
        writer.WriteName(MakeName("a."));
        EXPECT_EQ(writer.TakeOctets().substr(begin), second);
    }
}

struct BadName
{
    std::string_view title;
    std::string_view hex; ///< stands at octet 12; the reader begins at `offset`
    std::size_t offset;
    wire::ErrorKind kind;
};

TEST(DnsMessageReader, RefusesNamesThatBreakTheRules)
{
    const BadName table[] = {
        {"pointer to itself", "c00c", 12, wire::ErrorKind::OUT_OF_RANGE},
        {"loop of two", "c00e c00c", 14, wire::ErrorKind::OUT_OF_RANGE},
        {"label and back to it", "0161 c00c", 12, wire::ErrorKind::OUT_OF_RANGE},
        {"forward pointer", "c00e 0161 00", 12, wire::ErrorKind::OUT_OF_RANGE},
        {"into the header", "c00b", 12, wire::ErrorKind::OUT_OF_RANGE},
        {"behind the end", "ffff", 12, wire::ErrorKind::OUT_OF_RANGE},
        {"half a pointer", "00 c0", 13, wire::ErrorKind::TRUNCATED},
        {"half a label", "05 6161", 12, wire::ErrorKind::TRUNCATED},
        {"no root", "0161", 12, wire::ErrorKind::TRUNCATED},
        {"nothing", "", 12, wire::ErrorKind::TRUNCATED},
        {"label type 01", "4161 00", 12, wire::ErrorKind::UNSUPPORTED},
        {"label type 10", "8161 00", 12, wire::ErrorKind::UNSUPPORTED},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.title);
        const auto octets = FILLER + FromHex(row.hex);
        MessageReader reader(octets, row.offset);
        EXPECT_TRUE(reader.ReadName().IsRoot());
        ASSERT_FALSE(reader.IsOk());
        EXPECT_EQ(reader.GetError().kind, row.kind) << reader.GetError().reason;
    }
}

TEST(DnsMessageReader, TakesNamesUpTo255OctetsAlsoThroughPointers)
{
    const std::string label = '\x3f' + std::string(63, 'a');
    const std::string target = label + label + label + '\x39' + std::string(57, 'b') + '\0';
    const auto pointer = FromHex("c00c");
    for (const std::size_t size : {3, 4})
    {
        const std::string name =
            std::string(1, static_cast<char>(size)).append(size, 'c') + pointer;
        std::string octets = FILLER;
        octets.append(target).append(name);
        MessageReader reader(octets, HEADER_SIZE + target.size());
        reader.ReadName();
        EXPECT_EQ(reader.IsOk(), size == 3);
    }
}

// The header, then b.net, type 15, class 1.
const std::string QUERY = FromHex("0001 0100 0001 0000 0000 0000 0162 036e6574 00 000f 0001");

TEST(DnsMessage, WritesTheOctetsOfAQuery)
{
    const auto query = MakeQuery(1, {MakeName("b.net."), RecordType::MX});
    EXPECT_EQ(query.Serialize(), QUERY);
    EXPECT_EQ(*Message::Parse(QUERY), query);
    EXPECT_EQ(query.questions.front().ToString(), "b.net. IN MX");
}

TEST(DnsMessage, WritesTheOctetsOfAResponse)
{
    auto response = MakeQuery(1, {MakeName("b.net."), RecordType::MX});
    response.header.isResponse = true;
    response.header.isAuthoritative = true;
    response.answers = MakeRecords({"b.net. 300 IN MX 10 mail.b.net."});
    response.additionals = MakeRecords({"mail.b.net. 300 IN A 10.0.2.1"});
    const auto octets = FromHex("0001 8500 0001 0001 0000 0001 0162 036e6574 00 000f 0001"
                                "c00c 000f 0001 0000012c 0009 000a 046d61696c c00c"
                                "c025 0001 0001 0000012c 0004 0a000201");
    EXPECT_EQ(response.Serialize(), octets);
    EXPECT_EQ(*Message::Parse(octets), response);
}

TEST(DnsMessage, ReadsBackWhatItWrote)
{
    const auto message = MakeGmailResponse();
    const auto read = Message::Parse(message.Serialize());
    ASSERT_TRUE(read) << read.GetError().reason;
    EXPECT_EQ(*read, message);
}

TEST(DnsMessage, KeepsEveryFlagAndCode)
{
    for (unsigned flags = 0; flags <= 0xffff; ++flags)
    {
        constexpr unsigned RESERVED = 0x0070;
        wire::ByteWriter writer;
        writer.WriteU16(7);
        writer.WriteU16(static_cast<std::uint16_t>(flags & ~RESERVED));
        writer.Write(std::string(8, '\0'));
        const auto octets = writer.TakeOctets();
        ASSERT_EQ(Message::Parse(octets)->Serialize(), octets) << flags;
    }
}

TEST(DnsMessage, ReadsATtlWithTheTopBitAsZero)
{
    const auto octets =
        FromHex("0001 8000 0000 0001 0000 0000 00 0001 0001 80000001 0004 0a000001");
    EXPECT_EQ(Message::Parse(octets)->answers.front().ttl, 0U);
}

TEST(DnsMessage, LeavesTheDataOfOtherClassesAlone)
{
    const auto octets = FromHex("0001 8000 0000 0001 0000 0000 00 0001 0003 00000001 0001 ff");
    const auto message = Message::Parse(octets);
    ASSERT_TRUE(message) << message.GetError().reason;
    EXPECT_EQ(Flatten(message->answers.front()), ". 1 CH A \\# 1 FF");
    EXPECT_EQ(message->Serialize(), octets);
}

struct BadMessage
{
    std::string_view title;
    std::string_view hex;
    wire::ErrorKind kind;
};

TEST(DnsMessage, RefusesCountsAndLengthsThatLie)
{
    const BadMessage table[] = {
        {"one question, none there", "0001 0000 0001 0000 0000 0000", wire::ErrorKind::TRUNCATED},
        {"65535 records, one there",
         "0001 8000 0000 ffff 0000 0000 00 0001 0001 00000000 0004 0a000001",
         wire::ErrorKind::TRUNCATED},
        {"no record, one there",
         "0001 8000 0000 0000 0000 0000 00 0001 0001 00000000 0004 0a000001",
         wire::ErrorKind::OUT_OF_RANGE},
        {"an octet too many", "0001 8000 0000 0000 0000 0000 00", wire::ErrorKind::OUT_OF_RANGE},
        {"data longer than the message",
         "0001 8000 0000 0001 0000 0000 00 0001 0001 00000000 0005 0a000001",
         wire::ErrorKind::TRUNCATED},
        {"address of three octets",
         "0001 8000 0000 0001 0000 0000 00 0001 0001 00000000 0003 0a0000",
         wire::ErrorKind::TRUNCATED},
        {"address of five octets",
         "0001 8000 0000 0001 0000 0000 00 0001 0001 00000000 0005 0a00000101",
         wire::ErrorKind::OUT_OF_RANGE},
        {"exchanger that runs out of its data",
         "0001 8000 0000 0002 0000 0000 00 000f 0001 00000000 0004 000a 0100"
         "00 0001 0001 00000000 0004 0a000001",
         wire::ErrorKind::TRUNCATED},
        {"exchanger that points at itself",
         "0001 8000 0000 0001 0000 0000 00 000f 0001 00000000 0004 000a c019",
         wire::ErrorKind::OUT_OF_RANGE},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.title);
        const auto message = Message::Parse(FromHex(row.hex));
        ASSERT_FALSE(message);
        EXPECT_EQ(message.GetError().kind, row.kind) << message.GetError().reason;
    }
}

TEST(DnsMessage, RefusesEachBeginningOfAMessage)
{
    const auto octets = MakeGmailResponse().Serialize();
    for (std::size_t size = 0; size < octets.size(); ++size)
    {
        EXPECT_FALSE(Message::Parse(octets.substr(0, size))) << size;
    }
}

TEST(DnsMessage, ReadsOrRefusesAMessageWithAnyOctetChanged)
{
    const auto octets = MakeGmailResponse().Serialize();
    for (std::size_t i = 0; i < octets.size(); ++i)
    {
        for (const int mask : {1, 2, 4, 8, 16, 32, 64, 128, 192, 255})
        {
            auto changed = octets;
            changed[i] = static_cast<char>(changed[i] ^ mask);
            const auto message = Message::Parse(changed);
            if (message)
            {
                const auto again = Message::Parse(message->Serialize());
                ASSERT_TRUE(again) << "octet " << i << " ^ " << mask;
                ASSERT_EQ(*again, *message) << "octet " << i << " ^ " << mask;
            }
        }
    }
}

// Each record is 12 octets long and names 127 labels by a pointer.
TEST(DnsMessage, ReadsTheLargestMessageOfPointersToTheLongestName)
{
    std::string octets = FromHex("0001 8000 0001 0000 0000 0000");
    for (int i = 0; i < 127; ++i)
    {
        octets += "\x01"
                  "a";
    }
    octets += FromHex("00 0001 0001");
    const auto record = FromHex("c00c ff00 0001 00000000 0000");
    std::uint16_t count = 0;
    for (; octets.size() + record.size() <= MESSAGE_LIMIT; ++count)
    {
        octets += record;
    }
    octets[6] = static_cast<char>(count >> 8);
    octets[7] = static_cast<char>(count);
    const auto message = Message::Parse(octets);
    ASSERT_TRUE(message);
    EXPECT_EQ(message->answers.size(), count);
    EXPECT_EQ(message->answers.back().name.GetLabels().size(), 127U);
    EXPECT_EQ(message->Serialize(), octets);
}

TEST(DnsMessage, LeavesOutWhatDoesNotFitAndSaysSo)
{
    const auto whole = MakeGmailResponse();
    const auto size = whole.Serialize().size();
    for (std::size_t limit = HEADER_SIZE + 11; limit <= size; ++limit)
    {
        SCOPED_TRACE(limit);
        const auto octets = whole.Serialize(limit);
        EXPECT_LE(octets.size(), limit);
        const auto cut = Message::Parse(octets);
        ASSERT_TRUE(cut) << cut.GetError().reason;
        const bool isComplete = cut->answers.size() == whole.answers.size() &&
                                cut->authorities.size() == whole.authorities.size();
        EXPECT_EQ(cut->header.isTruncated, !isComplete);
        EXPECT_TRUE(isComplete || cut->additionals.empty());
        EXPECT_TRUE(std::equal(cut->answers.begin(), cut->answers.end(), whole.answers.begin()));
    }
    EXPECT_EQ(*Message::Parse(whole.Serialize(size)), whole);
}

TEST(DnsMessage, LeavesOutWholeSetsOfAdditionalRecords)
{
    auto message = MakeQuery(1, {MakeName("b.net."), RecordType::MX});
    message.additionals = MakeRecords({"a.b.net. 1 A 10.0.0.1",
                                       "c.b.net. 1 A 10.0.0.1",
                                       "c.b.net. 1 A 10.0.0.2",
                                       "c.b.net. 1 A 10.0.0.3"});
    const auto cut = Message::Parse(message.Serialize(message.Serialize().size() - 1));
    ASSERT_TRUE(cut);
    EXPECT_EQ(Describe(*cut),
              (std::vector<std::string>{"NOERROR", "additional a.b.net. 1 IN A 10.0.0.1"}));
}

TEST(DnsHeader, NamesItsCodes)
{
    EXPECT_EQ(ToString(ResponseCode::NAME_ERROR), "NXDOMAIN");
    EXPECT_EQ(ToString(ResponseCode::NAME_TOO_LONG), "YXDOMAIN");
    EXPECT_EQ(ToString(ResponseCode{12}), "RCODE12");
    EXPECT_EQ(ToString(ResponseCode{16}), "BADVERS");
    EXPECT_EQ(ToString(ResponseCode{24}), "RCODE24");
    EXPECT_EQ(FindResponseCode("BADCOOKIE"), ResponseCode::BAD_COOKIE);
    EXPECT_EQ(FindResponseCode("SERVFAIL"), ResponseCode::SERVER_FAILURE);
    EXPECT_EQ(FindResponseCode("SERVFAILED"), std::nullopt);
}

} // namespace
} // namespace ns3::postroad::dns
