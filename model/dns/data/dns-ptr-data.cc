#include "postroad/dns/data/dns-ptr-data.h"

#include <cstdint>

namespace ns3::postroad::dns
{

PtrData
PtrData::Read(MessageReader& reader)
{
    return {reader.ReadName()};
}

void
PtrData::Write(MessageWriter& writer) const
{
    writer.WriteName(target);
}

PtrData
PtrData::Parse(FieldReader& fields)
{
    return {fields.ReadName("the host's name, such as mail.a.net.")};
}

std::string
PtrData::ToString() const
{
    return target.ToString();
}

Name
MakeReverseName(const std::array<std::uint8_t, 4>& address)
{
    std::vector<std::string> labels{"in-addr", "arpa"};
    for (const auto octet : address)
    {
        labels.insert(labels.begin(), std::to_string(octet));
    }
    return Name::FromLabels(std::move(labels)).GetValue();
}

} // namespace ns3::postroad::dns
