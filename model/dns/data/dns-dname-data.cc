#include "postroad/dns/data/dns-dname-data.h"

namespace ns3::postroad::dns
{

DnameData
DnameData::Read(MessageReader& reader)
{
    return {reader.ReadName()};
}

/// RFC 6672 section 2.5: the target is never compressed.
void
DnameData::Write(MessageWriter& writer) const
{
    writer.WritePlainName(target);
}

DnameData
DnameData::Parse(FieldReader& fields)
{
    return {fields.ReadName("the name that stands for this one in those below it, such as b.net.")};
}

std::string
DnameData::ToString() const
{
    return target.ToString();
}

} // namespace ns3::postroad::dns
