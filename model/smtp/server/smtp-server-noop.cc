#include "postroad/smtp/server/smtp-server-commands.h"
#include "postroad/smtp/server/smtp-server-context.h"

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.1.1.9: noop = "NOOP" [ SP String ] CRLF
void
HandleNoop(ServerContext& session, std::string_view)
{
    if (!session.ExpelImpatient("NOOP"))
    {
        session.SendReply(MakeReply(250, SUCCESS, "Ok"));
    }
}

} // namespace ns3::postroad::smtp
