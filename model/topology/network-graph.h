/**
 * The network as a graph: hosts, links, and the shortest paths over them.
 *
 * A value without any ns-3 object in it: a scenario builds and checks one before anything is
 * simulated. A path is shortest by the sum of its links' delays, then by the number of links; among
 * equals, a host sends over the link that was added first. Only routers stand inside a path. Two
 * hosts may have several links between them, each with a name of its own. The graph is
 * Boost.Graph's, hidden in the .cc file.
 */
#ifndef POSTROAD_TOPOLOGY_NETWORK_GRAPH_H
#define POSTROAD_TOPOLOGY_NETWORK_GRAPH_H

#include "postroad/topology/network-elements.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ns3::postroad
{

/// The number of a host, counted from 0 in the order in which they were added.
using HostIndex = std::uint32_t;

/// The number of a link, counted from 0 in the order in which they were added.
using LinkIndex = std::uint32_t;

/// Stands for "no link leads there".
inline constexpr LinkIndex NO_LINK = std::numeric_limits<LinkIndex>::max();

/// Hosts and the links between them.
class NetworkGraph
{
  public:
    NetworkGraph();
    NetworkGraph(const NetworkGraph& other);
    NetworkGraph(NetworkGraph&& other) noexcept;
    NetworkGraph& operator=(NetworkGraph other) noexcept;
    ~NetworkGraph();

    /// Adds a host. Throws std::invalid_argument for a name that is taken or not well formed.
    HostIndex AddHost(NetworkHost host);

    /// Adds a link between two hosts that are there. Throws std::invalid_argument for an unknown
    /// host, a name that is taken, or a value out of its range.
    LinkIndex AddLink(NetworkLink link);

    /// The number of hosts, routers included.
    std::size_t CountHosts() const;

    /// The number of links.
    std::size_t CountLinks() const;

    /// The host of that number; throws std::out_of_range.
    const NetworkHost& GetHost(HostIndex host) const;

    /// The link of that number; throws std::out_of_range.
    const NetworkLink& GetLink(LinkIndex link) const;

    /// The number of the host of that name, if there is one.
    std::optional<HostIndex> FindHost(std::string_view name) const;

    /// The link of that name, if there is one.
    std::optional<LinkIndex> FindLink(std::string_view name) const;

    /// Gives a link another rate, delay, loss and queue, and so perhaps other shortest paths.
    /// Throws std::invalid_argument for a value out of its range.
    void ChangeLink(LinkIndex link, const NetworkLink& properties);

    /// The hosts at the two ends of a link: its a and its b.
    std::pair<HostIndex, HostIndex> GetEnds(LinkIndex link) const;

    /// The host at the other end of a link than this one.
    HostIndex GetPeer(LinkIndex link, HostIndex host) const;

    /// The links of a host, in the order in which they were added.
    const std::vector<LinkIndex>& GetLinks(HostIndex host) const;

    /// The number of links of a host.
    std::size_t GetDegree(HostIndex host) const;

    /// The hosts that no path leads to from this one, in their order.
    std::vector<HostIndex> FindUnreachable(HostIndex from) const;

    /// Whether a path leads from each host to each other; true for an empty graph.
    bool IsConnected() const;

    /// For each host the link over which it sends to the destination: NO_LINK for the destination
    /// itself and for the hosts that do not reach it. A link that is set in isCut is not used;
    /// isCut is empty or has an element for each link.
    std::vector<LinkIndex>
    FindNextLinks(HostIndex destination, const std::vector<bool>& isCut = {}) const;

    /// For each host the number of links on its way to the destination: 0 for the destination
    /// itself, none for the hosts that do not reach it.
    std::vector<std::optional<std::uint32_t>> CountSteps(HostIndex destination) const;

    /// The hosts on the way between two, both included; empty when there is no path.
    std::vector<HostIndex> FindPath(HostIndex from, HostIndex to) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace ns3::postroad

#endif // POSTROAD_TOPOLOGY_NETWORK_GRAPH_H
