#include "postroad/spec/check/spec-checks.h"
#include "postroad/spec/value/name-service.h"
#include "postroad/spec/value/nearest-name.h"
#include "postroad/spec/value/server-ports.h"
#include "postroad/text/ascii.h"
#include "postroad/topology/address-plan.h"
#include "postroad/topology/network-graph.h"

#include <cstdint>
#include <map>
#include <stdexcept>

namespace ns3::postroad::scenario
{

namespace
{

using enum HostRole;

std::string
PathOf(const HostSpec& host)
{
    return "hosts." + host.name.ToString();
}

/// No name and no address stands for two hosts.
void
CheckUnique(SpecChecks& checks)
{
    std::set<mail::DomainName> names;
    std::map<std::string, std::string> addresses;
    for (const auto& host : checks.GetSpec().hosts)
    {
        if (!names.insert(host.name).second)
        {
            checks.Fail(PathOf(host), "each host once", "a second " + Quote(host.name));
        }
        if (host.address.empty())
        {
            continue;
        }
        const auto [other, isNew] = addresses.emplace(host.address, host.name);
        if (!isNew)
        {
            checks.Fail(PathOf(host) + ".address",
                        "an address of its own",
                        Quote(host.address),
                        other->second + " has it already");
        }
    }
}

/// A role that needs others beside it has them.
void
CheckNeed(SpecChecks& checks, const HostSpec& host, const RoleDescriptor& row)
{
    const auto& anyOf = row.need.anyOf;
    std::vector<std::string> names;
    for (const auto role : anyOf)
    {
        if (host.Has(role))
        {
            return;
        }
        names.emplace_back(GetName(role));
    }
    if (!names.empty())
    {
        checks.Fail(PathOf(host) + ".roles",
                    ListNames(names) + " beside " + std::string(row.name),
                    names.size() > 1 ? "neither" : "none",
                    std::string(row.need.why));
    }
}

void
CheckRoles(SpecChecks& checks, const HostSpec& host)
{
    const auto path = PathOf(host) + ".roles";
    if (host.roles.empty())
    {
        checks.Fail(path, "at least one role", "none");
    }
    for (const auto role : host.roles)
    {
        const auto& row = GetDescriptor(role);
        if (row.isAlone && host.roles.size() > 1)
        {
            checks.Fail(path,
                        std::string(row.name) + " alone",
                        "other roles beside it",
                        "give the other roles to a host of their own");
        }
        CheckNeed(checks, host, row);
    }
}

/// Two servers at one port: of the two roles, the one with a port to be chosen gives way.
void
FailPort(SpecChecks& checks, const HostSpec& host, const ServerPort& one, const ServerPort& other)
{
    const bool isFixed = GetDescriptor(one.role).server.isPortFixed;
    const auto& mover = isFixed ? other : one;
    const auto& stayer = isFixed ? one : other;
    const std::string name(GetName(mover.role));
    const std::string otherName(GetName(stayer.role));
    if (GetDescriptor(mover.role).server.isPortFixed)
    {
        checks.Fail(PathOf(host) + ".roles",
                    "either " + name + " or " + otherName,
                    "both",
                    "both listen on port " + std::to_string(one.number) +
                        "; give one of the roles to a host of its own");
        return;
    }
    checks.Fail(PathOf(host) + "." + name + ".port",
                "a port of its own",
                std::to_string(one.number),
                "role " + otherName + " listens there already");
}

/// No two servers of a host listen on the same port.
void
CheckPorts(SpecChecks& checks, const HostSpec& host)
{
    std::map<std::uint16_t, ServerPort> taken;
    for (const auto& port : FindServerPorts(host))
    {
        if (port.isDatagram)
        {
            continue;
        }
        const auto [other, isNew] = taken.emplace(port.number, port);
        if (!isNew)
        {
            FailPort(checks, host, port, other->second);
        }
    }
}

/// A host that looks up names has somebody to ask.
void
CheckResolvers(SpecChecks& checks, const HostSpec& host)
{
    const auto path = PathOf(host) + ".resolver";
    for (const auto& name : host.resolvers)
    {
        const auto* const asked = checks.RequireHost(path, name);
        if (asked && !asked->Has(RESOLVER) && !asked->Has(DNS))
        {
            checks.Fail(path,
                        "a host with role resolver or dns",
                        Quote(name),
                        "add resolver to the roles of " + asked->name);
        }
    }
    if (host.resolvers.empty() && AsksForNames(host))
    {
        checks.FailNameService(path, "a name server to ask");
    }
}

/// Addresses that are given twice, or are those of no host.
void
CheckAddresses(SpecChecks& checks)
{
    NetworkGraph graph;
    for (const auto& host : checks.GetSpec().hosts)
    {
        try
        {
            graph.AddHost({host.name, host.Has(HostRole::ROUTER), host.address});
            const AddressPlan plan(graph);
        }
        catch (const std::invalid_argument& error)
        {
            checks.Fail("hosts." + host.name.ToString() + ".address",
                        "an address of its own, such as 192.0.2.25",
                        Quote(host.address),
                        error.what());
            return;
        }
    }
}

} // namespace

void
CheckHosts(SpecChecks& checks)
{
    if (checks.GetSpec().hosts.empty())
    {
        checks.Fail("hosts", "at least one host", "none");
    }
    CheckUnique(checks);
    if (checks.GetFaults().IsEmpty())
    {
        CheckAddresses(checks);
    }
    if (const auto& root = checks.GetSpec().rootServer; !root.IsEmpty())
    {
        checks.RequireHost("hosts." + root.ToString() + ".roles", root, DNS);
    }
    for (const auto& host : checks.GetSpec().hosts)
    {
        CheckRoles(checks, host);
        CheckPorts(checks, host);
        CheckResolvers(checks, host);
    }
}

} // namespace ns3::postroad::scenario
