#include "postroad/pop3/pop3-server-commands.h"
#include "postroad/pop3/pop3-server-context.h"

namespace ns3::postroad::pop3
{

/// RFC 1939 section 7: user = "USER" SP name CRLF. Whether there is such a user is not told.
void
HandleUser(ServerContext& session, std::string_view argument)
{
    if (argument.empty())
    {
        return session.SendError("expected USER and a name");
    }
    session.SetUser(argument);
    session.SendOk();
    session.Move(ServerInput::USER);
}

} // namespace ns3::postroad::pop3
