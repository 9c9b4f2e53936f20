#include "postroad/pop3/pop3-server-context.h"

#include "postroad/pop3/pop3-command.h"
#include "postroad/pop3/pop3-server-session.h"

#include <utility>

namespace ns3::postroad::pop3
{

const ServerConfig&
ServerContext::GetConfig() const
{
    return m_session.m_config;
}

ServerState
ServerContext::GetState() const
{
    return m_session.GetState();
}

bool
ServerContext::IsInOrder(ServerInput input) const
{
    return m_session.IsInOrder(input);
}

void
ServerContext::Move(ServerInput input)
{
    m_session.Move(input);
}

const std::string&
ServerContext::GetUser() const
{
    return m_session.m_user;
}

void
ServerContext::SetUser(std::string_view user)
{
    m_session.m_user = user;
}

Maildrop&
ServerContext::GetMaildrop()
{
    return m_session.m_maildrop;
}

int
ServerContext::CountFailedLogin()
{
    return ++m_session.m_failedLogins;
}

std::optional<std::size_t>
ServerContext::FindMessage(std::string_view argument)
{
    const auto number = ParseMessageNumber(argument);
    if (!number)
    {
        SendError(number.GetError().reason);
        return std::nullopt;
    }
    if (!m_session.m_maildrop.HasNumber(*number))
    {
        SendError("no such message, only " + DescribeCount(m_session.m_maildrop.GetLastNumber()) +
                  " in maildrop");
        return std::nullopt;
    }
    if (m_session.m_maildrop.IsMarked(*number))
    {
        SendError("message " + std::to_string(*number) + " already deleted");
        return std::nullopt;
    }
    return *number;
}

void
ServerContext::Ask(ServerEvent event)
{
    m_session.m_question = event.index();
    m_session.Tell(std::move(event));
    m_session.SetDeadline(std::nullopt);
}

void
ServerContext::SendOk(std::string_view text)
{
    SendLine(text.empty() ? "+OK" : "+OK " + std::string(text));
}

void
ServerContext::SendError(std::string_view text)
{
    SendLine("-ERR " + std::string(text));
}

void
ServerContext::SendLine(std::string_view line)
{
    m_session.SendLine(line);
}

void
ServerContext::SendContent(std::string_view content)
{
    m_session.SendContent(content);
}

void
ServerContext::End(ServerInput input, EndReason reason)
{
    m_session.End(input, reason);
}

void
ServerContext::ReportLine(const wire::Line& line)
{
    m_session.ReportLine(line);
}

} // namespace ns3::postroad::pop3
