/**
 * The nodes and edges of a NetworkGraph as plain values: what a host and a link are to the network,
 * whatever else a scenario says of them.
 *
 * Every link is a point-to-point link of two hosts with the same rate, delay and loss in both
 * directions. Shared media (Ethernet segments, radio) are not described.
 */
#ifndef POSTROAD_TOPOLOGY_NETWORK_ELEMENTS_H
#define POSTROAD_TOPOLOGY_NETWORK_ELEMENTS_H

#include "postroad/wire/time-point.h"

#include <cstdint>
#include <string>

namespace ns3::postroad
{

/// One machine on the network.
struct NetworkHost
{
    std::string name;     ///< "mail.a.net": letters, digits, '.', '-' and '_'
    bool isRouter{false}; ///< a router forwards packets of others, a host does not
    std::string address;  ///< its IPv4 address in dotted form; empty: that of its first link

    bool operator==(const NetworkHost&) const = default;
};

/// One link between two machines.
struct NetworkLink
{
    std::string a;                                      ///< the host at one end
    std::string b;                                      ///< the host at the other end
    std::uint64_t rateBps{10'000'000};                  ///< bits a second
    wire::Duration delay{std::chrono::milliseconds(5)}; ///< from one end to the other
    double loss{0.0};                                   ///< chance of a frame to be lost, 0 to 1
    std::uint32_t queuePackets{100};                    ///< waiting to be sent, at either end
    std::string name{}; ///< of its own; empty: its ends, "a.net--b.net"

    bool operator==(const NetworkLink&) const = default;
};

} // namespace ns3::postroad

#endif // POSTROAD_TOPOLOGY_NETWORK_ELEMENTS_H
