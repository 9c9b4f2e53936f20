#include "postroad/scenario/role-installers.h"

#include "postroad/scenario/mail-agents.h"
#include "postroad/scenario/name-agents.h"
#include "postroad/scenario/user-agents.h"

namespace ns3::postroad::scenario
{

namespace
{

using enum HostRole;

// Name servers first, so that whoever asks is heard; then those who deliver, before those who hand
// mail over to them.
constexpr RoleInstaller INSTALLERS[] = {
    {DNS, InstallDnsServer},
    {RESOLVER, InstallResolver},
    {MDA, InstallDeliveryAgent},
    {MTA, InstallTransferAgent},
    {MSA, InstallSubmissionAgent},
    {POP3, InstallMaildropServer},
    {MUA, InstallUserAgent},
    {CLIENT, InstallScriptClient},
    {ROUTER, nullptr},
};

} // namespace

std::span<const RoleInstaller>
GetRoleInstallers()
{
    return INSTALLERS;
}

} // namespace ns3::postroad::scenario
