#include "postroad/smtp/server/smtp-server-command-mode.h"

#include "postroad/smtp/grammar/smtp-command.h"
#include "postroad/smtp/grammar/smtp-rcpt-parameters.h"
#include "postroad/smtp/server/smtp-server-commands.h"
#include "postroad/smtp/server/smtp-server-context.h"

#include <string>

namespace ns3::postroad::smtp
{

std::size_t
CommandMode::GetLineLimit() const
{
    return COMMAND_LINE_LIMIT + RCPT_LINE_EXTRA;
}

void
CommandMode::HandleLine(ServerContext& session, const wire::Line& line)
{
    session.ReportLine(line);
    if (session.GetState() == ServerState::GREETING)
    {
        return session.Expel(MakeReply(554, PROTOCOL_ERROR, "You did not wait for the greeting"));
    }
    HandleCommandLine(session, line);
}

void
CommandMode::HandleCommandLine(ServerContext& session, const wire::Line& line)
{
    const auto complain = [&session](const std::string& text) {
        session.Complain(MakeReply(500, SYNTAX_ERROR, text));
    };
    if (line.fault == wire::LineFault::BARE_LF || line.fault == wire::LineFault::BARE_CR)
    {
        return complain("Bare CR or LF: a line ends with CR LF");
    }
    const auto command = ParseCommand(line.text);
    const auto* const known = command ? FindServerCommand(session, command->verb) : nullptr;
    const auto limit = COMMAND_LINE_LIMIT + (known ? known->lineExtra : 0);
    if (line.fault == wire::LineFault::TOO_LONG || line.range.end - line.range.begin > limit)
    {
        return complain("Line too long");
    }
    if (!command)
    {
        return complain("Bad line: " + command.GetError().reason);
    }
    if (!known)
    {
        return complain("Command not recognized, try HELP");
    }
    if (!command->isAscii && known->lineExtra == 0)
    {
        return complain("Bad line: expected printable US-ASCII only");
    }
    HandleCommand(session, *known, command->argument);
}

void
CommandMode::HandleCommand(ServerContext& session,
                           const ServerCommand& command,
                           std::string_view argument)
{
    // In order or not: what follows is content, and must not be taken for commands.
    if (command.input == ServerInput::DATA && session.ExpelImpatient(command.verb))
    {
        return;
    }
    const bool isRefused =
        session.GetState() == ServerState::REFUSED && command.input != ServerInput::QUIT;
    if (isRefused || (command.input && !session.IsInOrder(*command.input)))
    {
        return session.ExplainOrder(command.input.value_or(ServerInput::OPEN));
    }
    if (!command.isIdle || session.CountIdleCommand())
    {
        command.handle(session, argument);
    }
}

} // namespace ns3::postroad::smtp
