/**
 * The name service that a scenario gets for what it does not declare itself.
 *
 * With NameService::FULL, an Internet in small: a server of the root, one for each top-level domain
 * and one for each domain, and a recursive resolver in each domain whose hosts ask for names (RFC
 * 1034 section 2.3). With NameService::SINGLE, one name server, which serves everything from the
 * root on and which all hosts ask. What the scenario declares is taken in place of what would be
 * added: a host of the same name, a host with role dns or resolver in the domain, `name-server` and
 * `resolver`.
 */
#ifndef POSTROAD_SPEC_VALUE_NAME_SERVICE_H
#define POSTROAD_SPEC_VALUE_NAME_SERVICE_H

#include "postroad/spec/value/spec.h"

namespace ns3::postroad::scenario
{

/// The server of the root, in a full name service.
inline const mail::DomainName ROOT_SERVER("a.root-servers.net");

/// The domain of the names of IPv4 addresses (RFC 1035 section 3.5). The server of the root serves
/// it, as those did until 2011, unless the scenario declares it.
inline const mail::DomainName REVERSE_ZONE("in-addr.arpa");

/// How far the servers of root and top-level domains are from the middle of the network.
inline constexpr wire::Duration ROOT_SERVER_DELAY = std::chrono::milliseconds(10);

/// Adds hosts, links and domains, and says of each domain who serves it and of each host whom it
/// asks. Added hosts are linked to routers; without a router nothing is added.
void AddNameService(Spec& spec);

/// Whether a host looks up names for its own work.
bool AsksForNames(const HostSpec& host);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_NAME_SERVICE_H
