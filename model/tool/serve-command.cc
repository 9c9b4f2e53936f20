#include "postroad/scenario/serve-scenario.h"
#include "postroad/scenario/served-users.h"
#include "postroad/tool/run-arguments.h"
#include "postroad/trace/terminal-dialogue.h"

#include <cstdio>
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
struct ServeArguments
{
    RunArguments run;
    std::vector<std::string> ports;
    std::vector<std::string> attached;
    std::vector<std::string> users;
    bool allowsRemote{false};
};

void
Say(const std::string& line)
{
    std::cout << line << std::endl;
}

int
Serve(const ServeArguments& arguments, const Context& context)
{
    // Line by line, also into a file or a pipe: the dialogue is to be followed as it goes.
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
    const auto spec = arguments.run.Load(context);
    scenario::ServedPorts ports;
    for (const auto& port : arguments.ports)
    {
        ports.listen.push_back(scenario::ParseForwarding(port, spec, arguments.allowsRemote));
    }
    for (const auto& port : arguments.attached)
    {
        ports.attach.push_back(scenario::ParseAttachment(port, spec, arguments.allowsRemote));
    }
    for (const auto& user : arguments.users)
    {
        ports.users.push_back(scenario::ParseServedUser(user, spec));
    }
    const auto folder = arguments.run.GetFolder(spec);
    trace::TerminalDialogue dialogue(std::cout, {isatty(STDOUT_FILENO) == 1});
    std::vector<event::EventSink*> sinks;
    if (!arguments.run.isQuiet)
    {
        sinks.push_back(&dialogue);
    }
    PrintResult(scenario::ServeScenario(spec, folder, sinks, ports, Say), arguments.run, folder);
    return EXIT_OK;
}

} // namespace

void
AddServeCommand(CLI::App& app, Context& context)
{
    auto* const command =
        app.add_subcommand("serve", "Run a scenario in real time, for programs of this machine");
    const auto arguments = std::make_shared<ServeArguments>();
    arguments->run.AddTo(*command);
    command
        ->add_option("--listen",
                     arguments->ports,
                     "PORT=HOST:PORT: a port of this machine that leads to a simulated server")
        ->allow_extra_args(false);
    command
        ->add_option("--attach",
                     arguments->attached,
                     "HOST=ADDRESS:PORT: a real server in place of a simulated one at port 25, or "
                     "HOST:PORT=ADDRESS:PORT")
        ->allow_extra_args(false);
    command
        ->add_option("--user",
                     arguments->users,
                     "USER: lets programs of this machine submit mail of this user")
        ->allow_extra_args(false);
    command->add_flag(
        "--allow-remote",
        arguments->allowsRemote,
        "Let --listen and --attach take addresses of other machines, and those they reach");
    command->callback([arguments, &context] { context.status = Serve(*arguments, context); });
}

} // namespace ns3::postroad::tool
