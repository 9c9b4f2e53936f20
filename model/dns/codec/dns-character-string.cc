#include "postroad/dns/codec/dns-character-string.h"

#include "postroad/dns/codec/dns-escape.h"

#include <cstdint>

namespace ns3::postroad::dns
{

std::string
ReadString(MessageReader& reader)
{
    return std::string(reader.Read(reader.ReadU8()));
}

void
WriteString(std::string_view string, MessageWriter& writer)
{
    writer.WriteU8(static_cast<std::uint8_t>(string.size()));
    writer.Write(string);
}

std::string
Quote(std::string_view octets)
{
    return '"' + Escape(octets, "\"\\", " ") + '"';
}

std::vector<std::string>
ReadStrings(MessageReader& reader)
{
    std::vector<std::string> strings;
    do
    {
        strings.push_back(ReadString(reader));
    } while (reader.IsOk() && reader.GetRemaining() > 0);
    return strings;
}

void
WriteStrings(const std::vector<std::string>& strings, MessageWriter& writer)
{
    for (const auto& string : strings)
    {
        WriteString(string, writer);
    }
}

std::vector<std::string>
ParseStrings(FieldReader& fields, std::string_view expected)
{
    std::vector<std::string> strings;
    do
    {
        strings.push_back(fields.ReadString(expected));
    } while (fields.IsOk() && !fields.Peek().empty());
    return strings;
}

std::string
ToString(const std::vector<std::string>& strings)
{
    std::string text;
    for (const auto& string : strings)
    {
        text += text.empty() ? "" : " ";
        text += Quote(string);
    }
    return text;
}

} // namespace ns3::postroad::dns
