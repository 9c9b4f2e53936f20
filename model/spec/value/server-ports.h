/**
 * The ports at which the servers of a host listen, by its roles.
 */
#ifndef POSTROAD_SPEC_VALUE_SERVER_PORTS_H
#define POSTROAD_SPEC_VALUE_SERVER_PORTS_H

#include "postroad/spec/value/host-spec.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ns3::postroad::scenario
{

/// A port that one of a host's roles serves.
struct ServerPort
{
    std::uint16_t number{0};
    bool isDatagram{false}; ///< UDP, not TCP
    HostRole role{HostRole::ROUTER};
};

/// All ports of a host, in order of its roles.
std::vector<ServerPort> FindServerPorts(const HostSpec& host);

/// "25", or "53/udp"
std::string ToText(std::uint16_t number, bool isDatagram);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_SERVER_PORTS_H
