#include "postroad/smtp/smtp-server-session.h"

#include "postroad/smtp/smtp-command.h"
#include "postroad/smtp/smtp-rcpt-parameters.h"

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
    Move(ServerInput::OPEN);
    if (m_config.greetingDelay > wire::Duration::zero())
    {
        return SetDeadline(now + m_config.greetingDelay);
    }
    Greet(now);
}

/// RFC 5321 section 3.1: 220, or 554 and then nothing but QUIT; section 3.8: 421 closes.
void
ServerSession::Greet(wire::TimePoint now)
{
    if (HasInput())
    {
        return ExpelEarlyTalker();
    }
    if (!m_config.refusal)
    {
        SendReply(MakeReply(220, m_config.hostName + ' ' + m_config.software));
        Move(ServerInput::GREET);
    }
    else if (m_config.refusal->code == SERVICE_CLOSING)
    {
        return Close(*m_config.refusal, now);
    }
    else
    {
        SendReply(*m_config.refusal);
        Move(ServerInput::REFUSE);
    }
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
ServerSession::HandleTimeout(wire::TimePoint now)
{
    if (GetState() == ServerState::GREETING)
    {
        return Greet(now);
    }
    SendReply(MakeReply(421, TIMED_OUT, m_config.hostName + " Time-out, closing connection"));
    End(ServerInput::CLOSE, EndReason::TIMEOUT);
}

void
ServerSession::Answer(const Reply& reply, wire::TimePoint now)
{
    const auto count = m_question ? m_question->replies : 1;
    AnswerEach(std::vector<Reply>(count, reply), now);
}

void
ServerSession::AnswerEach(std::vector<Reply> replies, wire::TimePoint now)
{
    if (HasEnded())
    {
        return;
    }
    if (!m_question || m_question->replies != replies.size())
    {
        throw std::logic_error("smtp::ServerSession: an answer that does not fit a question");
    }
    const auto question = std::move(*m_question);
    m_question.reset();
    if (!question.lastOfGroup.empty() && ExpelImpatient(question.lastOfGroup))
    {
        return;
    }
    for (auto& reply : replies)
    {
        if (question.finish)
        {
            (this->*question.finish)(reply);
        }
        SendReply(reply);
    }
    const bool isDone = replies.front().IsPositive() || question.input == ServerInput::CONTENT;
    if (question.input && isDone)
    {
        Move(*question.input);
    }
    RestartTimer(now);
    HandleWaitingLines(now);
}

void
ServerSession::Accept(wire::TimePoint now)
{
    Answer(m_question ? std::move(m_question->usual) : Reply{}, now);
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
        return HandleContentLine(line);
    }
    ReportLine(line);
    if (GetState() == ServerState::GREETING)
    {
        return ExpelEarlyTalker();
    }
    HandleCommandLine(line);
}

bool
ServerSession::IsReadyForLine() const
{
    return GetState() != ServerState::CREATED && !m_question;
}

std::size_t
ServerSession::GetLineLimit() const
{
    // A text line may have one dot more than its limit; RCPT has the longest parameters.
    return GetState() == ServerState::DATA ? TEXT_LINE_LIMIT + 1
                                           : COMMAND_LINE_LIMIT + RCPT_LINE_EXTRA;
}

void
ServerSession::HandleCommandLine(const wire::Line& line)
{
    if (line.fault == wire::LineFault::BARE_LF || line.fault == wire::LineFault::BARE_CR)
    {
        return Complain(MakeReply(500, SYNTAX_ERROR, "Bare CR or LF: a line ends with CR LF"));
    }
    const auto command = ParseCommand(line.text);
    const auto* const known = command ? FindCommand(command->verb) : nullptr;
    const auto limit = COMMAND_LINE_LIMIT + (known ? known->lineExtra : 0);
    if (line.fault == wire::LineFault::TOO_LONG || line.range.end - line.range.begin > limit)
    {
        return Complain(MakeReply(500, SYNTAX_ERROR, "Line too long"));
    }
    if (!command)
    {
        return Complain(MakeReply(500, SYNTAX_ERROR, "Bad line: " + command.GetError().reason));
    }
    if (!known)
    {
        return Complain(MakeReply(500, SYNTAX_ERROR, "Command not recognized, try HELP"));
    }
    if (!command->isAscii && known->lineExtra == 0)
    {
        return Complain(MakeReply(500, SYNTAX_ERROR, "Bad line: expected printable US-ASCII only"));
    }
    HandleCommand(*known, command->argument);
}

