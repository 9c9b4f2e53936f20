#include "postroad/pop3/pop3-server-commands.h"
#include "postroad/pop3/pop3-server-context.h"

namespace ns3::postroad::pop3
{

/// RFC 1939 section 5: stat = "STAT" CRLF; drop listing = count SP octets
void
HandleStat(ServerContext& session, std::string_view)
{
    session.SendOk(std::to_string(session.GetMaildrop().CountMessages()) + ' ' +
                   std::to_string(session.GetMaildrop().CountOctets()));
    session.Move(ServerInput::STAT);
}

} // namespace ns3::postroad::pop3
