#include "postroad/scenario/loader.h"
#include "postroad/scenario/plain-values.h"
#include "postroad/scenario/run-scenario.h"
#include "postroad/scenario/scenario-library.h"
#include "postroad/tool/commands.h"
#include "postroad/trace/terminal-dialogue.h"
#include "postroad/view/received-table.h"

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <memory>
#include <string>
#include <unistd.h>
#include <vector>

namespace ns3::postroad::tool
{

namespace
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
};

scenario::Spec
Load(const RunArguments& arguments, const Context& context)
{
    auto overrides = arguments.overrides;
    if (!arguments.seed.empty())
    {
        overrides.push_back("seed=" + arguments.seed);
    }
    if (!arguments.run.empty())
    {
        overrides.push_back("run=" + arguments.run);
    }
    return scenario::LoadScenario(scenario::FindScenario(arguments.source, context.library),
                                  overrides);
}

void
PrintReceivedTables(const scenario::RunResult& result)
{
    for (const auto& [name, content] : result.delivered)
    {
        std::cout << "\nThe way of " << name << " by its Received fields, oldest first:\n"
                  << view::FormatReceivedTable(view::MakeReceivedRows(content, result.events));
    }
}

/// The outcome of each message, and each expectation that failed.
void
PrintOutcomes(const scenario::RunResult& result)
{
    for (const auto& line : result.outcomes)
    {
        std::cout << line << '\n';
    }
    for (const auto& expectation : result.expectations)
    {
        if (!expectation.verdict.holds)
        {
            std::cout << expectation.ToString() << '\n';
        }
    }
}

void
PrintSummary(const scenario::RunResult& result, const std::string& folder)
{
    const auto count = result.expectations.size();
    if (count > 0)
    {
        const auto held =
            std::count_if(result.expectations.begin(),
                          result.expectations.end(),
                          [](const auto& expectation) { return expectation.verdict.holds; });
        std::cout << held << " of " << count << " expectations hold\n";
    }
    std::cout << "everything of this run is in " << folder << std::endl;
}

int
Run(const RunArguments& arguments, const Context& context)
{
    const auto spec = Load(arguments, context);
    const auto folder = arguments.out.empty() ? "out/" + spec.name : arguments.out;
    trace::TerminalDialogue dialogue(std::cout, {isatty(STDOUT_FILENO) == 1});
    std::vector<event::EventSink*> sinks;
    if (!arguments.isQuiet)
    {
        sinks.push_back(&dialogue);
    }
    const auto result = scenario::RunScenario(spec, folder, sinks);
    if (arguments.isQuiet)
    {
        PrintOutcomes(result);
        return result.IsAsExpected() ? EXIT_OK : EXIT_UNEXPECTED;
    }
    PrintReceivedTables(result);
    std::cout << '\n';
    PrintOutcomes(result);
    PrintSummary(result, folder);
    return result.IsAsExpected() ? EXIT_OK : EXIT_UNEXPECTED;
}

} // namespace

void
AddRunCommand(CLI::App& app, Context& context)
{
    auto* const command = app.add_subcommand("run", "Run a scenario");
    const auto arguments = std::make_shared<RunArguments>();
    command->add_option("NAME|FILE", arguments->source, "A scenario's name, or a scenario file")
        ->required();
    command->add_option("--out", arguments->out, "The folder to write to (default: out/NAME)");
    // Of 64 bits, so that a number that is too large is told with the range.
    const CLI::Range range(std::uint64_t{1}, std::uint64_t{scenario::SEED_LIMIT});
    command->add_option("--seed", arguments->seed, "The seed of the random streams")->check(range);
    command->add_option("--run", arguments->run, "The run number: other chance, same seed")
        ->check(range);
    command->add_option("--set", arguments->overrides, "PATH=VALUE: change a field of the scenario")
        ->allow_extra_args(false);
    command->add_flag("--quiet",
                      arguments->isQuiet,
                      "Print only outcomes, and which expectations failed");
    command->callback([arguments, &context] { context.status = Run(*arguments, context); });
}

} // namespace ns3::postroad::tool
