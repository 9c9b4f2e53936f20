/**
 * Gives a name server a zone, written as in a master file (RFC 1035 section 5.1).
 *
 *     AddZone(*server, "b.net", {"@ MX 10 mail", "mail A 10.1.5.1"});
 */
#ifndef POSTROAD_HELPER_ZONE_HELPER_H
#define POSTROAD_HELPER_ZONE_HELPER_H

#include "postroad/app/dns/dns-server.h"

#include <string>
#include <vector>

namespace ns3::postroad
{

/**
 * Adds a zone to those that a server answers for.
 * \param server the name server
 * \param origin the zone's name, which completes the names that do not end with a dot: "b.net"
 * \param records one line each; SOA may be left out, as may times to live and the class IN
 * \throws std::invalid_argument with the line and what is wrong with it
 */
void AddZone(DnsServer& server, const std::string& origin, const std::vector<std::string>& records);

} // namespace ns3::postroad

#endif // POSTROAD_HELPER_ZONE_HELPER_H
