#include "postroad/topology/table-routing.h"

#include "ns3/ipv4-route.h"
#include "ns3/log.h"
#include "ns3/net-device.h"
#include "ns3/node.h"
#include "ns3/output-stream-wrapper.h"
#include "ns3/simulator.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <iomanip>
#include <sstream>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadTableRouting");
NS_OBJECT_ENSURE_REGISTERED(TableRouting);

namespace
{

/// ns-3's number for the interface of a host to itself.
constexpr uint32_t LOOPBACK_INTERFACE = 0;

} // namespace

TypeId
TableRouting::GetTypeId()
{
    static TypeId tid = TypeId("ns3::postroad::TableRouting")
                            .SetParent<Ipv4RoutingProtocol>()
                            .SetGroupName("Postroad")
                            .AddConstructor<TableRouting>();
    return tid;
}

void
TableRouting::SetTable(Ptr<RouteTable> table, HostIndex host, const Time& detectionDelay)
{
    NS_LOG_FUNCTION(this << host << detectionDelay);
    m_table = table;
    m_host = host;
    m_detectionDelay = detectionDelay;
}

void
TableRouting::SetPortState(std::uint16_t port, OperState state)
{
    NS_LOG_FUNCTION(this << port);
    if (state == OperState::DOWN)
    {
        m_shutPorts.insert(port);
    }
    else
    {
        m_shutPorts.erase(port);
    }
}

/// A later fragment has no port; without the first one it comes to nothing.
bool
TableRouting::IsShut(const Packet& packet, const Ipv4Header& header) const
{
    constexpr std::size_t PORTS = 4; // octets: from which port and to which, in TCP and in UDP
    std::array<std::uint8_t, PORTS> ports{};
    if (m_shutPorts.empty() || header.GetFragmentOffset() > 0 ||
        packet.CopyData(ports.data(), PORTS) < PORTS)
    {
        return false;
    }
    return m_shutPorts.contains(static_cast<std::uint16_t>(ports[2] << 8 | ports[3]));
}

Ptr<Ipv4Route>
TableRouting::RouteOutput(Ptr<Packet> packet,
                          const Ipv4Header& header,
                          Ptr<NetDevice> outputDevice,
                          Socket::SocketErrno& error)
{
    NS_LOG_FUNCTION(this << packet << header.GetDestination() << outputDevice);
    const auto destination = header.GetDestination();
    auto route = destination.IsLocalhost() || m_table->IsOwn(m_host, destination)
                     ? MakeLoopbackRoute(destination)
                     : FindRoute(destination);
    if (route && outputDevice && route->GetOutputDevice() != outputDevice)
    {
        route = nullptr; // the socket is bound to a device that does not lead there
    }
    error = route ? Socket::ERROR_NOTERROR : Socket::ERROR_NOROUTETOHOST;
    return route;
}

bool
TableRouting::RouteInput(Ptr<const Packet> packet,
                         const Ipv4Header& header,
                         Ptr<const NetDevice> inputDevice,
#if POSTROAD_NS3_MINOR >= 39
                         const UnicastForwardCallback& forward,
                         const MulticastForwardCallback& /* forwardToMany */,
                         const LocalDeliverCallback& deliver,
                         const ErrorCallback& fail)
#else
                         UnicastForwardCallback forward,
                         MulticastForwardCallback /* forwardToMany */,
                         LocalDeliverCallback deliver,
                         ErrorCallback fail)
#endif
{
    NS_LOG_FUNCTION(this << packet << header.GetDestination() << inputDevice);
    const auto interface = m_ipv4->GetInterfaceForDevice(inputDevice);
    if (m_ipv4->IsDestinationAddress(header.GetDestination(), interface))
    {
        if (!IsShut(*packet, header))
        {
            deliver(packet, header, interface);
        }
        return true;
    }
    if (!m_ipv4->IsForwarding(interface))
    {
        fail(packet, header, Socket::ERROR_NOROUTETOHOST);
        return true;
    }
    const auto route = FindRoute(header.GetDestination());
    if (!route)
    {
        return false; // Ipv4L3Protocol drops the packet and traces it as one without a route
    }
    forward(route, packet, header);
    return true;
}

