/**
 * The routes of a whole network, in one table that all its hosts share.
 *
 * A row holds, for one destination host, the link over which each host sends to it. Rows are
 * computed from the graph's shortest paths when they are first asked for, and anew after an
 * interface went down or up: hosts never disagree. The spreading of news by a routing protocol is
 * not modelled.
 */
#ifndef POSTROAD_TOPOLOGY_ROUTE_TABLE_H
#define POSTROAD_TOPOLOGY_ROUTE_TABLE_H

#include "postroad/topology/address-plan.h"
#include "postroad/topology/network-graph.h"
#include "postroad/topology/oper-state.h"

#include "ns3/ipv4-address.h"
#include "ns3/simple-ref-count.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace ns3::postroad
{

/// Where a host sends a packet next.
struct NextHop
{
    std::uint32_t interface {
        0
    };                                          ///< the host's interface
    Ipv4Address gateway{Ipv4Address::GetAny()}; ///< the neighbour's address on that link
};

/// One for each network.
class RouteTable : public SimpleRefCount<RouteTable>
{
  public:
    RouteTable(NetworkGraph graph, AddressPlan plan);

    /// The network as it is when nothing is down.
    const NetworkGraph& GetGraph() const;

    /// The addresses of that network.
    const AddressPlan& GetPlan() const;

    /// Whether an address is one of this host's own.
    bool IsOwn(HostIndex host, Ipv4Address address) const;

    /// The next hop from a host towards an address; none for the host's own addresses, for those of
    /// nobody and when no path is left.
    std::optional<NextHop> FindNextHop(HostIndex from, Ipv4Address to);

    /// Notes that an interface of a host went down or up. A link with an end down is not used.
    void SetInterfaceState(HostIndex host, std::uint32_t interface, OperState state);

    /// Notes that a link has other properties, a delay perhaps.
    void ChangeLink(LinkIndex link, const NetworkLink& properties);

  private:
    const std::vector<LinkIndex>& GetRow(HostIndex destination);

    NetworkGraph m_graph;
    AddressPlan m_plan;
    std::vector<std::array<bool, 2>> m_isDown;  // the two ends, by link
    std::vector<std::vector<LinkIndex>> m_rows; // by destination; empty: not computed
};

} // namespace ns3::postroad

#endif // POSTROAD_TOPOLOGY_ROUTE_TABLE_H
