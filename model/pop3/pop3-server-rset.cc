#include "postroad/pop3/pop3-server-session.h"

namespace ns3::postroad::pop3
{

/// RFC 1939 section 5: rset = "RSET" CRLF
void
ServerSession::HandleRset(std::string_view)
{
    m_maildrop.UnmarkAll();
    SendOk("maildrop has " + m_maildrop.Describe());
    Move(ServerInput::RSET);
}

} // namespace ns3::postroad::pop3
