#include "postroad/dns/data/dns-spf-data.h"

#include "postroad/dns/codec/dns-character-string.h"

namespace ns3::postroad::dns
{

SpfData
SpfData::Read(MessageReader& reader)
{
    return {ReadStrings(reader)};
}

void
SpfData::Write(MessageWriter& writer) const
{
    WriteStrings(strings, writer);
}

SpfData
SpfData::Parse(FieldReader& fields)
{
    return {ParseStrings(fields, "a text in quotes, such as \"v=spf1 mx -all\"")};
}

std::string
SpfData::ToString() const
{
    return dns::ToString(strings);
}

} // namespace ns3::postroad::dns
