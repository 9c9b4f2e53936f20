#include "postroad/dns/data/dns-soa-data.h"

#include <array>
#include <cstdint>
#include <limits>

namespace ns3::postroad::dns
{

namespace
{

struct SoaNumber
{
    std::uint32_t SoaData::*member;
    std::string_view expected;
};

/// The numbers, in the order in which they stand on the wire and in a master file.
constexpr std::array<SoaNumber, 5> NUMBERS{{
    {&SoaData::serial, "the serial number"},
    {&SoaData::refresh, "the refresh time in seconds, or such as 2h"},
    {&SoaData::retry, "the retry time in seconds, or such as 30m"},
    {&SoaData::expire, "the expire time in seconds, or such as 2w"},
    {&SoaData::minimum, "the time for which a negative answer holds, in seconds or such as 1h"},
}};

} // namespace

SoaData
SoaData::Read(MessageReader& reader)
{
    SoaData data;
    data.primary = reader.ReadName();
    data.mailbox = reader.ReadName();
    for (const auto& number : NUMBERS)
    {
        data.*number.member = reader.ReadU32();
    }
    return data;
}

void
SoaData::Write(MessageWriter& writer) const
{
    writer.WriteName(primary);
    writer.WriteName(mailbox);
    for (const auto& number : NUMBERS)
    {
        writer.WriteU32(this->*number.member);
    }
}

SoaData
SoaData::Parse(FieldReader& fields)
{
    SoaData data;
    data.primary = fields.ReadName("the primary name server, such as ns.a.net.");
    data.mailbox = fields.ReadName("the responsible person, such as hostmaster.a.net.");
    for (const auto& number : NUMBERS)
    {
        constexpr auto LIMIT = std::numeric_limits<std::uint32_t>::max();
        data.*number.member = number.member == &SoaData::serial
                                  ? fields.ReadNumber(number.expected, LIMIT)
                                  : fields.ReadPeriod(number.expected, LIMIT);
    }
    return data;
}

std::string
SoaData::ToString() const
{
    std::string text = primary.ToString() + ' ' + mailbox.ToString();
    for (const auto& number : NUMBERS)
    {
        text += ' ' + std::to_string(this->*number.member);
    }
    return text;
}

} // namespace ns3::postroad::dns
