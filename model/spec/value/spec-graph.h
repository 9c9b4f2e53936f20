/**
 * The network of a scenario as the graph that topology/ installs, and the addresses in it.
 */
#ifndef POSTROAD_SPEC_VALUE_SPEC_GRAPH_H
#define POSTROAD_SPEC_VALUE_SPEC_GRAPH_H

#include "postroad/spec/value/spec.h"
#include "postroad/topology/network-graph.h"

#include <map>
#include <string>
#include <vector>

namespace ns3::postroad::scenario
{

/// Hosts and links in the order of the file. Throws std::invalid_argument for what the graph
/// refuses.
NetworkGraph MakeGraph(const Spec& spec);

/// The addresses that each host gets, in text form; the one that it is known by first. Throws
/// std::invalid_argument for what the graph or the plan refuses.
std::map<mail::DomainName, std::vector<std::string>> PlanAddresses(const Spec& spec);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_SPEC_GRAPH_H
