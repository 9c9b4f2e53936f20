/**
 * All ports at which a scenario that is served meets this machine, and what may be wrong with them
 * together.
 */
#ifndef POSTROAD_SCENARIO_SERVED_PORTS_H
#define POSTROAD_SCENARIO_SERVED_PORTS_H

#include "postroad/mail/addr-spec.h"
#include "postroad/scenario/forwarding.h"
#include "postroad/spec/value/spec.h"

#include <string>
#include <vector>

namespace ns3::postroad::scenario
{

/// The host that stands for this machine in the simulated network.
inline constexpr auto GATEWAY_HOST = "gateway";

/// What a scenario is joined to.
struct ServedPorts
{
    std::vector<Forwarding> listen;      ///< ports of this machine that lead into the network
    std::vector<Forwarding> attach;      ///< ports of simulated hosts that lead to this machine
    std::vector<mail::AddrSpec> users{}; ///< those whose programs of this machine may submit
};

/**
 * Checks ports whose parts are right.
 * \throws ConfigError when there is none, when a port is taken twice or a real server is to take
 *         the place of one that answers datagrams too, and when the scenario has a host of the
 *         gateway's name
 */
void CheckServedPorts(const ServedPorts& ports, const Spec& spec);

/// Takes from the hosts those roles whose ports a real server serves instead. \param ports checked
void ReplaceServers(const ServedPorts& ports, Spec& spec);

/// A line for each port of this machine that leads to where nothing listens.
std::vector<std::string> WarnOfIdlePorts(const ServedPorts& ports, const Spec& spec);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_SERVED_PORTS_H
