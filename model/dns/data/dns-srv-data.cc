#include "postroad/dns/data/dns-srv-data.h"

namespace ns3::postroad::dns
{

/// RFC 2782: Priority Weight Port Target; the target is never compressed.
SrvData
SrvData::Read(MessageReader& reader)
{
    SrvData data;
    data.priority = reader.ReadU16();
    data.weight = reader.ReadU16();
    data.port = reader.ReadU16();
    data.target = reader.ReadName();
    return data;
}

void
SrvData::Write(MessageWriter& writer) const
{
    writer.WriteU16(priority);
    writer.WriteU16(weight);
    writer.WriteU16(port);
    writer.WritePlainName(target);
}

SrvData
SrvData::Parse(FieldReader& fields)
{
    SrvData data;
    data.priority = fields.ReadU16(
        "a priority from 0 to 65535, then weight, port and host: '0 1 587 mail.a.net.'");
    data.weight = fields.ReadU16("a weight from 0 to 65535, then port and host");
    data.port = fields.ReadU16("a port from 0 to 65535, then the host");
    data.target = fields.ReadName("the host's name, such as mail.a.net., or '.' for no service");
    return data;
}

std::string
SrvData::ToString() const
{
    std::string text;
    for (const auto number : {priority, weight, port})
    {
        text += std::to_string(number) + ' ';
    }
    return text + target.ToString();
}

} // namespace ns3::postroad::dns
