#include "postroad/pop3/pop3-server-session.h"

namespace ns3::postroad::pop3
{

/// RFC 1939 section 7: user = "USER" SP name CRLF. Whether there is such a user is not told.
void
ServerSession::HandleUser(std::string_view argument)
{
    if (argument.empty())
    {
        return SendError("expected USER and a name");
    }
    m_user = argument;
    SendOk();
    Move(ServerInput::USER);
}

} // namespace ns3::postroad::pop3
