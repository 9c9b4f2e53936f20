#include "postroad/smtp/smtp-server-session.h"

#include <string>
#include <utility>

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.1.1.6: vrfy = "VRFY" SP String CRLF
void
ServerSession::HandleVrfy(std::string_view argument)
{
    AskUser("VRFY", argument, MakeReply(252, SUCCESS, "Cannot VRFY user, but RCPT will tell"));
}

/// What VRFY and EXPN have in common: the agent may tell.
void
ServerSession::AskUser(std::string_view verb, std::string_view text, Reply usual)
{
    if (text.empty())
    {
        return Complain(
            MakeReply(501, INVALID_ARGUMENTS, "Expected a name behind " + std::string(verb)));
    }
    Ask(UserAsked{std::string(text), verb == "EXPN"},
        {std::nullopt, std::move(usual), nullptr, 1, verb});
}

} // namespace ns3::postroad::smtp
