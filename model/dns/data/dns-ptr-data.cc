#include "postroad/dns/data/dns-ptr-data.h"

#include <charconv>
#include <cstddef>
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

std::optional<std::array<std::uint8_t, 4>>
FindReversedAddress(const Name& name)
{
    const auto& labels = name.GetLabels();
    std::array<std::uint8_t, 4> address{};
    for (std::size_t i = 0; i < address.size() && i < labels.size(); ++i)
    {
        const auto& text = labels[i];
        std::from_chars(text.data(), text.data() + text.size(), address[address.size() - 1 - i]);
    }
    return MakeReverseName(address) == name ? std::optional(address) : std::nullopt;
}

} // namespace ns3::postroad::dns
