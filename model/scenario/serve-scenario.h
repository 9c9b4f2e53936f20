/**
 * A scenario in real time, with programs of this machine as its clients.
 */
#ifndef POSTROAD_SCENARIO_SERVE_SCENARIO_H
#define POSTROAD_SCENARIO_SERVE_SCENARIO_H

#include "postroad/event/event-sink.h"
#include "postroad/scenario/run-scenario.h"
#include "postroad/scenario/served-ports.h"
#include "postroad/spec/value/spec.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace ns3::postroad::scenario
{

/// Gets lines for the user: what is where, and that the simulation lags behind.
using Tell = std::function<void(const std::string&)>;

/**
 * Runs a scenario until SIGINT or SIGTERM comes, and writes its folder. What the scenario expects
 * is not asked, as real clients take part in it.
 * \param spec a checked specification
 * \param folder where to write (see RunFolder)
 * \param sinks told of everything while it happens
 * \param ports the ports to open
 * \param tell gets lines for the user
 * \throws ConfigError when a port is wrong, or the folder or a port cannot be had, before anything
 * is run
 */
RunResult ServeScenario(Spec spec,
                        const std::filesystem::path& folder,
                        const std::vector<event::EventSink*>& sinks,
                        const ServedPorts& ports,
                        const Tell& tell);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_SERVE_SCENARIO_H
