#include "postroad/dns/data/dns-cname-data.h"

namespace ns3::postroad::dns
{

CnameData
CnameData::Read(MessageReader& reader)
{
    return {reader.ReadName()};
}

void
CnameData::Write(MessageWriter& writer) const
{
    writer.WriteName(canonicalName);
}

CnameData
CnameData::Parse(FieldReader& fields)
{
    return {fields.ReadName("the canonical name, such as host.a.net.")};
}

std::string
CnameData::ToString() const
{
    return canonicalName.ToString();
}

} // namespace ns3::postroad::dns
