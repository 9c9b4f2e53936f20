#include "postroad/scenario/name-agents.h"

#include "postroad/helper/agent-helper.h"
#include "postroad/net/socket-address.h"

#include "ns3/inet-socket-address.h"

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
    if (spec.rootServer.empty())
    {
        return {};
    }
    const auto address = GetAddressTexts(network, spec.rootServer).front();
    const dns::RecordDefaults defaults{{}, DELEGATION_TTL};
    return {dns::Record::Parse(". NS " + spec.rootServer + ".", defaults).GetValue(),
            dns::Record::Parse(spec.rootServer + ". A " + address, defaults).GetValue()};
}

bool
Names(const std::vector<std::string>& names, const std::string& host)
{
    return std::find(names.begin(), names.end(), host) != names.end();
}

} // namespace

std::vector<std::string>
GetAddressTexts(const InstalledNetwork& network, const std::string& host)
{
    std::vector<std::string> texts;
    for (const auto& address : network.GetPlan().GetAddresses(*network.GetGraph().FindHost(host)))
    {
        texts.push_back(ToEndpoint(InetSocketAddress(address, 0)).address);
    }
    return texts;
}

Ptr<DnsServer>
InstallDnsServer(const HostSpec& host,
                 const InstalledNetwork& network,
                 const std::vector<ServedZone>& zones)
{
    const auto server = DnsServerHelper().InstallAgent(network.GetNode(host.name));
    for (const auto& [zone, servers] : zones)
    {
        if (!Names(servers, host.name))
        {
            continue;
        }
        if (const auto error = server->GetAuthority().AddZone(zone))
        {
            throw std::logic_error("a checked scenario has a zone twice: " + error->reason);
        }
    }
    return server;
}

Ptr<RecursiveResolver>
InstallResolver(const Spec& spec, const HostSpec& host, const InstalledNetwork& network)
{
    const auto resolver = RecursiveResolverHelper().InstallAgent(network.GetNode(host.name));
    resolver->SetHints(MakeHints(spec, network));
    for (const auto& client : host.resolveFor)
    {
        resolver->AddClient(client);
    }
    for (const auto& each : spec.hosts)
    {
        if (Names(each.resolvers, host.name))
        {
            const auto address = GetAddressTexts(network, each.name).front();
            resolver->AddClient(*policy::ParseClientNetwork(address));
        }
    }
    return resolver;
}

} // namespace ns3::postroad::scenario
