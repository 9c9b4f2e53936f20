/**
 * The commands of the command line, one file each.
 *
 * Each adds itself to the parser and, when the user has chosen it, does its work and leaves its
 * exit status: 0 all well, 1 an expectation failed or nobody answered, 2 a wrong scenario or
 * argument, 4 a run that broke off.
 */
#ifndef POSTROAD_TOOL_COMMANDS_H
#define POSTROAD_TOOL_COMMANDS_H

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <filesystem>

namespace ns3::postroad::tool
{

/// Everything went as expected.
constexpr int EXIT_OK = 0;

/// An expectation of the scenario failed, or no name server answered.
constexpr int EXIT_UNEXPECTED = 1;

/// A scenario or an argument is wrong; nothing was run.
constexpr int EXIT_CONFIG = 2;

/// It did not come to its end; why is said. (3 is the launcher's.)
constexpr int EXIT_BROKEN_OFF = 4;

/// What the commands share.
struct Context
{
    std::filesystem::path library; ///< the folder of the scenarios
    int status{EXIT_OK};           ///< what the program ends with
};

/// `list`: the scenarios, one line each.
void AddListCommand(CLI::App& app, Context& context);

/// `check FILE`: whether a scenario is right.
void AddCheckCommand(CLI::App& app, Context& context);

/// `run NAME|FILE`: a simulation.
void AddRunCommand(CLI::App& app, Context& context);

/// `serve NAME|FILE`: a simulation in real time, for programs of this machine.
void AddServeCommand(CLI::App& app, Context& context);

/// `dig NAME|FILE --at HOST QNAME [QTYPE]`: a question to the name servers of a scenario.
void AddDigCommand(CLI::App& app, Context& context);

} // namespace ns3::postroad::tool

#endif // POSTROAD_TOOL_COMMANDS_H