void
TableRouting::NotifyInterfaceUp(uint32_t interface)
{
    NS_LOG_FUNCTION(this << interface);
    NoteState(interface, OperState::UP);
}

void
TableRouting::NotifyInterfaceDown(uint32_t interface)
{
    NS_LOG_FUNCTION(this << interface);
    NoteState(interface, OperState::DOWN);
}

/// Changes the routes, now or when the routers have found out.
void
TableRouting::NoteState(std::uint32_t interface, OperState state)
{
    if (m_detectionDelay.IsZero())
    {
        m_table->SetInterfaceState(m_host, interface, state);
        return;
    }
    Simulator::Schedule(m_detectionDelay, [table = m_table, host = m_host, interface, state] {
        table->SetInterfaceState(host, interface, state);
    });
}

void
TableRouting::NotifyAddAddress(uint32_t interface, Ipv4InterfaceAddress address)
{
    NS_LOG_FUNCTION(this << interface << address);
}

void
TableRouting::NotifyRemoveAddress(uint32_t interface, Ipv4InterfaceAddress address)
{
    NS_LOG_FUNCTION(this << interface << address);
}

void
TableRouting::SetIpv4(Ptr<Ipv4> ipv4)
{
    NS_LOG_FUNCTION(this << ipv4);
    m_ipv4 = ipv4;
}

void
TableRouting::PrintRoutingTable(Ptr<OutputStreamWrapper> stream, Time::Unit unit) const
{
    auto& out = *stream->GetStream();
    std::ostringstream text;
    text << "Node: " << m_ipv4->GetObject<Node>()->GetId()
         << ", Time: " << Simulator::Now().As(unit) << ", TableRouting of "
         << m_table->GetGraph().GetHost(m_host).name << "\n"
         << std::left << std::setw(16) << "Destination" << std::setw(16) << "Gateway"
         << std::setw(6) << "Iface"
         << "Host\n";
    for (HostIndex host = 0; host < m_table->GetGraph().CountHosts(); ++host)
    {
        PrintRoutesTo(host, text);
    }
    out << text.str() << "\n";
}

void
TableRouting::DoDispose()
{
    m_ipv4 = nullptr;
    m_table = nullptr;
    Ipv4RoutingProtocol::DoDispose();
}

Ptr<Ipv4Route>
TableRouting::FindRoute(Ipv4Address destination) const
{
    const auto hop = m_table->FindNextHop(m_host, destination);
    if (!hop)
    {
        return nullptr;
    }
    auto route = Create<Ipv4Route>();
    route->SetDestination(destination);
    route->SetSource(m_table->GetPlan().GetPrimary(m_host));
    route->SetGateway(hop->gateway);
    route->SetOutputDevice(m_ipv4->GetNetDevice(hop->interface));
    return route;
}

Ptr<Ipv4Route>
TableRouting::MakeLoopbackRoute(Ipv4Address destination) const
{
    auto route = Create<Ipv4Route>();
    route->SetDestination(destination);
    route->SetSource(destination);
    // Ipv4L3Protocol ends the process at a route without a gateway.
    route->SetGateway(Ipv4Address::GetLoopback());
    route->SetOutputDevice(m_ipv4->GetNetDevice(LOOPBACK_INTERFACE));
    return route;
}

void
TableRouting::PrintRoutesTo(HostIndex host, std::ostream& out) const
{
    for (const auto address : m_table->GetPlan().GetAddresses(host))
    {
        if (const auto hop = m_table->FindNextHop(m_host, address))
        {
            std::ostringstream destination;
            std::ostringstream gateway;
            destination << address;
            gateway << hop->gateway;
            out << std::setw(16) << destination.str() << std::setw(16) << gateway.str()
                << std::setw(6) << hop->interface << m_table->GetGraph().GetHost(host).name << "\n";
        }
    }
}

} // namespace ns3::postroad
