#include "postroad/smtp/server/smtp-server-vrfy.h"

#include "postroad/smtp/server/smtp-server-commands.h"
#include "postroad/smtp/server/smtp-server-context.h"

#include <string>
#include <utility>

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.1.1.6: vrfy = "VRFY" SP String CRLF
void
HandleVrfy(ServerContext& session, std::string_view argument)
{
    AskUser(session,
            "VRFY",
            argument,
            MakeReply(252, SUCCESS, "Cannot VRFY user, but RCPT will tell"));
}

void
AskUser(ServerContext& session, std::string_view verb, std::string_view text, Reply usual)
{
    if (text.empty())
    {
        return session.Complain(
            MakeReply(501, INVALID_ARGUMENTS, "Expected a name behind " + std::string(verb)));
    }
    session.Ask(UserAsked{std::string(text), verb == "EXPN"},
                {.usual = std::move(usual), .lastOfGroup = verb});
}

} // namespace ns3::postroad::smtp
