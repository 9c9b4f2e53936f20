/**
 * The servers of mail on one host of a scenario: told the domains, clients and people that the
 * scenario as a whole gives them.
 */
#ifndef POSTROAD_SCENARIO_MAIL_AGENTS_H
#define POSTROAD_SCENARIO_MAIL_AGENTS_H

#include "postroad/scenario/host-site.h"

namespace ns3::postroad::scenario
{

/// Installs a delivery agent, unless the host has one.
void InstallDeliveryAgent(HostSite& site);

/// Installs a transfer agent, and a delivery agent where there is none: whoever takes mail takes it
/// for the postmaster, too (RFC 5321 section 4.5.1).
void InstallTransferAgent(HostSite& site);

/// Installs a submission agent, and a delivery agent where there is none.
void InstallSubmissionAgent(HostSite& site);

/// Installs a POP3 server.
void InstallMaildropServer(HostSite& site);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_MAIL_AGENTS_H
