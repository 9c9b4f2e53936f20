/**
 * The agents of the name service on one host of a scenario: its zones given to its name server, its
 * clients and the root told to its resolver.
 */
#ifndef POSTROAD_SCENARIO_NAME_AGENTS_H
#define POSTROAD_SCENARIO_NAME_AGENTS_H

#include "postroad/app/dns-server.h"
#include "postroad/app/recursive-resolver.h"
#include "postroad/spec/value/derived-zone.h"
#include "postroad/spec/value/spec.h"
#include "postroad/topology/installed-network.h"

#include <string>
#include <vector>

namespace ns3::postroad::scenario
{

/// The addresses of a host of the network, in text form, the one that it is known by first.
std::vector<std::string> GetAddressTexts(const InstalledNetwork& network, const std::string& host);

/// Installs a name server that serves those of the zones that name the host.
Ptr<DnsServer> InstallDnsServer(const HostSpec& host,
                                const InstalledNetwork& network,
                                const std::vector<ServedZone>& zones);

/// Installs a recursive resolver, for the hosts that name it as theirs and for `resolve-for`.
Ptr<RecursiveResolver>
InstallResolver(const Spec& spec, const HostSpec& host, const InstalledNetwork& network);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_NAME_AGENTS_H
