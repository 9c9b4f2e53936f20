#include "postroad/smtp/smtp-server-session.h"

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.1.1.5: rset = "RSET" CRLF
void
ServerSession::HandleRset(std::string_view argument)
{
    if (!RefuseArgument("RSET", argument))
    {
        SendReply(MakeReply(250, SUCCESS, "Ok"));
        Move(ServerInput::RSET);
    }
}

} // namespace ns3::postroad::smtp
