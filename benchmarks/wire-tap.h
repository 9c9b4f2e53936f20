/**
 * Reads off the wire what was exchanged: who connected to whom and when, and how many octets then
 * went in which direction, in turns.
 *
 * It sits on every interface of a network and sees each IP packet when it is sent. What it has seen
 * in one run is the script of RawReplay, and what the replay is held against: the two runs must
 * have sent as many packets. It does not know packets that were sent again; there must be no loss.
 */
#ifndef POSTROAD_BENCHMARKS_WIRE_TAP_H
#define POSTROAD_BENCHMARKS_WIRE_TAP_H

#include "ns3/ipv4-address.h"
#include "ns3/ipv4-header.h"
#include "ns3/ipv4.h"
#include "ns3/nstime.h"
#include "ns3/packet.h"
#include "ns3/ptr.h"

#include <compare>
#include <cstdint>
#include <deque>
#include <map>
#include <utility>
#include <vector>

namespace ns3::postroad::bench
{

/// A run of octets in one direction.
struct Turn
{
    bool isClients{false};   ///< the client sends it
    std::uint32_t octets{0}; ///< without headers
};

/// An address and a port.
struct WireEnd
{
    Ipv4Address address;
    std::uint16_t port{0};

    bool operator<(const WireEnd& other) const
    {
        return std::pair(address.Get(), port) < std::pair(other.address.Get(), other.port);
    }
};

/// One TCP connection, or one UDP datagram and the answer to it.
struct Exchange
{
    Time start;              ///< when the client connects or asks
    bool isDatagram{false};  ///< UDP, not TCP
    WireEnd client;          ///< who does
    WireEnd server;          ///< whom it connects to or asks
    std::vector<Turn> turns; ///< in order
};

/// What went over the links in all.
struct Traffic
{
    std::uint64_t packets{0}; ///< IP packets
    std::uint64_t octets{0};  ///< with their headers, from IP's upwards
};

/// Listens to all nodes that are there when it is made, to the end of the simulation.
class WireTap
{
  public:
    WireTap();
    WireTap(const WireTap&) = delete;
    WireTap& operator=(const WireTap&) = delete;

    /// All exchanges so far, in the order in which they began.
    const std::vector<Exchange>& GetExchanges() const
    {
        return m_exchanges;
    }

    const Traffic& GetTraffic() const
    {
        return m_traffic;
    }

  private:
    using Flow = std::pair<WireEnd, WireEnd>; ///< from whom to whom

    void OnTransmit(Ptr<const Packet> packet, Ptr<Ipv4> ipv4, std::uint32_t interface);
    void ReadSegment(const Ipv4Header& ip, Ptr<Packet> segment);
    void ReadDatagram(const Ipv4Header& ip, Ptr<Packet> datagram);
    std::size_t Begin(const Flow& flow, bool isDatagram);
    void AddOctets(std::size_t exchange, bool isClients, std::uint32_t octets);

    std::vector<Exchange> m_exchanges;
    std::map<Flow, std::size_t> m_connections;            ///< the latest, by client and server
    std::map<Flow, std::deque<std::size_t>> m_unanswered; ///< questions, by client and server
    Traffic m_traffic;
};

} // namespace ns3::postroad::bench

#endif // POSTROAD_BENCHMARKS_WIRE_TAP_H
