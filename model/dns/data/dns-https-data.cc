#include "postroad/dns/data/dns-https-data.h"

namespace ns3::postroad::dns
{

HttpsData
HttpsData::Read(MessageReader& reader)
{
    return {ServiceBinding::Read(reader)};
}

void
HttpsData::Write(MessageWriter& writer) const
{
    binding.Write(writer);
}

HttpsData
HttpsData::Parse(FieldReader& fields)
{
    return {ServiceBinding::Parse(fields)};
}

std::string
HttpsData::ToString() const
{
    return binding.ToString();
}

} // namespace ns3::postroad::dns
