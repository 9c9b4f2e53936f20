#include "postroad/spec/value/spec-graph.h"

#include "postroad/net/socket-address.h"
#include "postroad/topology/address-plan.h"

#include "ns3/inet-socket-address.h"

#include <utility>

namespace ns3::postroad::scenario
{

NetworkGraph
MakeGraph(const Spec& spec)
{
    NetworkGraph graph;
    for (const auto& host : spec.hosts)
    {
        graph.AddHost({host.name, host.Has(HostRole::ROUTER), host.address});
    }
    for (const auto& each : spec.links)
    {
        NetworkLink link;
        link.a = each.ends[0];
        link.b = each.ends[1];
        link.rateBps = each.bitsPerSecond;
        link.delay = each.delay;
        link.loss = each.loss;
        link.queuePackets = each.queuePackets;
        link.name = each.name;
        graph.AddLink(std::move(link));
    }
    return graph;
}

std::map<mail::DomainName, std::vector<std::string>>
PlanAddresses(const Spec& spec)
{
    const AddressPlan plan(MakeGraph(spec));
    std::map<mail::DomainName, std::vector<std::string>> addresses;
    for (HostIndex i = 0; i < spec.hosts.size(); ++i)
    {
        auto& texts = addresses[spec.hosts[i].name];
        for (const auto& address : plan.GetAddresses(i))
        {
            texts.push_back(ToEndpoint(InetSocketAddress(address, 0)).address);
        }
    }
    return addresses;
}

} // namespace ns3::postroad::scenario
