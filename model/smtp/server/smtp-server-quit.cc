#include "postroad/smtp/server/smtp-server-commands.h"
#include "postroad/smtp/server/smtp-server-context.h"

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.1.1.10: quit = "QUIT" CRLF
void
HandleQuit(ServerContext& session, std::string_view argument)
{
    if (!session.RefuseArgument("QUIT", argument))
    {
        session.SendReply(MakeReply(221, SUCCESS, "Bye"));
        session.End(ServerInput::QUIT, EndReason::QUIT);
    }
}

} // namespace ns3::postroad::smtp
