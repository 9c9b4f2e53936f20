#include "postroad/tool/run-arguments.h"
#include "postroad/trace/terminal-dialogue.h"

#include <iostream>
#include <memory>
#include <unistd.h>
#include <vector>

namespace ns3::postroad::tool
{

namespace
{

int
Run(const RunArguments& arguments, const Context& context)
{
    const auto spec = arguments.Load(context);
    const auto folder = arguments.GetFolder(spec);
    trace::TerminalDialogue dialogue(std::cout, {isatty(STDOUT_FILENO) == 1});
    std::vector<event::EventSink*> sinks;
    if (!arguments.isQuiet)
    {
        sinks.push_back(&dialogue);
    }
    const auto result = scenario::RunScenario(spec, folder, sinks);
    PrintResult(result, arguments, folder);
    return result.IsAsExpected() ? EXIT_OK : EXIT_UNEXPECTED;
}

} // namespace

void
AddRunCommand(CLI::App& app, Context& context)
{
    auto* const command = app.add_subcommand("run", "Run a scenario");
    const auto arguments = std::make_shared<RunArguments>();
    arguments->AddTo(*command);
    command->callback([arguments, &context] { context.status = Run(*arguments, context); });
}

} // namespace ns3::postroad::tool
