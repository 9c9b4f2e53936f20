#include "postroad/wire/endpoint.h"

#include <charconv>

namespace ns3::postroad::wire
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

} // namespace ns3::postroad::wire
