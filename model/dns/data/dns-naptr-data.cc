#include "postroad/dns/data/dns-naptr-data.h"

#include "postroad/dns/codec/dns-character-string.h"

namespace ns3::postroad::dns
{

/// RFC 3403 section 4.1: ORDER PREFERENCE FLAGS SERVICES REGEXP REPLACEMENT, never compressed
NaptrData
NaptrData::Read(MessageReader& reader)
{
    NaptrData data;
    data.order = reader.ReadU16();
    data.preference = reader.ReadU16();
    data.flags = ReadString(reader);
    data.services = ReadString(reader);
    data.regexp = ReadString(reader);
    data.replacement = reader.ReadName();
    return data;
}

void
NaptrData::Write(MessageWriter& writer) const
{
    writer.WriteU16(order);
    writer.WriteU16(preference);
    WriteString(flags, writer);
    WriteString(services, writer);
    WriteString(regexp, writer);
    writer.WritePlainName(replacement);
}

NaptrData
NaptrData::Parse(FieldReader& fields)
{
    NaptrData data;
    data.order = fields.ReadU16("an order from 0 to 65535, then preference, flags, services, "
                                "regexp and replacement");
    data.preference = fields.ReadU16("a preference from 0 to 65535");
    data.flags = fields.ReadString("flags in quotes, such as \"s\"");
    data.services = fields.ReadString("services in quotes, such as \"SIP+D2U\"");
    data.regexp = fields.ReadString("a substitution in quotes, such as \"!^.*$!sip:info@a.net!\", "
                                    "or \"\"");
    data.replacement = fields.ReadName("the next name, or '.' for none");
    return data;
}

std::string
NaptrData::ToString() const
{
    std::string text;
    for (const auto number : {order, preference})
    {
        text += std::to_string(number) + ' ';
    }
    for (const auto& string : {flags, services, regexp})
    {
        text += Quote(string) + ' ';
    }
    return text + replacement.ToString();
}

} // namespace ns3::postroad::dns
