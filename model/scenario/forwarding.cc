#include "postroad/scenario/forwarding.h"

#include "postroad/scenario/config-error.h"
#include "postroad/scenario/nearest-name.h"

#include <boost/asio/ip/address.hpp>

#include <charconv>
#include <limits>
#include <optional>
#include <vector>

namespace ns3::postroad::scenario
{

namespace
{

constexpr auto OPTION = "--listen";

[[noreturn]] void
Refuse(std::string expected,
       std::string_view came,
       std::string nearest = {},
       std::string advice = {})
{
    ConfigFault fault;
    fault.field = OPTION;
    fault.expected = std::move(expected);
    fault.came = Quote(came);
    fault.nearest = std::move(nearest);
    fault.advice = std::move(advice);
    throw ConfigError(std::move(fault));
}

/// port = 1*5DIGIT
std::uint16_t
ParsePort(std::string_view text, std::uint16_t least)
{
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc() || end != text.data() + text.size() || port < least)
    {
        Refuse("a port from " + std::to_string(least) + " to " +
                   std::to_string(std::numeric_limits<std::uint16_t>::max()),
               text);
    }
    return port;
}

void
RequireHost(const std::string& name, const Spec& spec)
{
    if (spec.FindHost(name))
    {
        return;
    }
    std::vector<std::string> names;
    for (const auto& host : spec.hosts)
    {
        names.push_back(host.name);
    }
    Refuse("a host of the scenario", name, FindNearestName(name, names));
}

void
RequireAddress(const std::string& text, bool allowsRemote)
{
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(text, error);
    if (error)
    {
        Refuse("an address of this machine", text);
    }
    if (!address.is_loopback() && !allowsRemote)
    {
        Refuse("an address of the loopback, such as 127.0.0.1",
               text,
               {},
               "--allow-remote opens the port to other machines");
    }
}

} // namespace

Forwarding
ParseForwarding(std::string_view text, const Spec& spec, bool allowsRemote)
{
    const auto equals = text.find('=');
    const auto colon = text.rfind(':');
    if (equals == std::string_view::npos || colon == std::string_view::npos || colon < equals)
    {
        Refuse("PORT=HOST:PORT, such as 2525=mail.b.net:25", text);
    }
    const auto local = text.substr(0, equals);
    const auto localColon = local.rfind(':');
    Forwarding forwarding;
    if (localColon != std::string_view::npos)
    {
        forwarding.address = local.substr(0, localColon);
    }
    forwarding.port = ParsePort(local.substr(localColon + 1), 0);
    forwarding.host = text.substr(equals + 1, colon - equals - 1);
    forwarding.hostPort = ParsePort(text.substr(colon + 1), 1);
    RequireAddress(forwarding.address, allowsRemote);
    RequireHost(forwarding.host, spec);
    return forwarding;
}

} // namespace ns3::postroad::scenario
