/**
 * One scenario, run from beginning to end into a folder: what the command line and Python share.
 */
#ifndef POSTROAD_SCENARIO_RUN_SCENARIO_H
#define POSTROAD_SCENARIO_RUN_SCENARIO_H

#include "postroad/event/event-sink.h"
#include "postroad/scenario/evaluate.h"
#include "postroad/scenario/lab.h"
#include "postroad/scenario/run-folder.h"
#include "postroad/spec/value/spec.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace ns3::postroad::scenario
{

/// What a run came to.
struct RunResult
{
    std::vector<event::Event> events;            ///< the record
    std::vector<ExpectationResult> expectations; ///< in the order of the scenario
    std::vector<std::string> outcomes;           ///< a line a message, and a failed fetch
    std::vector<NamedMessage> delivered;         ///< the messages in mailboxes

    /// True when the run did all that its scenario expects.
    bool IsAsExpected() const
    {
        return AllHold(expectations);
    }
};

/**
 * Runs a scenario and writes its folder.
 * \param spec a checked specification
 * \param folder where to write (see RunFolder)
 * \param sinks told of everything while it happens
 * \param prepare called when the network stands and nothing has happened yet
 * \param following whether the record is kept in memory meanwhile
 * \throws ConfigError when the folder cannot be written to, before anything is run
 * \throws BrokenRun when the run did not come to its end, which the folder then says, too
 */
RunResult RunScenario(const Spec& spec,
                      const std::filesystem::path& folder,
                      const std::vector<event::EventSink*>& sinks = {},
                      const std::function<void(Lab&)>& prepare = {},
                      Following following = Following::DURING_RUN);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_RUN_SCENARIO_H
