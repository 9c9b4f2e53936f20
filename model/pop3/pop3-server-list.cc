#include "postroad/pop3/pop3-server-commands.h"
#include "postroad/pop3/pop3-server-context.h"

namespace ns3::postroad::pop3
{

/// RFC 1939 section 5: list = "LIST" [SP message-number] CRLF; scan listing = number SP octets
void
HandleList(ServerContext& session, std::string_view argument)
{
    const auto describe = [&session](std::size_t number) {
        return std::to_string(number) + ' ' +
               std::to_string(session.GetMaildrop().GetOctets(number));
    };
    if (!argument.empty())
    {
        if (const auto number = session.FindMessage(argument))
        {
            session.SendOk(describe(*number));
            session.Move(ServerInput::LIST);
        }
        return;
    }
    session.SendOk(session.GetMaildrop().Describe());
    for (std::size_t number = 1; number <= session.GetMaildrop().GetLastNumber(); ++number)
    {
        if (!session.GetMaildrop().IsMarked(number))
        {
            session.SendLine(describe(number));
        }
    }
    session.SendLine(".");
    session.Move(ServerInput::LIST);
}

} // namespace ns3::postroad::pop3
