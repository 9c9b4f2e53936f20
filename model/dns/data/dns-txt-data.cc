#include "postroad/dns/data/dns-txt-data.h"

#include "postroad/dns/codec/dns-escape.h"

#include <cstdint>

namespace ns3::postroad::dns
{

/// RFC 1035 section 3.3.14: TXT-DATA is one or more <character-string>s.
TxtData
TxtData::Read(MessageReader& reader)
{
    TxtData data;
    do
    {
        data.strings.emplace_back(reader.Read(reader.ReadU8()));
    } while (reader.IsOk() && reader.GetRemaining() > 0);
    return data;
}

void
TxtData::Write(MessageWriter& writer) const
{
    for (const auto& string : strings)
    {
        writer.WriteU8(static_cast<std::uint8_t>(string.size()));
        writer.Write(string);
    }
}

TxtData
TxtData::Parse(FieldReader& fields)
{
    TxtData data;
    do
    {
        data.strings.push_back(fields.ReadString("a text in quotes, such as \"v=spf1 mx -all\""));
    } while (fields.IsOk() && !fields.Peek().empty());
    return data;
}

std::string
TxtData::ToString() const
{
    std::string text;
    for (const auto& string : strings)
    {
        text += text.empty() ? "\"" : " \"";
        text += Escape(string, "\"\\", " ") + '"';
    }
    return text;
}

} // namespace ns3::postroad::dns
