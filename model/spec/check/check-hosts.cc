#include "postroad/spec/check/spec-checks.h"
#include "postroad/spec/value/name-service.h"
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
    return "hosts." + host.name;
}

/// No name and no address stands for two hosts.
void
CheckUnique(SpecChecks& checks)
{
    std::set<std::string, text::LessIgnoringCase> names;
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

void
CheckRoles(SpecChecks& checks, const HostSpec& host)
{
    const auto path = PathOf(host) + ".roles";
    if (host.roles.empty())
    {
        checks.Fail(path, "at least one role", "none");
    }
    if (host.Has(ROUTER) && host.roles.size() > 1)
    {
        checks.Fail(path,
                    "router alone",
                    "other roles beside it",
                    "give the other roles to a host of their own");
    }
    if (host.Has(DNS) && host.Has(RESOLVER))
    {
        checks.Fail(path,
                    "either dns or resolver",
                    "both",
                    "both listen on port 53; give one of the roles to a host of its own");
    }
    if (host.Has(MDA) && !host.Has(MTA) && !host.Has(MSA))
    {
        checks.Fail(path,
                    "mta or msa beside mda",
                    "neither",
                    "an mda delivers what an mta or msa on the same host has taken; add mta");
    }
    if (host.Has(POP3) && !host.Has(MDA))
    {
        checks.Fail(path,
                    "mda beside pop3",
                    "none",
                    "pop3 shows the mailboxes that an mda on the same host fills; add mda");
    }
}

/// No two servers of a host listen on the same port.
void
CheckPorts(SpecChecks& checks, const HostSpec& host)
{
    std::map<std::uint16_t, HostRole> taken;
    for (const auto& [role, port] : {std::pair(MSA, host.msa.port),
                                     std::pair(MTA, host.mta.port),
                                     std::pair(POP3, host.pop3.port)})
    {
        if (!host.Has(role))
        {
            continue;
        }
        const auto [other, isNew] = taken.emplace(port, role);
        if (!isNew)
        {
            const std::string name(GetName(role));
            checks.Fail(PathOf(host) + "." + name + ".port",
                        "a port of its own",
                        std::to_string(port),
                        "role " + std::string(GetName(other->second)) + " listens there already");
        }
    }
}

void
CheckSmartHost(SpecChecks& checks, const HostSpec& host, HostRole role, const std::string& name)
{
    const auto path = PathOf(host) + "." + std::string(GetName(role)) + ".smart-host";
    if (name.empty())
    {
        return;
    }
    if (checks.RequireKnownHost(path, name, MTA) == &host)
    {
        checks.Fail(path, "another host", Quote(name), "mail would go round in a circle");
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
            checks.Fail("hosts." + host.name + ".address",
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
    if (const auto& root = checks.GetSpec().rootServer; !root.empty())
    {
        checks.RequireHost("hosts." + root + ".roles", root, DNS);
    }
    for (const auto& host : checks.GetSpec().hosts)
    {
        CheckRoles(checks, host);
        CheckPorts(checks, host);
        CheckSmartHost(checks, host, MSA, host.msa.smartHost);
        CheckSmartHost(checks, host, MTA, host.mta.smartHost);
        CheckResolvers(checks, host);
    }
}

} // namespace ns3::postroad::scenario
