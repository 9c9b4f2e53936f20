/**
 * The agents that act for people on one host of a scenario: a mail program that knows its servers,
 * and a terminal.
 */
#ifndef POSTROAD_SCENARIO_USER_AGENTS_H
#define POSTROAD_SCENARIO_USER_AGENTS_H

#include "postroad/scenario/host-site.h"

namespace ns3::postroad::scenario
{

/// Installs a mail program that knows where to submit and what to fetch from.
void InstallUserAgent(HostSite& site);

/// Installs a client that says scripted lines.
void InstallScriptClient(HostSite& site);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_USER_AGENTS_H
