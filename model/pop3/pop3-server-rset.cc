#include "postroad/pop3/pop3-server-commands.h"
#include "postroad/pop3/pop3-server-context.h"

namespace ns3::postroad::pop3
{

/// RFC 1939 section 5: rset = "RSET" CRLF
void
HandleRset(ServerContext& session, std::string_view)
{
    session.GetMaildrop().UnmarkAll();
    session.SendOk("maildrop has " + session.GetMaildrop().Describe());
    session.Move(ServerInput::RSET);
}

} // namespace ns3::postroad::pop3
