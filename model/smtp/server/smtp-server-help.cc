#include "postroad/smtp/server/smtp-server-commands.h"
#include "postroad/smtp/server/smtp-server-context.h"

#include <string>

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.1.1.8: help = "HELP" [ SP String ] CRLF
void
HandleHelp(ServerContext& session, std::string_view argument)
{
    if (argument.empty())
    {
        std::string verbs;
        for (const auto& command : GetServerCommands())
        {
            verbs += IsServed(command, session) ? ' ' + std::string(command.verb) : "";
        }
        return session.SendReply(MakeReply(214, SUCCESS, "Commands:" + verbs));
    }
    const auto* const known = FindServerCommand(session, argument);
    if (!known)
    {
        return session.Complain(
            MakeReply(504, INVALID_ARGUMENTS, "No help on that, try HELP alone"));
    }
    const auto space = known->syntax.empty() ? "" : " ";
    session.SendReply(
        MakeReply(214, SUCCESS, std::string(known->verb) + space + std::string(known->syntax)));
}

} // namespace ns3::postroad::smtp
