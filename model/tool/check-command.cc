#include "postroad/scenario/scenario-library.h"
#include "postroad/spec/check/scenario-warnings.h"
#include "postroad/spec/read/loader.h"
#include "postroad/tool/commands.h"

#include <cstddef>
#include <iostream>
#include <memory>
#include <string>

namespace ns3::postroad::tool
{

namespace
{

/// What the check comes to; mistakes end it before.
std::string
Sum(std::size_t warnings)
{
    if (warnings == 0)
    {
        return "nothing wrong";
    }
    return "no mistake, " + std::to_string(warnings) + (warnings == 1 ? " warning" : " warnings");
}

} // namespace

void
AddCheckCommand(CLI::App& app, Context& context)
{
    auto* const command = app.add_subcommand("check", "Check a scenario without running it");
    const auto source = std::make_shared<std::string>();
    command->add_option("FILE", *source, "A scenario file, or the name of a scenario")->required();
    command->callback([&context, source] {
        const auto spec = scenario::LoadScenario(scenario::FindScenario(*source, context.library));
        const auto warnings = scenario::FindWarnings(spec);
        for (const auto& warning : warnings)
        {
            std::cerr << warning.ToString() << '\n';
        }
        std::cout << spec.name << ": " << spec.hosts.size() << " hosts, " << spec.links.size()
                  << " links, " << spec.events.size() << " events, " << spec.expectations.size()
                  << " expectations: " << Sum(warnings.size()) << '\n';
    });
}

} // namespace ns3::postroad::tool
