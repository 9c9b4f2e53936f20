#include "postroad/dns/data/dns-ns-data.h"

namespace ns3::postroad::dns
{

NsData
NsData::Read(MessageReader& reader)
{
    return {reader.ReadName()};
}

void
NsData::Write(MessageWriter& writer) const
{
    writer.WriteName(nameServer);
}

NsData
NsData::Parse(FieldReader& fields)
{
    return {fields.ReadName("the name server's host name, such as ns.a.net.")};
}

std::string
NsData::ToString() const
{
    return nameServer.ToString();
}

} // namespace ns3::postroad::dns
