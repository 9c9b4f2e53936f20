#include "postroad/spec/check/network-warnings.h"

#include "postroad/spec/value/name-service.h"
#include "postroad/spec/value/spec-graph.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace ns3::postroad::scenario
{

namespace
{

/// Two hosts and the number of links between them.
struct Path
{
    HostIndex from{0};
    HostIndex to{0};
    std::uint32_t links{0};
};

/// The longest path between hosts of which neither is a router.
Path
FindLongestPath(const NetworkGraph& graph)
{
    Path longest;
    std::set<HostIndex> seen; // the routers with a host whose paths are known
    for (HostIndex to = 0; to < graph.CountHosts(); ++to)
    {
        const auto& links = graph.GetLinks(to);
        const bool isLeaf = !graph.GetHost(to).isRouter && links.size() == 1;
        if (graph.GetHost(to).isRouter ||
            (isLeaf && !seen.insert(graph.GetPeer(links.front(), to)).second))
        {
            continue;
        }
        const auto steps = graph.CountSteps(to);
        for (HostIndex from = 0; from < graph.CountHosts(); ++from)
        {
            if (!graph.GetHost(from).isRouter && steps[from].value_or(0) > longest.links)
            {
                longest = {from, to, *steps[from]};
            }
        }
    }
    return longest;
}

std::optional<ConfigWarning>
FindTooLongPath(const Spec& spec)
{
    if (spec.FindHosts(HostRole::ROUTER).size() < LONGEST_PATH)
    {
        return std::nullopt;
    }
    const auto path = FindLongestPath(MakeGraph(spec));
    if (path.links <= LONGEST_PATH)
    {
        return std::nullopt;
    }
    const auto field = "hosts." + spec.hosts[path.from].name.ToString();
    return ConfigWarning{spec.places.Find(field),
                         field,
                         "its packets to " + spec.hosts[path.to].name.ToString() +
                             " never arrive: " + std::to_string(path.links - 1) +
                             " routers stand on the way, and a packet passes " +
                             std::to_string(LONGEST_PATH - 1) +
                             " (its time to live is 64); add a link that shortens the way"};
}

std::string
DescribeNameServer(const std::string& name)
{
    return name +
           " is a name server: it answers for its own zones alone; name a host with role "
           "resolver, or add resolver to the roles of " +
           name;
}

/// Whom a resolver or a name server is told to ask, which does neither.
std::optional<ConfigWarning>
FindIdleResolver(const Spec& spec, const HostSpec& host)
{
    const auto field = "hosts." + host.name.ToString() + ".resolver";
    if (host.Has(HostRole::RESOLVER) && !host.resolvers.empty() && !AsksForNames(host))
    {
        return ConfigWarning{spec.places.Find(field),
                             field,
                             "a resolver asks the name servers itself, from the root on, and never "
                             "asks " +
                                 host.resolvers.front().ToString() + "; leave it out"};
    }
    for (const auto& name : host.resolvers)
    {
        const auto* const asked = spec.FindHost(name);
        if (!asked->Has(HostRole::RESOLVER) && name != spec.rootServer && AsksForNames(host))
        {
            return ConfigWarning{spec.places.Find(field), field, DescribeNameServer(name)};
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<ConfigWarning>
FindNetworkWarnings(const Spec& spec)
{
    std::vector<ConfigWarning> warnings;
    for (const auto& host : spec.hosts)
    {
        if (auto warning = FindIdleResolver(spec, host))
        {
            warnings.push_back(std::move(*warning));
        }
    }
    if (auto warning = FindTooLongPath(spec))
    {
        warnings.push_back(std::move(*warning));
    }
    return warnings;
}

} // namespace ns3::postroad::scenario
