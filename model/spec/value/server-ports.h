/**
 * The ports at which the servers of a host listen, by its roles, and what is spoken there.
 */
#ifndef POSTROAD_SPEC_VALUE_SERVER_PORTS_H
#define POSTROAD_SPEC_VALUE_SERVER_PORTS_H

#include "postroad/spec/value/host-spec.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::scenario
{

/// A port that one of a host's roles serves.
struct ServerPort
{
    std::uint16_t number{0};
    bool isDatagram{false}; ///< UDP, not TCP
    HostRole role{HostRole::ROUTER};

    bool operator==(const ServerPort&) const = default;
};

/// All ports of a host, in order of its roles.
std::vector<ServerPort> FindServerPorts(const HostSpec& host);

/**
 * What a person who connects to a port and types lines speaks, as the record names it: "SMTP", or
 * "TCP" when nothing is known of it.
 * \param host what the port belongs to: the role that listens there says it; nullptr for a host
 * that is none of the scenario's \param port where none of its roles listens, it is taken for the
 * one whose port it usually is
 */
std::string_view FindTypedProtocol(const HostSpec* host, std::uint16_t port);

/// "25", or "53/udp"
std::string ToText(std::uint16_t number, bool isDatagram);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_SERVER_PORTS_H
