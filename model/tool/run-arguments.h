/**
 * What `run` and `serve` have in common: how a scenario is chosen, and what is printed at the end.
 */
#ifndef POSTROAD_TOOL_RUN_ARGUMENTS_H
#define POSTROAD_TOOL_RUN_ARGUMENTS_H

#include "postroad/scenario/run-scenario.h"
#include "postroad/tool/commands.h"

#include <string>
#include <vector>

namespace ns3::postroad::tool
{

/// What the user has asked for.
struct RunArguments
{
    std::string source;
    std::string out;
    std::string seed; ///< as it was written
    std::string run;
    std::vector<std::string> overrides;
    bool isQuiet{false};

    /// Puts the options on a command; this object must outlive its parsing.
    void AddTo(CLI::App& command);

    /// The scenario, with what the options change of it. \throws scenario::ConfigError
    scenario::Spec Load(const Context& context) const;

    /// The folder that is written to.
    std::string GetFolder(const scenario::Spec& spec) const;
};

/// Prints how each message came to its mailbox, what became of it, and what was expected.
void PrintResult(const scenario::RunResult& result,
                 const RunArguments& arguments,
                 const std::string& folder);

} // namespace ns3::postroad::tool

#endif // POSTROAD_TOOL_RUN_ARGUMENTS_H
