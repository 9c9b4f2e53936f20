#include "postroad/smtp/server/smtp-server-session.h"

#include "postroad/wire/input-mode.h"

#include <cstdint>
#include <stdexcept>
#include <string>
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
        return m_context.Expel(MakeReply(554, PROTOCOL_ERROR, "You did not wait for the greeting"));
    }
    if (!m_config.refusal)
    {
        m_context.SendReply(MakeReply(220, m_config.hostName + ' ' + m_config.software));
        Move(ServerInput::GREET);
    }
    else if (m_config.refusal->code == SERVICE_CLOSING)
    {
        return Close(*m_config.refusal, now);
    }
    else
    {
        m_context.SendReply(*m_config.refusal);
        Move(ServerInput::REFUSE);
    }
    RestartTimer(now);
}

void
ServerSession::HandleLine(const wire::Line& line, wire::TimePoint now)
{
    RestartTimer(now);
    wire::HandleLine(m_mode, m_context, line);
}

void
ServerSession::HandleOctets(std::string_view octets,
                            const wire::ByteRange& range,
                            wire::TimePoint now)
{
    RestartTimer(now);
    wire::HandleOctets(m_mode, m_context, octets, range);
}

std::size_t
ServerSession::GetLineLimit() const
{
    return wire::GetLineLimit(m_mode);
}

std::uint64_t
ServerSession::GetOctetsWanted() const
{
    return wire::GetOctetsWanted(m_mode);
}

bool
ServerSession::IsReadyForLine() const
{
    return GetState() != ServerState::CREATED && !m_question;
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
    m_context.SendReply(
        MakeReply(421, TIMED_OUT, m_config.hostName + " Time-out, closing connection"));
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
    if (!question.lastOfGroup.empty() && m_context.ExpelImpatient(question.lastOfGroup))
    {
        return;
    }
    for (auto& reply : replies)
    {
        if (question.finish)
        {
            question.finish(m_context, reply);
        }
        m_context.SendReply(reply);
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
        m_context.SendReply(reply);
        End(ServerInput::CLOSE, EndReason::CLOSED);
    }
}

void
ServerSession::End(ServerInput input, EndReason reason)
{
    m_question.reset();
    m_transaction = {};
    TableSession::End(input, ServerSessionEnded{reason});
}

void
ServerSession::RestartTimer(wire::TimePoint now)
{
    SetDeadline(now + m_config.idleTimeout);
}

} // namespace ns3::postroad::smtp
