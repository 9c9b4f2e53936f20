#include "postroad/smtp/smtp-server-session.h"

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.1.1.10: quit = "QUIT" CRLF
void
ServerSession::HandleQuit(std::string_view argument)
{
    if (!RefuseArgument("QUIT", argument))
    {
        SendReply(MakeReply(221, SUCCESS, "Bye"));
        End(ServerInput::QUIT, EndReason::QUIT);
    }
}

} // namespace ns3::postroad::smtp
