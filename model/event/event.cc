#include "postroad/event/event.h"

#include <algorithm>
#include <charconv>

namespace ns3::postroad::event
{

namespace
{

/// An end that has got neither address nor port.
constexpr std::string_view UNBOUND = ":0";

} // namespace

void
AppendText(std::string& out, const Endpoint& endpoint)
{
    const bool hasColons = endpoint.address.find(':') != std::string::npos;
    out += hasColons ? "[" : "";
    out += endpoint.address;
    out += hasColons ? "]:" : ":";
    char digits[8];
    const auto [end, error] = std::to_chars(digits, digits + sizeof(digits), endpoint.port);
    out.append(digits, end);
}

std::string
Serialize(const Endpoint& endpoint)
{
    std::string text;
    AppendText(text, endpoint);
    return text;
}

// endpoint = ( IPv4-address / "[" IPv6-address "]" ) ":" port
std::optional<Endpoint>
ParseEndpoint(std::string_view text)
{
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos)
    {
        return std::nullopt;
    }
    auto address = text.substr(0, colon);
    const auto port = text.substr(colon + 1);
    if (address.starts_with('[') && address.ends_with(']'))
    {
        address = address.substr(1, address.size() - 2);
    }
    Endpoint endpoint{std::string(address), 0};
    const auto [end, error] =
        std::from_chars(port.data(), port.data() + port.size(), endpoint.port);
    const bool isWhole = error == std::errc() && end == port.data() + port.size();
    const bool isNamed = !address.empty() || text == UNBOUND;
    return isWhole && isNamed ? std::optional(endpoint) : std::nullopt;
}

std::string_view
GetName(Role role)
{
    return role == Role::CLIENT ? "client" : "server";
}

std::optional<Role>
FindRole(std::string_view name)
{
    for (const auto role : {Role::CLIENT, Role::SERVER})
    {
        if (name == GetName(role))
        {
            return role;
        }
    }
    return std::nullopt;
}

const FieldValue*
Event::FindField(std::string_view name) const
{
    const auto field = std::find_if(fields.begin(), fields.end(), [name](const Field& candidate) {
        return candidate.first == name;
    });
    return field == fields.end() ? nullptr : &field->second;
}

std::string_view
Event::GetText(std::string_view name) const
{
    const auto* const value = FindField(name);
    const auto* const text = value ? std::get_if<std::string>(value) : nullptr;
    return text ? std::string_view(*text) : std::string_view();
}

std::int64_t
Event::GetNumber(std::string_view name) const
{
    const auto* const value = FindField(name);
    const auto* const number = value ? std::get_if<std::int64_t>(value) : nullptr;
    return number ? *number : 0;
}

std::vector<std::string>
Event::GetTexts(std::string_view name) const
{
    const auto* const value = FindField(name);
    if (const auto* const texts = value ? std::get_if<std::vector<std::string>>(value) : nullptr)
    {
        return *texts;
    }
    const auto* const text = value ? std::get_if<std::string>(value) : nullptr;
    return text ? std::vector{*text} : std::vector<std::string>();
}

std::optional<wire::TimePoint>
Event::GetTime(std::string_view name) const
{
    const auto* const value = FindField(name);
    const auto* const moment = value ? std::get_if<wire::TimePoint>(value) : nullptr;
    return moment ? std::optional(*moment) : std::nullopt;
}

} // namespace ns3::postroad::event
