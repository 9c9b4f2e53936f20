#include "postroad/pop3/pop3-server-commands.h"
#include "postroad/pop3/pop3-server-context.h"

namespace ns3::postroad::pop3
{

/// RFC 1939 section 5: noop = "NOOP" CRLF
void
HandleNoop(ServerContext& session, std::string_view)
{
    session.SendOk();
    session.Move(ServerInput::NOOP);
}

} // namespace ns3::postroad::pop3
