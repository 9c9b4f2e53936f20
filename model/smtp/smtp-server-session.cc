#include "postroad/smtp/smtp-server-session.h"

#include "postroad/smtp/smtp-command.h"
#include "postroad/wire/ascii.h"

#include <stdexcept>
#include <utility>

namespace ns3::postroad::smtp
{

ServerSession::ServerSession(ServerConfig config)
    : TableSession(GetServerTable(), ServerState::CREATED)
    , m_config(std::move(config))
{
}

void
ServerSession::Start(wire::TimePoint now)
{
    SendReply(MakeReply(220, m_config.hostName + ' ' + m_config.software));
    Take(ServerInput::OPEN);
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
    SendReply(MakeReply(421, TIMED_OUT, m_config.hostName + " Time-out, closing connection"));
    End(ServerInput::CLOSE, EndReason::TIMEOUT);
}

void
ServerSession::Answer(Reply reply, wire::TimePoint now)
{
    if (HasEnded())
    {
        return;
    }
    if (!m_question)
    {
        throw std::logic_error("smtp::ServerSession: an answer came without a question");
    }
    const auto question = std::move(*m_question);
    m_question.reset();
    if (question.finish)
    {
        (this->*question.finish)(reply);
    }
    SendReply(reply);
    if (reply.IsPositive() || question.input == ServerInput::CONTENT)
    {
        Take(question.input);
    }
    RestartTimer(now);
    HandleWaitingLines(now);
}

void
ServerSession::Accept(wire::TimePoint now)
{
    Answer(m_question ? std::move(m_question->consent) : Reply{}, now);
}

void
ServerSession::Close(const Reply& reply, wire::TimePoint)
{
    if (!HasEnded())
    {
        SendReply(reply);
        End(ServerInput::CLOSE, EndReason::CLOSED);
    }
}

void
ServerSession::HandleLine(const wire::Line& line, wire::TimePoint now)
{
    RestartTimer(now);
    if (GetState() == ServerState::DATA)
    {
        HandleContentLine(line);
    }
    else
    {
        ReportLine(line);
        HandleCommandLine(line);
    }
}

bool
ServerSession::IsReadyForLine() const
{
    return GetState() != ServerState::CREATED && !m_question;
}

std::size_t
ServerSession::GetLineLimit() const
{
    // A text line may have one dot more than its limit, MAIL may have parameters.
    return GetState() == ServerState::DATA ? TEXT_LINE_LIMIT + 1
                                           : COMMAND_LINE_LIMIT + MAIL_LINE_EXTRA;
}

void
ServerSession::HandleCommandLine(const wire::Line& line)
{
    if (line.fault == wire::LineFault::BARE_LF || line.fault == wire::LineFault::BARE_CR)
    {
        return SendReply(MakeReply(500, SYNTAX_ERROR, "Bare CR or LF: a line ends with CR LF"));
    }
    const auto command = ParseCommand(line.text);
    const bool isMail = command && wire::EqualsIgnoringCase(command->verb, "MAIL");
    if (line.fault == wire::LineFault::TOO_LONG ||
        (line.range.end - line.range.begin > COMMAND_LINE_LIMIT && !isMail))
    {
        return SendReply(MakeReply(500, SYNTAX_ERROR, "Line too long"));
    }
    if (!command)
    {
        return SendReply(MakeReply(500, SYNTAX_ERROR, "Bad line: " + command.GetError().reason));
    }
    const auto* known = FindCommand(command->verb);
    if (!known)
    {
        return SendReply(MakeReply(500, SYNTAX_ERROR, "Command not recognized, try HELP"));
    }
    if (known->input && !IsInOrder(*known->input))
    {
        return ExplainOrder(*known->input);
    }
    (this->*known->handle)(command->argument);
}

void
ServerSession::ExplainOrder(ServerInput input)
{
    const char* text = "Send RCPT first";
    if (GetState() == ServerState::CONNECTED)
    {
        text = "Send EHLO or HELO first";
    }
    else if (GetState() == ServerState::READY)
    {
        text = "Send MAIL first";
    }
    else if (input == ServerInput::MAIL)
    {
        text = "A transaction is open, RSET drops it";
    }
    SendReply(MakeReply(503, INVALID_COMMAND, text));
}

void
ServerSession::Ask(ServerEvent event, Question question)
{
    m_question = std::move(question);
    Tell(std::move(event));
    SetDeadline(std::nullopt);
}

void
ServerSession::SendReply(const Reply& reply)
{
    if (reply.enhanced && !m_config.Offers(EXTENSION_ENHANCEDSTATUSCODES))
    {
        return SendReply({reply.code, std::nullopt, reply.lines});
    }
    for (std::size_t i = 0; i == 0 || i < reply.lines.size(); ++i)
    {
        SendLine(reply.SerializeLine(i));
    }
}

bool
ServerSession::RefuseArgument(std::string_view verb, std::string_view argument)
{
    if (argument.empty())
    {
        return false;
    }
    SendReply(MakeReply(501, INVALID_ARGUMENTS, std::string(verb) + " takes no argument"));
    return true;
}

void
ServerSession::End(ServerInput input, EndReason reason)
{
    m_question.reset();
    m_content.reset();
    TableSession::End(input, ServerSessionEnded{reason});
}

void
ServerSession::RestartTimer(wire::TimePoint now)
{
    SetDeadline(now + m_config.idleTimeout);
}

} // namespace ns3::postroad::smtp
