/**
 * Where the agents of a host are installed, and all that they may have to be told.
 */
#ifndef POSTROAD_SCENARIO_HOST_SITE_H
#define POSTROAD_SCENARIO_HOST_SITE_H

#include "postroad/scenario/host-agents.h"

#include <string>
#include <vector>

namespace ns3::postroad::scenario
{

/// One host while its agents are installed.
struct HostSite
{
    const Spec& spec;                     ///< the whole scenario
    const HostSpec& host;                 ///< the host
    const InstalledNetwork& network;      ///< that it is in
    const std::vector<ServedZone>& zones; ///< all zones of the scenario
    HostAgents& agents;                   ///< those that stand already, and those to come

    Ptr<Node> GetNode() const
    {
        return network.GetNode(host.name);
    }
};

/// The addresses of a host of the network, in text form, the one that it is known by first.
std::vector<std::string> GetAddressTexts(const InstalledNetwork& network, const std::string& host);

/// The first of them.
std::string GetAddressText(const InstalledNetwork& network, const std::string& host);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_HOST_SITE_H
