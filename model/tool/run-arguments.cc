#include "postroad/tool/run-arguments.h"

#include "postroad/scenario/scenario-library.h"
#include "postroad/spec/read/loader.h"
#include "postroad/spec/value/plain-values.h"
#include "postroad/view/received-table.h"

#include <algorithm>
#include <cstdint>
#include <iostream>

namespace ns3::postroad::tool
{

namespace
{

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

} // namespace

void
RunArguments::AddTo(CLI::App& command)
{
    command.add_option("NAME|FILE", source, "A scenario's name, or a scenario file")->required();
    command.add_option("--out", out, "The folder to write to (default: out/NAME)");
    // Of 64 bits, so that a number that is too large is told with the range.
    const CLI::Range range(std::uint64_t{1}, std::uint64_t{scenario::SEED_LIMIT});
    command.add_option("--seed", seed, "The seed of the random streams")->check(range);
    command.add_option("--run", run, "The run number: other chance, same seed")->check(range);
    command.add_option("--set", overrides, "PATH=VALUE: change a field of the scenario")
        ->allow_extra_args(false);
    command.add_flag("--quiet", isQuiet, "Print only outcomes, and which expectations failed");
}

scenario::Spec
RunArguments::Load(const Context& context) const
{
    auto changes = overrides;
    if (!seed.empty())
    {
        changes.push_back("seed=" + seed);
    }
    if (!run.empty())
    {
        changes.push_back("run=" + run);
    }
    return scenario::LoadScenario(scenario::FindScenario(source, context.library), changes);
}

std::string
RunArguments::GetFolder(const scenario::Spec& spec) const
{
    return out.empty() ? "out/" + spec.name : out;
}

void
PrintResult(const scenario::RunResult& result,
            const RunArguments& arguments,
            const std::string& folder)
{
    if (arguments.isQuiet)
    {
        PrintOutcomes(result);
        return;
    }
    PrintReceivedTables(result);
    std::cout << '\n';
    PrintOutcomes(result);
    PrintSummary(result, folder);
}

} // namespace ns3::postroad::tool
