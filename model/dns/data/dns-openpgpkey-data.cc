#include "postroad/dns/data/dns-openpgpkey-data.h"

#include "postroad/text/base64.h"

namespace ns3::postroad::dns
{

OpenpgpkeyData
OpenpgpkeyData::Read(MessageReader& reader)
{
    OpenpgpkeyData data{std::string(reader.Read(reader.GetRemaining()))};
    if (data.key.empty())
    {
        reader.Fail(wire::ErrorKind::TRUNCATED, "expected a key");
    }
    return data;
}

void
OpenpgpkeyData::Write(MessageWriter& writer) const
{
    writer.Write(key);
}

/// RFC 7929 section 2.3: the presentation form is the key in base 64.
OpenpgpkeyData
OpenpgpkeyData::Parse(FieldReader& fields)
{
    return {fields.ReadBase64("an OpenPGP key in base 64")};
}

std::string
OpenpgpkeyData::ToString() const
{
    return text::EncodeBase64(key);
}

} // namespace ns3::postroad::dns
