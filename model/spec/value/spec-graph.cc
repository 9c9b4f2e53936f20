#include "postroad/spec/value/spec-graph.h"

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

} // namespace ns3::postroad::scenario
