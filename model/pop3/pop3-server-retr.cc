#include "postroad/pop3/pop3-server-commands.h"
#include "postroad/pop3/pop3-server-context.h"
#include "postroad/smtp/grammar/smtp-content.h"

namespace ns3::postroad::pop3
{

/// RFC 1939 section 5: retr = "RETR" SP message-number CRLF; the message follows, byte-stuffed.
void
HandleRetr(ServerContext& session, std::string_view argument)
{
    if (const auto number = session.FindMessage(argument))
    {
        session.SendOk(std::to_string(session.GetMaildrop().GetOctets(*number)) + " octets");
        session.SendContent(smtp::SerializeContent(session.GetMaildrop().GetContent(*number)));
        session.Move(ServerInput::RETR);
    }
}

} // namespace ns3::postroad::pop3
