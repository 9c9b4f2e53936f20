#include "postroad/pop3/pop3-server-commands.h"
#include "postroad/pop3/pop3-server-context.h"

namespace ns3::postroad::pop3
{

/// RFC 1939 section 5: dele = "DELE" SP message-number CRLF. Removal waits for the UPDATE state.
void
HandleDele(ServerContext& session, std::string_view argument)
{
    if (const auto number = session.FindMessage(argument))
    {
        session.GetMaildrop().Mark(*number);
        session.SendOk("message " + std::to_string(*number) + " deleted");
        session.Move(ServerInput::DELE);
    }
}

} // namespace ns3::postroad::pop3
