#include "postroad/dns/dig/dns-dig-text.h"
#include "postroad/scenario/dig-arguments.h"
#include "postroad/scenario/dig-scenario.h"
#include "postroad/scenario/scenario-library.h"
#include "postroad/spec/read/loader.h"
#include "postroad/tool/commands.h"

#include <algorithm>
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

/// Prints what came of the questions, each round of them with dig's greeting.
void
Print(const scenario::DigRequest& request, const std::vector<std::vector<dns::DigEvent>>& answers)
{
    for (std::size_t i = 0; i < answers.size(); ++i)
    {
        const auto index = i % request.lookups.size();
        const auto& query = request.lookups[index].query;
        if (index == 0 && query.display.hasCommand)
        {
            std::cout << dns::FormatDigGreeting(request.words);
        }
        std::cout << dns::FormatDig(query, answers[i]);
    }
    std::cout << std::flush;
}

int
Dig(const Arguments& arguments, const Context& context)
{
    const auto file = scenario::FindScenario(arguments.source, context.library);
    const auto spec = scenario::LoadScenario(file, arguments.overrides);
    const auto request = scenario::ReadDigArguments(spec, arguments.dig);
    const auto answers = scenario::DigInScenario(spec, request);
    Print(request, answers);
    if (answers.size() < request.lookups.size() * (request.again.size() + 1))
    {
        std::cerr << "postroad: no run lasts longer than a hundred years, so not all is asked; ask "
                     "earlier, or wait less (+time, +tries)"
                  << std::endl;
        return EXIT_UNEXPECTED;
    }
    return std::all_of(answers.begin(), answers.end(), dns::IsAnswered) ? EXIT_OK : EXIT_UNEXPECTED;
}

} // namespace

void
AddDigCommand(CLI::App& app, Context& context)
{
    auto* const command = app.add_subcommand("dig", "Ask the name servers of a scenario");
    const auto arguments = std::make_shared<Arguments>();
    command->add_option("NAME|FILE", arguments->source, "A scenario's name, or a scenario file")
        ->required();
    // All else in its order, as dig takes it: what stands before a name is not what follows it.
    command->allow_extras();
    command->footer("All else is read as the tool dig does: [@SERVER] [-q] QNAME [-t] [TYPE] "
                    "[-c] [CLASS]\n[-x ADDRESS] [+OPTION]..., several times; docs/dig.md tells "
                    "the options.");
    command->add_option("--at", arguments->dig.host, "The host that asks")->required();
    command->add_option("--time", arguments->dig.time, "When to ask (default: 0s)");
    command
        ->add_option("--again", arguments->dig.again, "Ask once more, this long after the answer")
        ->allow_extra_args(false);
    command->add_option("--set", arguments->overrides, "PATH=VALUE: change a field of the scenario")
        ->allow_extra_args(false);
    command->callback([arguments, command, &context] {
        arguments->dig.words = command->remaining();
        context.status = Dig(*arguments, context);
    });
}

} // namespace ns3::postroad::tool
