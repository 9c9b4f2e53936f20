#include "postroad/smtp/server/smtp-server-commands.h"
#include "postroad/smtp/server/smtp-server-context.h"

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.1.1.5: rset = "RSET" CRLF
void
HandleRset(ServerContext& session, std::string_view argument)
{
    if (!session.RefuseArgument("RSET", argument))
    {
        session.SendReply(MakeReply(250, SUCCESS, "Ok"));
        session.Move(ServerInput::RSET);
    }
}

} // namespace ns3::postroad::smtp
