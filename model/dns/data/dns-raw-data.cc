#include "postroad/dns/data/dns-raw-data.h"

#include <charconv>
#include <cstdint>
#include <limits>

namespace ns3::postroad::dns
{

namespace
{

constexpr std::string_view HEX_DIGITS = "0123456789ABCDEF";

/// Adds the octets that a run of hexadecimal digits tells; false when it is none.
bool
AppendHex(std::string_view digits, std::string& octets)
{
    if (digits.size() % 2 != 0)
    {
        return false;
    }
    for (std::size_t i = 0; i < digits.size(); i += 2)
    {
        std::uint8_t octet = 0;
        const char* const begin = digits.data() + i;
        if (std::from_chars(begin, begin + 2, octet, 16).ptr != begin + 2)
        {
            return false;
        }
        octets += static_cast<char>(octet);
    }
    return true;
}

} // namespace

RawData
RawData::Read(RecordType type, MessageReader& reader)
{
    return {type, std::string(reader.Read(reader.GetRemaining()))};
}

void
RawData::Write(MessageWriter& writer) const
{
    writer.Write(octets);
}

/// RFC 3597 section 5: \# length *(hexadecimal digits, in words of whole octets)
RawData
RawData::Parse(RecordType type, FieldReader& fields)
{
    RawData data{type, {}};
    fields.ReadField(MARK);
    const auto length = fields.ReadNumber("the number of octets, from 0 to 65535",
                                          std::numeric_limits<std::uint16_t>::max());
    while (fields.IsOk() && !fields.Peek().empty())
    {
        if (!AppendHex(fields.ReadField("hexadecimal digits"), data.octets))
        {
            fields.FailExpecting("hexadecimal digits, two for each octet");
        }
    }
    if (data.octets.size() != length)
    {
        fields.FailExpecting(std::to_string(length) + " octets in hexadecimal digits");
    }
    return data;
}

std::string
RawData::ToString() const
{
    std::string text = std::string(MARK) + ' ' + std::to_string(octets.size());
    text += octets.empty() ? "" : " ";
    for (const char c : octets)
    {
        const auto octet = static_cast<std::uint8_t>(c);
        text += HEX_DIGITS[octet >> 4];
        text += HEX_DIGITS[octet & 0x0f];
    }
    return text;
}

} // namespace ns3::postroad::dns
