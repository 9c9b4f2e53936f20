/**
 * The network of a scenario as the graph that topology/ installs.
 */
#ifndef POSTROAD_SPEC_VALUE_SPEC_GRAPH_H
#define POSTROAD_SPEC_VALUE_SPEC_GRAPH_H

#include "postroad/spec/value/spec.h"
#include "postroad/topology/network-graph.h"

namespace ns3::postroad::scenario
{

/// Hosts and links in the order of the file. Throws std::invalid_argument for what the graph
/// refuses.
NetworkGraph MakeGraph(const Spec& spec);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_SPEC_GRAPH_H
