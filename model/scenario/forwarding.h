/**
 * A port of this machine that leads to a server of the simulated network, as the command line says
 * it: "2525=mx.b.net:25", "5353/udp=ns.b.net:53"; and a port of a simulated host that a server of
 * this machine serves: "mail.real.example:25=127.0.0.1:10025".
 */
#ifndef POSTROAD_SCENARIO_FORWARDING_H
#define POSTROAD_SCENARIO_FORWARDING_H

#include "postroad/spec/value/spec.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace ns3::postroad::scenario
{

/// One such port.
struct Forwarding
{
    std::string address{"127.0.0.1"}; ///< of this machine
    std::uint16_t port{0};            ///< of this machine; 0 for any that is free
    bool isDatagram{false};           ///< UDP, not TCP
    std::string host;                 ///< the simulated host
    std::uint16_t hostPort{0};        ///< the port of its server

    bool operator==(const Forwarding&) const = default;
};

/// Where this machine has a forwarding: "127.0.0.1:2525", "[::1]:5353/udp".
std::string NameLocal(const Forwarding& forwarding);

/**
 * Reads a forwarding into the network: [address ":"] port ["/udp"] "=" host ":" port
 * \param text what the user wrote behind --listen
 * \param spec tells which hosts there are
 * \param allowsRemote whether other addresses than those of the loopback may be used
 * \throws ConfigError for what is no forwarding, an unknown host, a port that is none, or an
 *         address that other machines reach
 */
Forwarding ParseForwarding(std::string_view text, const Spec& spec, bool allowsRemote);

/**
 * Reads a forwarding out of the network: host [":" port] "=" address ":" port; the simulated port
 * is SMTP's where none is named.
 * \param text what the user wrote behind --attach
 * \param spec tells which hosts there are
 * \param allowsRemote whether other addresses than those of the loopback may be used
 * \throws ConfigError as ParseForwarding() does
 */
Forwarding ParseAttachment(std::string_view text, const Spec& spec, bool allowsRemote);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_FORWARDING_H
