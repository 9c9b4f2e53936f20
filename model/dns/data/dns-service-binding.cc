#include "postroad/dns/data/dns-service-binding.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace ns3::postroad::dns
{

namespace
{

const SvcParameter*
Find(const std::vector<SvcParameter>& parameters, SvcKey key)
{
    const auto at = std::find_if(parameters.begin(), parameters.end(), [key](const auto& each) {
        return each.key == key;
    });
    return at == parameters.end() ? nullptr : &*at;
}

/// What is missing in a list of valid parameters, in the order of their keys; RFC 9460 sections
/// 2.2, 7.1.1 and 8.
std::optional<std::string>
FindFault(const std::vector<SvcParameter>& parameters)
{
    const auto isLess = [](const auto& a, const auto& b) { return a.key < b.key; };
    const auto isNotLess = [&isLess](const auto& a, const auto& b) { return !isLess(a, b); };
    if (std::adjacent_find(parameters.begin(), parameters.end(), isNotLess) != parameters.end())
    {
        return "each key once, and in ascending order on the wire";
    }
    const bool hasAlpn = Find(parameters, SvcKey::ALPN) != nullptr;
    if (!hasAlpn && Find(parameters, SvcKey::NO_DEFAULT_ALPN) != nullptr)
    {
        return "alpn beside no-default-alpn";
    }
    const auto* const mandatory = Find(parameters, SvcKey::MANDATORY);
    for (const auto key :
         mandatory != nullptr ? GetMandatoryKeys(*mandatory) : std::vector<SvcKey>())
    {
        if (key == SvcKey::MANDATORY)
        {
            return "other keys than mandatory itself in mandatory";
        }
        if (Find(parameters, key) == nullptr)
        {
            return ToString(key) + ", which mandatory names, among the parameters";
        }
    }
    return std::nullopt;
}

SvcParameter
ReadParameter(MessageReader& reader)
{
    SvcParameter parameter;
    parameter.key = SvcKey{reader.ReadU16()};
    parameter.value = reader.Read(reader.ReadU16());
    if (reader.IsOk() && !parameter.IsValid())
    {
        reader.Fail(wire::ErrorKind::SYNTAX, "expected a value of " + dns::ToString(parameter.key));
    }
    return parameter;
}

} // namespace

/// RFC 9460 section 2.2: SvcPriority, TargetName, never compressed, and SvcParams to the end
ServiceBinding
ServiceBinding::Read(MessageReader& reader)
{
    ServiceBinding binding;
    binding.priority = reader.ReadU16();
    binding.target = reader.ReadName();
    while (reader.IsOk() && reader.GetRemaining() > 0)
    {
        binding.parameters.push_back(ReadParameter(reader));
    }
    if (const auto fault = FindFault(binding.parameters))
    {
        reader.Fail(wire::ErrorKind::SYNTAX, "expected " + *fault);
    }
    return binding;
}

void
ServiceBinding::Write(MessageWriter& writer) const
{
    writer.WriteU16(priority);
    writer.WritePlainName(target);
    for (const auto& [key, value] : parameters)
    {
        writer.WriteU16(static_cast<std::uint16_t>(key));
        writer.WriteU16(static_cast<std::uint16_t>(value.size()));
        writer.Write(value);
    }
}

/// RFC 9460 section 2.1: SvcPriority TargetName *( SvcParam ), which may stand in any order
ServiceBinding
ServiceBinding::Parse(FieldReader& fields)
{
    ServiceBinding binding;
    binding.priority =
        fields.ReadU16("a priority from 0 (an alias) to 65535, then target and parameters");
    binding.target = fields.ReadName("the target's name, or '.' for this one");
    while (fields.IsOk() && !fields.Peek().empty())
    {
        binding.parameters.push_back(SvcParameter::Parse(fields));
    }
    std::sort(binding.parameters.begin(),
              binding.parameters.end(),
              [](const auto& a, const auto& b) { return a.key < b.key; });
    if (const auto fault = FindFault(binding.parameters))
    {
        fields.FailExpecting(*fault);
    }
    return binding;
}

std::string
ServiceBinding::ToString() const
{
    std::string text = std::to_string(priority) + ' ' + target.ToString();
    for (const auto& parameter : parameters)
    {
        text += ' ' + parameter.ToString();
    }
    return text;
}

} // namespace ns3::postroad::dns
