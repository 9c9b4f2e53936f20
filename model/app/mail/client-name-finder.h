/**
 * Looks up the name of a client's address, and whether it leads back (RFC 8601 section 3).
 */
#ifndef POSTROAD_APP_MAIL_CLIENT_NAME_FINDER_H
#define POSTROAD_APP_MAIL_CLIENT_NAME_FINDER_H

#include "postroad/app/dns/resolver.h"
#include "postroad/net/task.h"
#include "postroad/policy/client-name.h"

#include <string>

namespace ns3::postroad
{

/**
 * Asks for the names of an address, and for the addresses of these names.
 * \param resolver must be open, and outlive the task
 * \param address IPv4, in text form; others count as having no name
 */
Task<policy::ClientName> FindClientName(Resolver& resolver, std::string address);

} // namespace ns3::postroad

#endif // POSTROAD_APP_MAIL_CLIENT_NAME_FINDER_H
