#include "postroad/smtp/smtp-server-session.h"

#include <string>

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.1.1.8: help = "HELP" [ SP String ] CRLF
void
ServerSession::HandleHelp(std::string_view argument)
{
    if (argument.empty())
    {
        std::string verbs;
        for (const auto& command : GetCommands())
        {
            verbs += IsServed(command) ? ' ' + std::string(command.verb) : "";
        }
        return SendReply(MakeReply(214, SUCCESS, "Commands:" + verbs));
    }
    const auto* const known = FindCommand(argument);
    if (!known)
    {
        return Complain(MakeReply(504, INVALID_ARGUMENTS, "No help on that, try HELP alone"));
    }
    const auto space = known->syntax.empty() ? "" : " ";
    SendReply(
        MakeReply(214, SUCCESS, std::string(known->verb) + space + std::string(known->syntax)));
}

} // namespace ns3::postroad::smtp
