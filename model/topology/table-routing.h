/**
 * The routing of one host, read from the network's shared RouteTable.
 *
 * A look-up takes constant time, whatever the size of the network. Packets to 127.0.0.0/8 and to
 * the host's own addresses go over its loopback interface. Packets that the host sends come from
 * its primary address, whichever link they leave by. A host that is no router forwards nothing.
 * What comes to a port that is shut is dropped without a word, as by the filter of a host.
 * What is not modelled: multicast and broadcast (there is no route to them), ICMP errors.
 */
#ifndef POSTROAD_TOPOLOGY_TABLE_ROUTING_H
#define POSTROAD_TOPOLOGY_TABLE_ROUTING_H

#include "postroad/topology/route-table.h"

#include "ns3/ipv4-routing-protocol.h"
#include "ns3/ipv4.h"

#include <cstdint>
#include <set>

namespace ns3::postroad
{

/// An Ipv4RoutingProtocol over a table that was computed before.
class TableRouting : public Ipv4RoutingProtocol
{
  public:
    static TypeId GetTypeId();

    /// Says where to look up, which host of the table this one is, and how long after the state of
    /// an interface has changed the routes know of it.
    void SetTable(Ptr<RouteTable> table, HostIndex host, const Time& detectionDelay = Time(0));

    /// Shuts or opens a port of the host, of TCP and UDP.
    void SetPortState(std::uint16_t port, OperState state);

    Ptr<Ipv4Route> RouteOutput(Ptr<Packet> packet,
                               const Ipv4Header& header,
                               Ptr<NetDevice> outputDevice,
                               Socket::SocketErrno& error) override;

#if POSTROAD_NS3_MINOR >= 39
    bool RouteInput(Ptr<const Packet> packet,
                    const Ipv4Header& header,
                    Ptr<const NetDevice> inputDevice,
                    const UnicastForwardCallback& forward,
                    const MulticastForwardCallback& forwardToMany,
                    const LocalDeliverCallback& deliver,
                    const ErrorCallback& fail) override;
#else
    bool RouteInput(Ptr<const Packet> packet,
                    const Ipv4Header& header,
                    Ptr<const NetDevice> inputDevice,
                    UnicastForwardCallback forward,
                    MulticastForwardCallback forwardToMany,
                    LocalDeliverCallback deliver,
                    ErrorCallback fail) override;
#endif

    void NotifyInterfaceUp(uint32_t interface) override;
    void NotifyInterfaceDown(uint32_t interface) override;
    void NotifyAddAddress(uint32_t interface, Ipv4InterfaceAddress address) override;
    void NotifyRemoveAddress(uint32_t interface, Ipv4InterfaceAddress address) override;
    void SetIpv4(Ptr<Ipv4> ipv4) override;

    /// Prints a line for each address of each other host: destination, gateway, interface, host.
    void
    PrintRoutingTable(Ptr<OutputStreamWrapper> stream, Time::Unit unit = Time::S) const override;

  protected:
    void DoDispose() override;

  private:
    bool IsShut(const Packet& packet, const Ipv4Header& header) const;
    void NoteState(std::uint32_t interface, OperState state);
    Ptr<Ipv4Route> FindRoute(Ipv4Address destination) const;
    Ptr<Ipv4Route> MakeLoopbackRoute(Ipv4Address destination) const;
    void PrintRoutesTo(HostIndex host, std::ostream& out) const;

    Ptr<Ipv4> m_ipv4;
    Ptr<RouteTable> m_table;
    HostIndex m_host{0};
    Time m_detectionDelay;
    std::set<std::uint16_t> m_shutPorts;
};

} // namespace ns3::postroad

#endif // POSTROAD_TOPOLOGY_TABLE_ROUTING_H
