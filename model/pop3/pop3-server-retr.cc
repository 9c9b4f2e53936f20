#include "postroad/pop3/pop3-server-session.h"
#include "postroad/smtp/smtp-content.h"

namespace ns3::postroad::pop3
{

/// RFC 1939 section 5: retr = "RETR" SP message-number CRLF; the message follows, byte-stuffed.
void
ServerSession::HandleRetr(std::string_view argument)
{
    if (const auto number = FindMessage(argument))
    {
        SendOk(std::to_string(m_maildrop.GetOctets(*number)) + " octets");
        SendContent(smtp::SerializeContent(m_maildrop.GetContent(*number)));
        Move(ServerInput::RETR);
    }
}

} // namespace ns3::postroad::pop3
