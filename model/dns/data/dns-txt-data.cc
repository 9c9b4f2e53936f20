#include "postroad/dns/data/dns-txt-data.h"

#include "postroad/dns/codec/dns-character-string.h"

namespace ns3::postroad::dns
{

/// RFC 1035 section 3.3.14: TXT-DATA is one or more <character-string>s.
TxtData
TxtData::Read(MessageReader& reader)
{
    return {ReadStrings(reader)};
}

void
TxtData::Write(MessageWriter& writer) const
{
    WriteStrings(strings, writer);
}

TxtData
TxtData::Parse(FieldReader& fields)
{
    return {ParseStrings(fields, "a text in quotes, such as \"v=spf1 mx -all\"")};
}

std::string
TxtData::ToString() const
{
    return dns::ToString(strings);
}

} // namespace ns3::postroad::dns
