#include "postroad/dns/data/dns-svcb-data.h"

namespace ns3::postroad::dns
{

SvcbData
SvcbData::Read(MessageReader& reader)
{
    return {ServiceBinding::Read(reader)};
}

void
SvcbData::Write(MessageWriter& writer) const
{
    binding.Write(writer);
}

SvcbData
SvcbData::Parse(FieldReader& fields)
{
    return {ServiceBinding::Parse(fields)};
}

std::string
SvcbData::ToString() const
{
    return binding.ToString();
}

} // namespace ns3::postroad::dns
