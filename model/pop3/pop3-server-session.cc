#include "postroad/pop3/pop3-server-session.h"

#include "postroad/pop3/pop3-server-answers.h"
#include "postroad/wire/input-mode.h"

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
        m_context.SendError(m_config.refusal);
        return End(ServerInput::CLOSE, EndReason::CLOSED);
    }
    m_context.SendOk(m_config.software + " ready");
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
    wire::HandleLine(m_mode, m_context, line);
}

bool
ServerSession::IsReadyForLine() const
{
    return GetState() != ServerState::CREATED && !HasQuestion();
}

std::size_t
ServerSession::GetLineLimit() const
{
    return wire::GetLineLimit(m_mode);
}

void
ServerSession::AnswerLogin(LoginAnswer answer, wire::TimePoint now)
{
    if (CloseQuestion<LoginGiven>())
    {
        FinishLogin(m_context, std::move(answer));
        GoOn(now);
    }
}

void
ServerSession::AnswerUpdate(UpdateOutcome outcome, wire::TimePoint)
{
    if (CloseQuestion<DeletionsGiven>())
    {
        FinishUpdate(m_context, outcome);
    }
}

template <typename Question>
bool
ServerSession::CloseQuestion()
{
    if (HasEnded())
    {
        return false;
    }
    if (m_question != ServerEvent(Question{}).index())
    {
        throw std::logic_error("pop3::ServerSession: an answer came without its question");
    }
    m_question.reset();
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
    m_question.reset();
    TableSession::End(input, ServerSessionEnded{reason});
}

void
ServerSession::RestartTimer(wire::TimePoint now)
{
    SetDeadline(now + m_config.idleTimeout);
}

} // namespace ns3::postroad::pop3
