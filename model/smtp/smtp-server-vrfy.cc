#include "postroad/smtp/smtp-server-session.h"

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.1.1.6: vrfy = "VRFY" SP String CRLF; section 7.3 lets a server keep its
/// users to itself.
void
ServerSession::HandleVrfy(std::string_view argument)
{
    if (argument.empty())
    {
        return Complain(MakeReply(501, INVALID_ARGUMENTS, "Expected VRFY user"));
    }
    SendReply(MakeReply(252, SUCCESS, "Cannot VRFY user, but RCPT will tell"));
}

} // namespace ns3::postroad::smtp
