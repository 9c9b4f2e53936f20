/**
 * Which address stands where: a /30 of a base prefix for each link, in the links' order, and the
 * addresses that the scenario itself gives to hosts.
 *
 * A host's primary address is the one that names it in the DNS and that its packets come from: the
 * given one, else that of its first link. A given address may come from anywhere, also from within
 * the base prefix: the plan steps around it. The whole plan is a pure function of the graph, so a
 * scenario can write its zones before the network stands. IPv4 only.
 */
#ifndef POSTROAD_TOPOLOGY_ADDRESS_PLAN_H
#define POSTROAD_TOPOLOGY_ADDRESS_PLAN_H

#include "postroad/topology/network-graph.h"

#include "ns3/ipv4-address.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ns3::postroad
{

/// One end of a link: the interface of a host.
struct LinkEnd
{
    HostIndex host{0}; ///< the host
    std::uint32_t interface {
        0
    };                                          ///< ns-3's number: its n-th link is n, from 1
    Ipv4Address address{Ipv4Address::GetAny()}; ///< the address on the link
};

/// The addresses of all interfaces of a network.
class AddressPlan
{
  public:
    /// The length of each link's prefix.
    static constexpr int LINK_PREFIX_LENGTH = 30;

    /// Plans the addresses of a graph. Throws std::invalid_argument when the prefix or a given
    /// address is not well formed or not of a host, one is given twice, or the prefix is too small.
    explicit AddressPlan(const NetworkGraph& graph, std::string_view prefix = "10.0.0.0/8");

    /// The address that a host is known by.
    Ipv4Address GetPrimary(HostIndex host) const;

    /// Whether the primary address is on its own, not that of a link.
    bool IsApart(HostIndex host) const;

    /// All addresses of a host, the primary one first, then by interface.
    const std::vector<Ipv4Address>& GetAddresses(HostIndex host) const;

    /// The two ends of a link: its a and its b.
    const std::array<LinkEnd, 2>& GetEnds(LinkIndex link) const;

    /// The host that has an address, if one does.
    std::optional<HostIndex> FindOwner(Ipv4Address address) const;

  private:
    void TakeGivenAddresses(const NetworkGraph& graph);
    void TakeLinkAddresses(const NetworkGraph& graph, std::string_view prefix);
    void Own(HostIndex host, Ipv4Address address);

    std::vector<std::vector<Ipv4Address>> m_addresses;     // by host
    std::vector<bool> m_isApart;                           // by host
    std::vector<std::array<LinkEnd, 2>> m_ends;            // by link
    std::unordered_map<std::uint32_t, HostIndex> m_owners; // for look-up, never iterated
};

} // namespace ns3::postroad

#endif // POSTROAD_TOPOLOGY_ADDRESS_PLAN_H
