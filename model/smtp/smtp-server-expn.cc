#include "postroad/smtp/smtp-server-session.h"

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.1.1.7: expn = "EXPN" SP String CRLF
void
ServerSession::HandleExpn(std::string_view argument)
{
    AskUser("EXPN", argument, MakeReply(502, INVALID_COMMAND, "EXPN is not implemented"));
}

} // namespace ns3::postroad::smtp
