#include "postroad/pop3/pop3-server-session.h"

#include "postroad/pop3/pop3-command.h"

#include <stdexcept>
#include <utility>

namespace ns3::postroad::pop3
{

ServerSession::ServerSession(ServerConfig config)
    : TableSession(GetServerTable(), ServerState::CREATED)
    , m_config(std::move(config))
{
}

void
ServerSession::Start(wire::TimePoint now)
{
    Move(ServerInput::OPEN);
    if (!m_config.refusal.empty())
    {
        SendError(m_config.refusal);
        return End(ServerInput::CLOSE, EndReason::CLOSED);
    }
    SendOk(m_config.software + " ready");
    RestartTimer(now);
}

void
ServerSession::HandleInputEnd()
{
    End(ServerInput::LOST, EndReason::PEER_ENDED);
}

void
ServerSession::HandleLoss()
{
    End(ServerInput::LOST, EndReason::STREAM_LOST);
}

void
ServerSession::HandleTimeout(wire::TimePoint)
{
    End(ServerInput::CLOSE, EndReason::TIMEOUT);
}

void
ServerSession::Close(wire::TimePoint)
{
    if (!HasEnded())
    {
        End(ServerInput::CLOSE, EndReason::CLOSED);
    }
}

void
ServerSession::HandleLine(const wire::Line& line, wire::TimePoint now)
{
    RestartTimer(now);
    ReportLine(line);
    HandleCommandLine(line);
}

bool
ServerSession::IsReadyForLine() const
{
    return GetState() != ServerState::CREATED && !HasQuestion();
}

std::size_t
ServerSession::GetLineLimit() const
{
    return COMMAND_LINE_LIMIT;
}

void
ServerSession::HandleCommandLine(const wire::Line& line)
{
    if (line.fault == wire::LineFault::TOO_LONG)
    {
        return SendError("line too long, at most " + std::to_string(COMMAND_LINE_LIMIT) +
                         " octets");
    }
    if (line.fault != wire::LineFault::NONE)
    {
        return SendError("bare CR or LF, a line ends with CR LF");
    }
    const auto command = ParseCommand(line.text);
    if (!command)
    {
        return SendError(command.GetError().reason);
    }
    const auto* const known = FindCommand(command->keyword);
    if (!known)
    {
        return SendError("unknown command");
    }
    if (!IsInOrder(known->input))
    {
        return SendError(
            std::string(known->keyword) + " is not allowed in the " +
            (GetState() == ServerState::TRANSACTION ? "TRANSACTION" : "AUTHORIZATION") + " state");
    }
    if (!known->hasArgument && !command->argument.empty())
    {
        return SendError(std::string(known->keyword) + " takes no argument");
    }
    (this->*known->handle)(command->argument);
}

std::optional<std::size_t>
ServerSession::FindMessage(std::string_view argument)
{
    const auto number = ParseMessageNumber(argument);
    if (!number)
    {
        SendError(number.GetError().reason);
        return std::nullopt;
    }
    if (!m_maildrop.HasNumber(*number))
    {
        SendError("no such message, only " + DescribeCount(m_maildrop.GetLastNumber()) +
                  " in maildrop");
        return std::nullopt;
    }
    if (m_maildrop.IsMarked(*number))
    {
        SendError("message " + std::to_string(*number) + " already deleted");
        return std::nullopt;
    }
    return *number;
}

void
ServerSession::SendOk(std::string_view text)
{
    SendLine(text.empty() ? "+OK" : "+OK " + std::string(text));
}

void
ServerSession::SendError(std::string_view text)
{
    SendLine("-ERR " + std::string(text));
}

void
ServerSession::Ask(Question question, ServerEvent event)
{
    m_question = question;
    Tell(std::move(event));
    SetDeadline(std::nullopt);
}

bool
ServerSession::TakeQuestion(Question question)
{
    if (HasEnded())
    {
        return false;
    }
    if (m_question != question)
    {
        throw std::logic_error("pop3::ServerSession: an answer came without its question");
    }
    m_question = Question::NONE;
    return true;
}

void
ServerSession::GoOn(wire::TimePoint now)
{
    if (!HasEnded())
    {
        RestartTimer(now);
        HandleWaitingLines(now);
    }
}

void
ServerSession::End(ServerInput input, EndReason reason)
{
    m_question = Question::NONE;
    TableSession::End(input, ServerSessionEnded{reason});
}

void
ServerSession::RestartTimer(wire::TimePoint now)
{
    SetDeadline(now + m_config.idleTimeout);
}

} // namespace ns3::postroad::pop3
