#include "postroad/smtp/server/smtp-server-commands.h"
#include "postroad/smtp/server/smtp-server-vrfy.h"

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.1.1.7: expn = "EXPN" SP String CRLF
void
HandleExpn(ServerContext& session, std::string_view argument)
{
    AskUser(session, "EXPN", argument, MakeReply(502, INVALID_COMMAND, "EXPN is not implemented"));
}

} // namespace ns3::postroad::smtp
