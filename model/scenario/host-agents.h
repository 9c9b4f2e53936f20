/**
 * The agents that run on one host of a scenario, by its roles.
 */
#ifndef POSTROAD_SCENARIO_HOST_AGENTS_H
#define POSTROAD_SCENARIO_HOST_AGENTS_H

#include "postroad/app/mail-delivery-agent.h"
#include "postroad/app/mail-submission-agent.h"
#include "postroad/app/mail-transfer-agent.h"
#include "postroad/app/mail-user-agent.h"
#include "postroad/app/pop3-server.h"
#include "postroad/app/script-client.h"
#include "postroad/scenario/name-agents.h"
#include "postroad/spec/value/spec.h"
#include "postroad/topology/installed-network.h"

#include <vector>

namespace ns3::postroad::scenario
{

/// One agent for each role that the host has; the others are null.
struct HostAgents
{
    Ptr<DnsServer> dns;
    Ptr<RecursiveResolver> resolver;
    Ptr<MailDeliveryAgent> mda;
    Ptr<MailTransferAgent> mta;
    Ptr<MailSubmissionAgent> msa;
    Ptr<Pop3Server> pop3;
    Ptr<MailUserAgent> mua;
    Ptr<ScriptClient> client;

    /// Those that there are, in the order in which they start.
    std::vector<Ptr<Agent>> GetAll() const;
};

/**
 * Sets up a host as the scenario says, with its clock, accounts and agents.
 * \param spec the whole scenario: what a host is told depends on others
 * \param host the host to set up
 * \param network the installed network that it is in
 * \param zones all zones of the scenario
 */
HostAgents InstallHostAgents(const Spec& spec,
                             const HostSpec& host,
                             const InstalledNetwork& network,
                             const std::vector<ServedZone>& zones);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_HOST_AGENTS_H
