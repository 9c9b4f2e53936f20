#include "postroad/pop3/pop3-server-mode.h"

#include "postroad/pop3/pop3-server-commands.h"
#include "postroad/pop3/pop3-server-context.h"

#include <string>

namespace ns3::postroad::pop3
{

void
CommandMode::HandleLine(ServerContext& session, const wire::Line& line)
{
    session.ReportLine(line);
    if (line.fault == wire::LineFault::TOO_LONG)
    {
        return session.SendError("line too long, at most " + std::to_string(COMMAND_LINE_LIMIT) +
                                 " octets");
    }
    if (line.fault != wire::LineFault::NONE)
    {
        return session.SendError("bare CR or LF, a line ends with CR LF");
    }
    const auto command = ParseCommand(line.text);
    if (!command)
    {
        return session.SendError(command.GetError().reason);
    }
    const auto* const known = FindServerCommand(command->keyword);
    if (!known)
    {
        return session.SendError("unknown command");
    }
    if (!session.IsInOrder(known->input))
    {
        return session.SendError(
            std::string(known->keyword) + " is not allowed in the " +
            (session.GetState() == ServerState::TRANSACTION ? "TRANSACTION" : "AUTHORIZATION") +
            " state");
    }
    if (!known->takesArgument && !command->argument.empty())
    {
        return session.SendError(std::string(known->keyword) + " takes no argument");
    }
    known->handle(session, command->argument);
}

} // namespace ns3::postroad::pop3
