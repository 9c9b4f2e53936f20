/**
 * A scenario in real time, with programs of this machine as its clients.
 */
#ifndef POSTROAD_SCENARIO_SERVE_SCENARIO_H
#define POSTROAD_SCENARIO_SERVE_SCENARIO_H

#include "postroad/event/event-sink.h"
#include "postroad/scenario/forwarding.h"
#include "postroad/scenario/run-scenario.h"
#include "postroad/scenario/spec.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace ns3::postroad::scenario
{

/// The host that stands for this machine in the simulated network.
inline constexpr auto GATEWAY_HOST = "gateway";

/// What a scenario is joined to.
struct Joints
{
    std::vector<Forwarding> listen; ///< ports of this machine that lead into the network
    std::vector<Forwarding> attach; ///< ports of simulated hosts that lead to this machine
};

/**
 * Runs a scenario until SIGINT or SIGTERM comes, and writes its folder.
 * \param spec a checked specification; it has no host of the name GATEWAY_HOST
 * \param folder where to write (see RunFolder)
 * \param sinks told of everything while it happens
 * \param joints the ports to open
 * \param say gets lines for the user: what is where, and that the simulation lags behind
 * \throws ConfigError when the folder or a port cannot be had, before anything is run
 */
RunResult ServeScenario(Spec spec,
                        const std::filesystem::path& folder,
                        const std::vector<event::EventSink*>& sinks,
                        const Joints& joints,
                        const std::function<void(const std::string&)>& say);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_SERVE_SCENARIO_H
