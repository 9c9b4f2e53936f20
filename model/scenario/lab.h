/**
 * A scenario brought to life: specification in, events out.
 *
 * The lab builds the network, puts the agents on its hosts, plans what the scenario makes happen,
 * and runs the simulation. The specification must be complete and checked: nothing that a user can
 * write ends inside ns-3.
 *
 * ns-3 has one simulator, one set of random streams and one set of defaults in a process. A lab
 * sets them when it is made, and ends the simulator when it is destroyed; there can be one at a
 * time, and the next one runs as the first did.
 */
#ifndef POSTROAD_SCENARIO_LAB_H
#define POSTROAD_SCENARIO_LAB_H

#include "postroad/event/event-sink.h"
#include "postroad/scenario/host-agents.h"
#include "postroad/scenario/run-facts.h"
#include "postroad/spec/value/spec.h"
#include "postroad/topology/installed-network.h"
#include "postroad/topology/oper-state.h"
#include "postroad/trace/event-record.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace ns3::postroad::scenario
{

/// Ends ns-3's simulator and forgets the names in it, whatever the lab has come to.
class SimulatorEnd
{
  public:
    SimulatorEnd() = default;
    SimulatorEnd(const SimulatorEnd&) = delete;
    SimulatorEnd& operator=(const SimulatorEnd&) = delete;
    ~SimulatorEnd();
};

/// One simulation. Its end frees all of it.
class Lab
{
  public:
    /**
     * Builds the network and its agents.
     * \param spec a checked specification
     * \param pcapFolder where the captures go, one for each interface; empty: nothing is captured
     */
    explicit Lab(Spec spec, const std::filesystem::path& pcapFolder = {});

    Lab(const Lab&) = delete;
    Lab& operator=(const Lab&) = delete;

    /// Tells a sink of everything that happens. It must outlive the lab. Only before Run().
    void AddSink(event::EventSink& sink);

    /// Gives an agent that is no part of the scenario its random streams, and listens to it. Only
    /// before Run().
    void Connect(Agent& agent);

    /// Runs until nothing is left to happen, or the scenario's duration is over. Once.
    void Run();

    /**
     * What expectations are checked against, after the run.
     * \param events the record of the run, which must outlive the result
     */
    RunFacts GetFacts(std::span<const event::Event> events) const;

    const Spec& GetSpec() const
    {
        return m_spec;
    }

    InstalledNetwork& GetNetwork()
    {
        return *m_network;
    }

  private:
    std::vector<MailboxMessage> GetMail() const;
    std::vector<ZoneFile> GetZones() const;
    void InstallNetwork(const std::filesystem::path& pcapFolder);
    void InstallAgents();
    void PlanEvents();
    void ReportHosts();
    const HostSpec* FindTarget(const std::string& text) const;

    void Do(const Send& send);
    void Do(const Fetch& fetch);
    void Do(const Say& say);
    void Do(const Fail& fail);
    void Do(const Restore& restore);
    void Do(const ChangeLink& change);
    void Do(const EditZone& edit);
    void ReportEdit(const std::string& server, const EditZone& edit, const dns::Zone& zone);
    void SetState(const Target& target, OperState state);
    void SetServiceState(const mail::DomainName& host, HostRole service, OperState state);

    SimulatorEnd m_end; // first: the rest goes before the simulator does
    Spec m_spec;
    trace::EventRecord m_record;
    std::int64_t m_freeStream{0}; ///< the first one that no agent has
    Ptr<InstalledNetwork> m_network;
    std::map<std::string, HostAgents> m_agents; ///< by host
};

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_LAB_H
