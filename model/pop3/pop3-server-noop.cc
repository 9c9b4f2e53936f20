#include "postroad/pop3/pop3-server-session.h"

namespace ns3::postroad::pop3
{

/// RFC 1939 section 5: noop = "NOOP" CRLF
void
ServerSession::HandleNoop(std::string_view)
{
    SendOk();
    Move(ServerInput::NOOP);
}

} // namespace ns3::postroad::pop3
