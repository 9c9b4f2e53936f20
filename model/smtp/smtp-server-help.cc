#include "postroad/smtp/smtp-server-session.h"

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.1.1.8: help = "HELP" [ SP String ] CRLF
void
ServerSession::HandleHelp(std::string_view)
{
    SendReply(MakeReply(214, SUCCESS, "EHLO HELO MAIL RCPT DATA RSET NOOP QUIT VRFY HELP"));
}

} // namespace ns3::postroad::smtp
