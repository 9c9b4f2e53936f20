#include "postroad/pop3/pop3-server-session.h"

namespace ns3::postroad::pop3
{

/// RFC 1939 section 5: dele = "DELE" SP message-number CRLF. Removal waits for the UPDATE state.
void
ServerSession::HandleDele(std::string_view argument)
{
    if (const auto number = FindMessage(argument))
    {
        m_maildrop.Mark(*number);
        SendOk("message " + std::to_string(*number) + " deleted");
        Move(ServerInput::DELE);
    }
}

} // namespace ns3::postroad::pop3
