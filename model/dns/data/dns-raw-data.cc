#include "postroad/dns/data/dns-raw-data.h"

#include "postroad/dns/codec/dns-hex.h"

#include <cstdint>
#include <limits>

namespace ns3::postroad::dns
{

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
    return text + ToHex(octets);
}

} // namespace ns3::postroad::dns
