#include "postroad/dns/data/dns-mx-data.h"

#include <cstdint>
#include <limits>

namespace ns3::postroad::dns
{

MxData
MxData::Read(MessageReader& reader)
{
    MxData data;
    data.preference = reader.ReadU16();
    data.exchange = reader.ReadName();
    return data;
}

void
MxData::Write(MessageWriter& writer) const
{
    writer.WriteU16(preference);
    writer.WriteName(exchange);
}

MxData
MxData::Parse(FieldReader& fields)
{
    MxData data;
    data.preference = static_cast<std::uint16_t>(
        fields.ReadNumber("a preference from 0 to 65535, then the exchanger: '10 mail.b.net.'",
                          std::numeric_limits<std::uint16_t>::max()));
    data.exchange = fields.ReadName("the exchanger's host name, such as mail.b.net.");
    return data;
}

std::string
MxData::ToString() const
{
    return std::to_string(preference) + ' ' + exchange.ToString();
}

} // namespace ns3::postroad::dns
