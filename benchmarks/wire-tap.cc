#include "wire-tap.h"

#include "ns3/ipv4-l3-protocol.h"
#include "ns3/node-list.h"
#include "ns3/node.h"
#include "ns3/simulator.h"
#include "ns3/tcp-header.h"
#include "ns3/tcp-l4-protocol.h"
#include "ns3/udp-header.h"
#include "ns3/udp-l4-protocol.h"

#include <cstdint>

namespace ns3::postroad::bench
{

WireTap::WireTap()
{
    for (auto node = NodeList::Begin(); node != NodeList::End(); ++node)
    {
        (*node)->GetObject<Ipv4L3Protocol>()->TraceConnectWithoutContext(
            "Tx",
            MakeCallback(&WireTap::OnTransmit, this));
    }
}

void
WireTap::OnTransmit(Ptr<const Packet> packet, Ptr<Ipv4> /*ipv4*/, std::uint32_t /*interface*/)
{
    ++m_traffic.packets;
    m_traffic.octets += packet->GetSize();
    const auto payload = packet->Copy();
    Ipv4Header ip;
    payload->RemoveHeader(ip);
    if (ip.GetProtocol() == TcpL4Protocol::PROT_NUMBER)
    {
        ReadSegment(ip, payload);
    }
    else if (ip.GetProtocol() == UdpL4Protocol::PROT_NUMBER)
    {
        ReadDatagram(ip, payload);
    }
}

void
WireTap::ReadSegment(const Ipv4Header& ip, Ptr<Packet> segment)
{
    TcpHeader tcp;
    segment->RemoveHeader(tcp);
    const WireEnd from{ip.GetSource(), tcp.GetSourcePort()};
    const WireEnd to{ip.GetDestination(), tcp.GetDestinationPort()};
    if (tcp.GetFlags() == TcpHeader::SYN)
    {
        m_connections[{from, to}] = Begin({from, to}, false);
    }
    if (segment->GetSize() > 0)
    {
        const auto asClient = m_connections.find({from, to});
        const bool isClients = asClient != m_connections.end();
        AddOctets(isClients ? asClient->second : m_connections.at({to, from}),
                  isClients,
                  segment->GetSize());
    }
}

void
WireTap::ReadDatagram(const Ipv4Header& ip, Ptr<Packet> datagram)
{
    UdpHeader udp;
    datagram->RemoveHeader(udp);
    const WireEnd from{ip.GetSource(), udp.GetSourcePort()};
    const WireEnd to{ip.GetDestination(), udp.GetDestinationPort()};
    auto& asked = m_unanswered[{to, from}];
    const bool isAnswer = !asked.empty();
    const auto exchange = isAnswer ? asked.front() : Begin({from, to}, true);
    AddOctets(exchange, !isAnswer, datagram->GetSize());
    if (isAnswer)
    {
        asked.pop_front();
    }
    else
    {
        m_unanswered[{from, to}].push_back(exchange);
    }
}

std::size_t
WireTap::Begin(const Flow& flow, bool isDatagram)
{
    m_exchanges.push_back({Simulator::Now(), isDatagram, flow.first, flow.second, {}});
    return m_exchanges.size() - 1;
}

void
WireTap::AddOctets(std::size_t exchange, bool isClients, std::uint32_t octets)
{
    auto& turns = m_exchanges[exchange].turns;
    if (turns.empty() || turns.back().isClients != isClients)
    {
        turns.push_back({isClients, 0});
    }
    turns.back().octets += octets;
}

} // namespace ns3::postroad::bench
