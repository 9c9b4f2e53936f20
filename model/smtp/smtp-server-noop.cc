#include "postroad/smtp/smtp-server-session.h"

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.1.1.9: noop = "NOOP" [ SP String ] CRLF
void
ServerSession::HandleNoop(std::string_view)
{
    if (!ExpelImpatient("NOOP"))
    {
        SendReply(MakeReply(250, SUCCESS, "Ok"));
    }
}

} // namespace ns3::postroad::smtp