void
ServerSession::HandleCommand(const KnownCommand& known, std::string_view argument)
{
    // In order or not: what follows is content, and must not be taken for commands.
    if (known.input == ServerInput::DATA && ExpelImpatient(known.verb))
    {
        return;
    }
    const bool isRefused = GetState() == ServerState::REFUSED && known.input != ServerInput::QUIT;
    if (isRefused || (known.input && !IsInOrder(*known.input)))
    {
        return ExplainOrder(known.input.value_or(ServerInput::OPEN));
    }
    m_idleCommands += known.isIdle ? 1 : 0;
    if (m_idleCommands > m_config.idleCommandLimit)
    {
        return Expel(
            MakeReply(421, POLICY_TROUBLE, m_config.hostName + " Too many idle commands, closing"));
    }
    (this->*known.handle)(argument);
}

void
ServerSession::ExplainOrder(ServerInput input)
{
    const char* text = "Send RCPT first";
    switch (GetState())
    {
    case ServerState::REFUSED:
        text = "No service here, send QUIT";
        break;
    case ServerState::CONNECTED:
        text = IsLmtp() ? "Send LHLO first" : "Send EHLO or HELO first";
        break;
    case ServerState::READY:
        text = "Send MAIL first";
        break;
    default:
        if (input == ServerInput::MAIL)
        {
            text = "A transaction is open, RSET drops it";
        }
        else if (GetState() == ServerState::BDAT)
        {
            text = "Chunks are coming, end them by BDAT with LAST, or RSET";
        }
    }
    Complain(MakeReply(503, INVALID_COMMAND, text));
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
        // A long name in it can make it longer than a client must bear.
        SendLine(reply.SerializeLine(i).substr(0, REPLY_LINE_LIMIT - 2));
    }
}

/// Sends a reply to a command that should not have come; too many of these end the session.
void
ServerSession::Complain(const Reply& reply)
{
    SendReply(reply);
    if (++m_faults >= m_config.faultLimit)
    {
        Expel(
            MakeReply(421, POLICY_TROUBLE, m_config.hostName + " Too many bad commands, closing"));
    }
}

/// Sends the client away.
void
ServerSession::Expel(const Reply& reply)
{
    SendReply(reply);
    End(ServerInput::CLOSE, EndReason::MISCONDUCT);
}

void
ServerSession::ExpelEarlyTalker()
{
    Expel(MakeReply(554, PROTOCOL_ERROR, "You did not wait for the greeting"));
}

/// RFC 2920 section 3.1: EHLO, DATA, VRFY, EXPN and NOOP can only be the last of a group. Sends a
/// client away that has not waited for the reply to one of them; false when it has.
bool
ServerSession::ExpelImpatient(std::string_view verb)
{
    const bool isImpatient = HasInput();
    if (isImpatient)
    {
        Expel(MakeReply(554,
                        PROTOCOL_ERROR,
                        "You did not wait for the reply to " + std::string(verb)));
    }
    return isImpatient;
}

bool
ServerSession::RefuseArgument(std::string_view verb, std::string_view argument)
{
    if (argument.empty())
    {
        return false;
    }
    Complain(MakeReply(501, INVALID_ARGUMENTS, std::string(verb) + " takes no argument"));
    return true;
}

void
ServerSession::End(ServerInput input, EndReason reason)
{
    m_question.reset();
    m_content.reset();
    m_chunks.reset();
    m_chunk.reset();
    TableSession::End(input, ServerSessionEnded{reason});
}

void
ServerSession::RestartTimer(wire::TimePoint now)
{
    SetDeadline(now + m_config.idleTimeout);
}

} // namespace ns3::postroad::smtp
