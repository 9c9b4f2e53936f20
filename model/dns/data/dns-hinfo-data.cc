#include "postroad/dns/data/dns-hinfo-data.h"

#include "postroad/dns/codec/dns-character-string.h"

namespace ns3::postroad::dns
{

HinfoData
HinfoData::Read(MessageReader& reader)
{
    HinfoData data;
    data.processor = ReadString(reader);
    data.operatingSystem = ReadString(reader);
    return data;
}

void
HinfoData::Write(MessageWriter& writer) const
{
    WriteString(processor, writer);
    WriteString(operatingSystem, writer);
}

HinfoData
HinfoData::Parse(FieldReader& fields)
{
    HinfoData data;
    data.processor = fields.ReadString("the processor, then the system: \"PDP-11/70\" \"UNIX\"");
    data.operatingSystem = fields.ReadString("the operating system in quotes, such as \"UNIX\"");
    return data;
}

std::string
HinfoData::ToString() const
{
    return Quote(processor) + ' ' + Quote(operatingSystem);
}

} // namespace ns3::postroad::dns
