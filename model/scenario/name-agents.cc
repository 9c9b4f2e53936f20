#include "postroad/scenario/name-agents.h"

#include "postroad/helper/agent-helper.h"

#include <algorithm>
#include <stdexcept>

namespace ns3::postroad::scenario
{

namespace
{

/// Where a resolver begins (RFC 1034 section 5.3.1); none without a root server.
std::vector<dns::Record>
MakeHints(const Spec& spec, const InstalledNetwork& network)
{
    if (spec.rootServer.IsEmpty())
    {
        return {};
    }
    const auto address = GetAddressText(network, spec.rootServer);
    const dns::RecordDefaults defaults{{}, DELEGATION_TTL};
    return {dns::Record::Parse(". NS " + spec.rootServer.ToString() + ".", defaults).GetValue(),
            dns::Record::Parse(spec.rootServer.ToString() + ". A " + address, defaults).GetValue()};
}

bool
Names(const std::vector<mail::DomainName>& names, const mail::DomainName& host)
{
    return std::find(names.begin(), names.end(), host) != names.end();
}

} // namespace

void
InstallDnsServer(HostSite& site)
{
    const auto server = DnsServerHelper().InstallAgent(site.GetNode());
    for (const auto& [zone, servers] : site.zones)
    {
        if (!Names(servers, site.host.name))
        {
            continue;
        }
        if (const auto error = server->GetAuthority().AddZone(zone))
        {
            throw std::logic_error("a checked scenario has a zone twice: " + error->reason);
        }
    }
    site.agents.Add(server);
}

void
InstallResolver(HostSite& site)
{
    const auto resolver = RecursiveResolverHelper().InstallAgent(site.GetNode());
    resolver->SetHints(MakeHints(site.spec, site.network));
    for (const auto& client : site.host.resolveFor)
    {
        resolver->AddClient(client);
    }
    for (const auto& each : site.spec.hosts)
    {
        if (Names(each.resolvers, site.host.name))
        {
            const auto address = GetAddressText(site.network, each.name);
            resolver->AddClient(*policy::ParseClientNetwork(address));
        }
    }
    site.agents.Add(resolver);
}

} // namespace ns3::postroad::scenario
