#include "postroad/dns/dig/dns-dig-text.h"
#include "postroad/scenario/dig-scenario.h"
#include "postroad/scenario/scenario-library.h"
#include "postroad/spec/read/loader.h"
#include "postroad/tool/commands.h"

#include <iostream>
#include <memory>

namespace ns3::postroad::tool
{

namespace
{

/// What the user has asked for.
struct Arguments
{
    std::string source;
    std::vector<std::string> overrides;
    scenario::DigArguments dig;
};

int
Dig(const Arguments& arguments, const Context& context)
{
    const auto file = scenario::FindScenario(arguments.source, context.library);
    const auto spec = scenario::LoadScenario(file, arguments.overrides);
    const auto request = scenario::ReadDigArguments(spec, arguments.dig);
    bool areAllAnswered = true;
    for (const auto& events : scenario::DigInScenario(spec, request))
    {
        if (request.query.display.hasCommand)
        {
            std::cout << dns::FormatDigGreeting(request.words);
        }
        std::cout << dns::FormatDig(request.query, events);
        areAllAnswered = areAllAnswered && dns::IsAnswered(events);
    }
    std::cout << std::flush;
    return areAllAnswered ? EXIT_OK : EXIT_UNEXPECTED;
}

} // namespace

void
AddDigCommand(CLI::App& app, Context& context)
{
    auto* const command = app.add_subcommand("dig", "Ask the name servers of a scenario");
    const auto arguments = std::make_shared<Arguments>();
    command->add_option("NAME|FILE", arguments->source, "A scenario's name, or a scenario file")
        ->required();
    command->add_option("QUESTION",
                        arguments->dig.words,
                        "As dig takes it: NAME [TYPE] [@SERVER] [+trace] [+tcp] [+short] "
                        "[+norecurse] [+noedns] [+bufsize=N]");
    command->add_option("--at", arguments->dig.host, "The host that asks")->required();
    command->add_option("-x", arguments->dig.reverse, "ADDRESS: ask for its name");
    command->add_option("--time", arguments->dig.time, "When to ask (default: 0s)");
    command
        ->add_option("--again", arguments->dig.again, "Ask once more, this long after the answer")
        ->allow_extra_args(false);
    command->add_option("--set", arguments->overrides, "PATH=VALUE: change a field of the scenario")
        ->allow_extra_args(false);
    command->callback([arguments, &context] { context.status = Dig(*arguments, context); });
}

} // namespace ns3::postroad::tool
