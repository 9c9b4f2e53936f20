#include "postroad/pop3/pop3-server-answers.h"
#include "postroad/pop3/pop3-server-commands.h"
#include "postroad/pop3/pop3-server-context.h"

#include <utility>

namespace ns3::postroad::pop3
{

/// RFC 1939 section 7: pass = "PASS" SP string CRLF. Spaces are part of the password.
void
HandlePass(ServerContext& session, std::string_view argument)
{
    if (argument.empty())
    {
        return session.SendError("expected PASS and a password");
    }
    session.Ask(LoginGiven{session.GetUser(), std::string(argument)});
}

void
FinishLogin(ServerContext& session, LoginAnswer answer)
{
    if (auto* const maildrop = std::get_if<Maildrop>(&answer))
    {
        session.GetMaildrop() = std::move(*maildrop);
        session.SendOk(session.GetUser() + " maildrop has " + session.GetMaildrop().Describe());
        return session.Move(ServerInput::PASS);
    }
    if (std::get<LoginRefusal>(answer) == LoginRefusal::MAILDROP_LOCKED)
    {
        session.SendError("maildrop is locked by another session, try again later");
        return session.Move(ServerInput::REFUSE);
    }
    if (session.CountFailedLogin() < session.GetConfig().failedLoginLimit)
    {
        session.SendError("wrong user name or password");
        return session.Move(ServerInput::REFUSE);
    }
    session.SendError("wrong user name or password, too many failed logins");
    session.End(ServerInput::CLOSE, EndReason::TOO_MANY_LOGINS);
}

} // namespace ns3::postroad::pop3
