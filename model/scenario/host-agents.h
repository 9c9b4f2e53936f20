/**
 * The agents that run on one host of a scenario, by its roles.
 */
#ifndef POSTROAD_SCENARIO_HOST_AGENTS_H
#define POSTROAD_SCENARIO_HOST_AGENTS_H

#include "postroad/app/agent/agent.h"
#include "postroad/spec/value/derived-zone.h"
#include "postroad/spec/value/spec.h"
#include "postroad/topology/installed-network.h"

#include <vector>

namespace ns3::postroad::scenario
{

/// The agents of a host, at most one of each kind.
class HostAgents
{
  public:
    /// Adds an agent behind those that are there.
    void Add(Ptr<Agent> agent)
    {
        m_agents.push_back(agent);
    }

    /// The agent of a kind; null when the host has none.
    template <typename Kind>
    Ptr<Kind> Find() const
    {
        for (const auto& agent : m_agents)
        {
            if (const auto found = DynamicCast<Kind>(agent))
            {
                return found;
            }
        }
        return nullptr;
    }

    /// All of them, in the order in which they start.
    const std::vector<Ptr<Agent>>& GetAll() const
    {
        return m_agents;
    }

  private:
    std::vector<Ptr<Agent>> m_agents;
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
