#include "postroad/scenario/served-ports.h"

#include "postroad/spec/value/config-error.h"
#include "postroad/spec/value/server-ports.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

constexpr auto LISTEN = "--listen";
constexpr auto ATTACH = "--attach";

[[noreturn]] void
Refuse(const char* option, std::string expected, std::string came, std::string advice)
{
    ConfigFault fault;
    fault.field = option;
    fault.expected = std::move(expected);
    fault.came = std::move(came);
    fault.advice = std::move(advice);
    throw ConfigError(std::move(fault));
}

std::string
NameRemote(const Forwarding& forwarding)
{
    return forwarding.host + " port " + ToText(forwarding.hostPort, forwarding.isDatagram);
}

void
RequireNoneTwice(const char* option, const std::vector<std::string>& names)
{
    std::set<std::string> seen;
    for (const auto& name : names)
    {
        if (!seen.insert(name).second)
        {
            Refuse(option, "each port once", name + " twice", "give each another port");
        }
    }
}

/// A real server takes the place of a simulated one by its TCP port alone.
void
RequireStreams(const Forwarding& attached, const Spec& spec)
{
    for (const auto& port : FindServerPorts(*spec.FindHost(attached.host)))
    {
        if (port.isDatagram && port.number == attached.hostPort)
        {
            Refuse(ATTACH,
                   "a port that is TCP's alone",
                   NameRemote(attached) + ", which its role " + std::string(GetName(port.role)) +
                       " serves over UDP too",
                   "take the role from the host");
        }
    }
}

bool
IsAttached(const ServedPorts& ports, const Forwarding& forwarding)
{
    return !forwarding.isDatagram &&
           std::any_of(ports.attach.begin(), ports.attach.end(), [&](const auto& each) {
               return each.host == forwarding.host && each.hostPort == forwarding.hostPort;
           });
}

std::string
ListPorts(const std::vector<ServerPort>& ports)
{
    std::string list;
    for (const auto& port : ports)
    {
        list += list.empty() ? "" : ", ";
        list += ToText(port.number, port.isDatagram);
        list += " (";
        list += GetName(port.role);
        list += ')';
    }
    return list.empty() ? "it has no server at all" : "its servers are at " + list;
}

} // namespace

void
CheckServedPorts(const ServedPorts& ports, const Spec& spec)
{
    if (ports.listen.empty() && ports.attach.empty())
    {
        Refuse(LISTEN, "at least one port", "none", "such as --listen 2525=mail.b.net:25");
    }
    if (spec.FindHost(GATEWAY_HOST))
    {
        Refuse("hosts",
               "no host of the name of this machine",
               Quote(GATEWAY_HOST),
               "give the host another name");
    }
    std::vector<std::string> names;
    for (const auto& each : ports.listen)
    {
        if (each.port != 0)
        {
            names.push_back(NameLocal(each));
        }
    }
    RequireNoneTwice(LISTEN, names);
    names.clear();
    std::transform(ports.attach.begin(), ports.attach.end(), std::back_inserter(names), NameRemote);
    RequireNoneTwice(ATTACH, names);
    for (const auto& each : ports.attach)
    {
        RequireStreams(each, spec);
    }
}

void
ReplaceServers(const ServedPorts& ports, Spec& spec)
{
    for (auto& host : spec.hosts)
    {
        for (const auto& port : FindServerPorts(host))
        {
            if (IsAttached(ports, {{}, 0, port.isDatagram, host.name, port.number}))
            {
                host.roles.erase(port.role);
            }
        }
    }
}

std::vector<std::string>
WarnOfIdlePorts(const ServedPorts& ports, const Spec& spec)
{
    std::vector<std::string> warnings;
    for (const auto& each : ports.listen)
    {
        const auto open = FindServerPorts(*spec.FindHost(each.host));
        const bool isServed = std::any_of(open.begin(), open.end(), [&each](const auto& port) {
            return port.number == each.hostPort && port.isDatagram == each.isDatagram;
        });
        if (!isServed && !IsAttached(ports, each))
        {
            warnings.push_back("nothing listens at " + NameRemote(each) + ": " + ListPorts(open));
        }
    }
    return warnings;
}

} // namespace ns3::postroad::scenario
