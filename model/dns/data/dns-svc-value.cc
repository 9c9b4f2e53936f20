#include "postroad/dns/data/dns-svc-value.h"

#include "postroad/dns/data/dns-a-data.h"
#include "postroad/dns/data/dns-aaaa-data.h"
#include "postroad/text/base64.h"

#include <charconv>
#include <cstdint>
#include <system_error>

namespace ns3::postroad::dns
{

namespace
{

/// The octets of addresses, each written as its record has it.
template <typename Address>
std::optional<std::string>
ParseAddresses(std::string_view text)
{
    MessageWriter writer;
    for (const auto& item : SplitList(text).value_or(std::vector<std::string>()))
    {
        FieldReader fields(item, Name());
        const auto address = Address::Parse(fields);
        fields.ExpectEnd();
        if (!fields.IsOk())
        {
            return std::nullopt;
        }
        address.Write(writer);
    }
    return writer.GetSize() > 0 ? std::optional(writer.TakeOctets()) : std::nullopt;
}

template <typename Address>
std::string
FormatAddresses(std::string_view value)
{
    MessageReader reader(value);
    std::string text;
    while (reader.IsOk() && reader.GetRemaining() > 0)
    {
        text += text.empty() ? "" : ",";
        text += Address::Read(reader).ToString();
    }
    return text;
}

} // namespace

/// RFC 9460 appendix A.1: escaped-item = 1*( item-allowed / "\," / "\\" )
std::optional<std::vector<std::string>>
SplitList(std::string_view text)
{
    std::vector<std::string> items(1);
    for (std::size_t i = 0; i < text.size(); ++i)
    {
        if (text[i] == ',')
        {
            items.emplace_back();
            continue;
        }
        if (text[i] == '\\')
        {
            ++i;
            if (i == text.size() || (text[i] != ',' && text[i] != '\\'))
            {
                return std::nullopt;
            }
        }
        items.back() += text[i];
    }
    for (const auto& item : items)
    {
        if (item.empty())
        {
            return std::nullopt;
        }
    }
    return items;
}

/// RFC 9460 section 7.1.1: each identifier behind an octet that tells its length.
std::optional<std::string>
ParseAlpn(std::string_view text)
{
    wire::ByteWriter writer;
    for (const auto& item : SplitList(text).value_or(std::vector<std::string>()))
    {
        if (item.size() > FieldReader::STRING_LIMIT)
        {
            return std::nullopt;
        }
        writer.WriteU8(static_cast<std::uint8_t>(item.size()));
        writer.Write(item);
    }
    return writer.GetSize() > 0 ? std::optional(writer.TakeOctets()) : std::nullopt;
}

std::string
FormatAlpn(std::string_view value)
{
    wire::ByteReader reader(value);
    std::string text;
    while (reader.IsOk() && reader.GetRemaining() > 0)
    {
        text += text.empty() ? "" : ",";
        for (const char c : reader.Read(reader.ReadU8()))
        {
            text += c == ',' || c == '\\' ? "\\" : "";
            text += c;
        }
    }
    return text;
}

std::optional<std::string>
ParseNothing(std::string_view text)
{
    return text.empty() ? std::optional(std::string()) : std::nullopt;
}

std::string
FormatNothing(std::string_view /*value*/)
{
    return {};
}

/// RFC 9460 section 7.2: an integer between 0 and 65535.
std::optional<std::string>
ParsePort(std::string_view text)
{
    std::uint16_t port = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, port);
    if (read.ec != std::errc() || read.ptr != end)
    {
        return std::nullopt;
    }
    wire::ByteWriter writer;
    writer.WriteU16(port);
    return writer.TakeOctets();
}

std::string
FormatPort(std::string_view value)
{
    wire::ByteReader reader(value);
    return std::to_string(reader.ReadU16());
}

std::optional<std::string>
ParseIpv4Hint(std::string_view text)
{
    return ParseAddresses<AData>(text);
}

std::string
FormatIpv4Hint(std::string_view value)
{
    return FormatAddresses<AData>(value);
}

std::optional<std::string>
ParseIpv6Hint(std::string_view text)
{
    return ParseAddresses<AaaaData>(text);
}

std::string
FormatIpv6Hint(std::string_view value)
{
    return FormatAddresses<AaaaData>(value);
}

std::optional<std::string>
ParseEch(std::string_view text)
{
    const auto octets = text::DecodeBase64(text);
    return octets && !octets->empty() ? octets : std::nullopt;
}

std::string
FormatEch(std::string_view value)
{
    return text::EncodeBase64(value);
}

} // namespace ns3::postroad::dns
