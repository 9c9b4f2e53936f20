#include "postroad/dns/data/dns-a-data.h"

#include <charconv>
#include <optional>

namespace ns3::postroad::dns
{

namespace
{

constexpr std::string_view EXPECTED = "an IPv4 address such as 10.0.0.1";

/// RFC 1035 section 3.4.1: four decimal numbers separated by dots without any embedded spaces.
std::optional<AData>
ParseAddress(std::string_view text)
{
    AData data;
    const char* next = text.data();
    const char* const end = next + text.size();
    for (std::size_t i = 0; i < data.address.size(); ++i)
    {
        if (i > 0 && (next == end || *next++ != '.'))
        {
            return std::nullopt;
        }
        const auto read = std::from_chars(next, end, data.address.at(i));
        if (read.ec != std::errc())
        {
            return std::nullopt;
        }
        next = read.ptr;
    }
    return next == end ? std::optional(data) : std::nullopt;
}

} // namespace

AData
AData::Read(MessageReader& reader)
{
    AData data;
    for (auto& octet : data.address)
    {
        octet = reader.ReadU8();
    }
    return data;
}

void
AData::Write(MessageWriter& writer) const
{
    for (const auto octet : address)
    {
        writer.WriteU8(octet);
    }
}

AData
AData::Parse(FieldReader& fields)
{
    const auto data = ParseAddress(fields.ReadField(EXPECTED));
    if (!data)
    {
        fields.FailExpecting(EXPECTED);
    }
    return data.value_or(AData());
}

std::string
AData::ToString() const
{
    std::string text;
    for (const auto octet : address)
    {
        text += text.empty() ? "" : ".";
        text += std::to_string(octet);
    }
    return text;
}

} // namespace ns3::postroad::dns
