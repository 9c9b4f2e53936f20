#include "postroad/pop3/pop3-server-session.h"

namespace ns3::postroad::pop3
{

/// RFC 1939 section 5: stat = "STAT" CRLF; drop listing = count SP octets
void
ServerSession::HandleStat(std::string_view)
{
    SendOk(std::to_string(m_maildrop.CountMessages()) + ' ' +
           std::to_string(m_maildrop.CountOctets()));
    Move(ServerInput::STAT);
}

} // namespace ns3::postroad::pop3
