#include "postroad/dns/data/dns-tlsa-data.h"

#include "postroad/dns/codec/dns-hex.h"

namespace ns3::postroad::dns
{

/// RFC 6698 section 2.1: Cert. Usage, Selector, Matching Type, Certificate Association Data
TlsaData
TlsaData::Read(MessageReader& reader)
{
    TlsaData data;
    data.usage = reader.ReadU8();
    data.selector = reader.ReadU8();
    data.matchingType = reader.ReadU8();
    data.association = reader.Read(reader.GetRemaining());
    if (data.association.empty())
    {
        reader.Fail(wire::ErrorKind::TRUNCATED, "expected certificate association data");
    }
    return data;
}

void
TlsaData::Write(MessageWriter& writer) const
{
    writer.WriteU8(usage);
    writer.WriteU8(selector);
    writer.WriteU8(matchingType);
    writer.Write(association);
}

TlsaData
TlsaData::Parse(FieldReader& fields)
{
    TlsaData data;
    data.usage = fields.ReadU8("a usage (0 PKIX-TA, 1 PKIX-EE, 2 DANE-TA, 3 DANE-EE), then "
                               "selector, matching type and data");
    data.selector = fields.ReadU8("a selector (0 the certificate, 1 its public key)");
    data.matchingType = fields.ReadU8("a matching type (0 the whole, 1 SHA-256, 2 SHA-512)");
    data.association = fields.ReadHex("certificate association data in hexadecimal digits");
    return data;
}

std::string
TlsaData::ToString() const
{
    std::string text;
    for (const auto number : {usage, selector, matchingType})
    {
        text += std::to_string(number) + ' ';
    }
    return text + ToHex(association);
}

} // namespace ns3::postroad::dns
