#include "postroad/pop3/pop3-server-session.h"

#include <utility>

namespace ns3::postroad::pop3
{

/// RFC 1939 section 7: pass = "PASS" SP string CRLF. Spaces are part of the password.
void
ServerSession::HandlePass(std::string_view argument)
{
    if (argument.empty())
    {
        return SendError("expected PASS and a password");
    }
    Ask(Question::LOGIN, LoginGiven{m_user, std::string(argument)});
}

void
ServerSession::AnswerLogin(LoginAnswer answer, wire::TimePoint now)
{
    if (!TakeQuestion(Question::LOGIN))
    {
        return;
    }
    if (const auto* const refusal = std::get_if<LoginRefusal>(&answer))
    {
        RefuseLogin(*refusal);
    }
    else
    {
        AcceptLogin(std::get<Maildrop>(std::move(answer)));
    }
    GoOn(now);
}

void
ServerSession::AcceptLogin(Maildrop maildrop)
{
    m_maildrop = std::move(maildrop);
    SendOk(m_user + " maildrop has " + m_maildrop.Describe());
    Move(ServerInput::PASS);
}

void
ServerSession::RefuseLogin(LoginRefusal refusal)
{
    if (refusal == LoginRefusal::MAILDROP_LOCKED)
    {
        SendError("maildrop is locked by another session, try again later");
        return Move(ServerInput::REFUSE);
    }
    if (++m_failedLogins < m_config.failedLoginLimit)
    {
        SendError("wrong user name or password");
        return Move(ServerInput::REFUSE);
    }
    SendError("wrong user name or password, too many failed logins");
    End(ServerInput::CLOSE, EndReason::TOO_MANY_LOGINS);
}

} // namespace ns3::postroad::pop3
