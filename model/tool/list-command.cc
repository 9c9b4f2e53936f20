#include "postroad/scenario/scenario-library.h"
#include "postroad/spec/read/loader.h"
#include "postroad/tool/commands.h"

#include <algorithm>
#include <iomanip>
#include <iostream>

namespace ns3::postroad::tool
{

namespace
{

void
List(const std::filesystem::path& library)
{
    const auto files = scenario::ListScenarios(library);
    std::size_t width = 0;
    for (const auto& file : files)
    {
        width = std::max(width, file.stem().string().size());
    }
    for (const auto& file : files)
    {
        const auto spec = scenario::LoadScenario(file);
        std::cout << std::left << std::setw(static_cast<int>(width)) << spec.name << "  "
                  << spec.title;
        for (const auto& row : spec.lecture)
        {
            std::cout << (&row == &spec.lecture.front() ? "  (" : ", ") << row;
        }
        std::cout << (spec.lecture.empty() ? "\n" : ")\n");
    }
}

} // namespace

void
AddListCommand(CLI::App& app, Context& context)
{
    auto* const command = app.add_subcommand("list", "Show the scenarios, one line each");
    command->callback([&context] { List(context.library); });
}

} // namespace ns3::postroad::tool
