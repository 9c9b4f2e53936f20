#include "postroad/spec/value/server-ports.h"

#include <cstdint>
#include <optional>

namespace ns3::postroad::scenario
{

namespace
{

/// As the record names what no role is known to speak.
constexpr std::string_view UNKNOWN_PROTOCOL = "TCP";

/// What is spoken at a TCP port of a host, if one of its roles listens there.
std::optional<std::string_view>
FindServed(const HostSpec& host, std::uint16_t port)
{
    for (const auto role : host.roles)
    {
        const auto& server = GetDescriptor(role).server;
        if (server.findPort && server.findPort(host) == port)
        {
            return server.speaksLines ? server.protocol : UNKNOWN_PROTOCOL;
        }
    }
    return std::nullopt;
}

/// A host that is everything, with the ports that its servers have unless they are told otherwise.
HostSpec
MakeUsualHost()
{
    HostSpec host;
    for (const auto& row : GetRoles())
    {
        host.roles.insert(row.role);
    }
    return host;
}

} // namespace

std::vector<ServerPort>
FindServerPorts(const HostSpec& host)
{
    std::vector<ServerPort> ports;
    for (const auto role : host.roles)
    {
        const auto& server = GetDescriptor(role).server;
        if (!server.findPort)
        {
            continue;
        }
        ports.push_back({server.findPort(host), false, role});
        if (server.takesDatagrams)
        {
            ports.push_back({server.findPort(host), true, role});
        }
    }
    return ports;
}

std::string_view
FindTypedProtocol(const HostSpec* host, std::uint16_t port)
{
    const auto served = host ? FindServed(*host, port) : std::nullopt;
    return served ? *served : FindServed(MakeUsualHost(), port).value_or(UNKNOWN_PROTOCOL);
}

std::string
ToText(std::uint16_t number, bool isDatagram)
{
    return std::to_string(number) + (isDatagram ? "/udp" : "");
}

} // namespace ns3::postroad::scenario
