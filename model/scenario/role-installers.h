/**
 * Who installs the agents of each role: the one place in which roles become agents.
 */
#ifndef POSTROAD_SCENARIO_ROLE_INSTALLERS_H
#define POSTROAD_SCENARIO_ROLE_INSTALLERS_H

#include "postroad/scenario/host-site.h"

#include <span>

namespace ns3::postroad::scenario
{

/// One role and its installer.
struct RoleInstaller
{
    HostRole role{};                          ///< the role
    void (*install)(HostSite& site){nullptr}; ///< null for a role without an agent
};

/// All roles, each once, in the order in which their agents start.
std::span<const RoleInstaller> GetRoleInstallers();

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_ROLE_INSTALLERS_H
