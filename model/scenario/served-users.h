/**
 * The users of a scenario whose real mail programs may submit through it while it is served.
 *
 * A submission agent knows its people by their address (RFC 6409 section 4.3), and all programs of
 * this machine have that of the gateway: so these users are let in from there, and send under their
 * own addresses.
 */
#ifndef POSTROAD_SCENARIO_SERVED_USERS_H
#define POSTROAD_SCENARIO_SERVED_USERS_H

#include "postroad/mail/addr-spec.h"
#include "postroad/scenario/served-ports.h"
#include "postroad/spec/value/spec.h"

#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::scenario
{

/**
 * Reads a user.
 * \param text what was written behind --user: "bob@b.net", or "bob" where one domain alone has him
 * \param spec the scenario
 * \throws ConfigError when the scenario has no such user, or several
 */
mail::AddrSpec ParseServedUser(std::string_view text, const Spec& spec);

/**
 * Lets users in from the gateway, each at the submission server of his mail program or else at the
 * only one of his domain.
 * \throws ConfigError when a user has none
 */
void AdmitUsers(const std::vector<mail::AddrSpec>& users, Spec& spec);

/// A line for each port of this machine that leads to a submission server which lets in nobody from
/// here. \param spec with the users that were admitted
std::vector<std::string> WarnOfClosedSubmission(const ServedPorts& ports, const Spec& spec);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_SERVED_USERS_H
