/**
 * postroad-lab: the program that the launcher `postroad` builds and starts.
 */
#include "postroad/scenario/broken-run.h"
#include "postroad/spec/value/config-error.h"
#include "postroad/tool/commands.h"
#include "postroad/tool/fatal-signals.h"

#include <cstdlib>
#include <exception>
#include <iostream>

int
main(int argc, char** argv)
{
    using namespace ns3::postroad;

    CLI::App app("Real e-mail on simulated networks", "postroad");
    app.require_subcommand(1);
    app.failure_message(CLI::FailureMessage::help);

    const char* const library = std::getenv("POSTROAD_SCENARIOS");
    tool::TellFatalSignals();
    tool::Context context{library ? library : POSTROAD_SCENARIOS_FOLDER};
    tool::AddListCommand(app, context);
    tool::AddCheckCommand(app, context);
    tool::AddRunCommand(app, context);
    tool::AddServeCommand(app, context);
    tool::AddDigCommand(app, context);
    try
    {
        app.parse(argc, argv);
    }
    catch (const CLI::ParseError& error)
    {
        return app.exit(error) == 0 ? tool::EXIT_OK : tool::EXIT_CONFIG;
    }
    catch (const scenario::ConfigError& error)
    {
        std::cerr << error.what() << std::endl;
        return tool::EXIT_CONFIG;
    }
    catch (const scenario::BrokenRun& broken)
    {
        std::cerr << "postroad: " << broken.what() << std::endl;
        return tool::EXIT_BROKEN_OFF;
    }
    catch (const std::exception& error)
    {
        std::cerr << "postroad: broke off: " << scenario::DescribeCause(error) << std::endl;
        return tool::EXIT_BROKEN_OFF;
    }
    return context.status;
}
