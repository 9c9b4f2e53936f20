/**
 * The agents of the name service on one host of a scenario: its zones given to its name server, its
 * clients and the root told to its resolver.
 */
#ifndef POSTROAD_SCENARIO_NAME_AGENTS_H
#define POSTROAD_SCENARIO_NAME_AGENTS_H

#include "postroad/scenario/host-site.h"

namespace ns3::postroad::scenario
{

/// Installs a name server that serves those of the zones that name the host.
void InstallDnsServer(HostSite& site);

/// Installs a recursive resolver, for the hosts that name it as theirs and for `resolve-for`.
void InstallResolver(HostSite& site);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_NAME_AGENTS_H
