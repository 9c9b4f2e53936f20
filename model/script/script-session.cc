#include "postroad/script/script-session.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad::script
{

namespace
{

constexpr std::size_t REPLY_CODE_LENGTH = 3;

} // namespace

ScriptSession::ScriptSession(ScriptConfig config)
    : m_config(std::move(config))
{
}

std::optional<ScriptEvent>
ScriptSession::NextEvent()
{
    return std::exchange(m_event, std::nullopt);
}

void
ScriptSession::Start(wire::TimePoint now)
{
    SetDeadline(now + m_config.patience);
}

void
ScriptSession::HandleLine(const wire::Line& line, wire::TimePoint now)
{
    ReportLine(line);
    m_lastLine = line.text;
    if (!m_isWaiting || (m_isGreeted && !IsReplyEnd(line.text)))
    {
        return;
    }
    m_nextAt = m_isGreeted ? m_nextAt : now + m_config.pace;
    m_isGreeted = true;
    m_isWaiting = false;
    m_isInContent = m_config.replies == ReplyForm::SMTP && line.text.starts_with("354");
    if (m_said < m_config.lines.size())
    {
        SetDeadline(std::max(m_nextAt, now));
    }
}

void
ScriptSession::HandleTimeout(wire::TimePoint now)
{
    if (!m_isGreeted || m_said == m_config.lines.size())
    {
        return End();
    }
    // Somebody who got no reply for so long goes on without it.
    SayNext(now);
}

/// Says the next line, and those behind it that wait for nothing.
void
ScriptSession::SayNext(wire::TimePoint now)
{
    do
    {
        const auto& line = m_config.lines[m_said++];
        SendLine(line);
        m_isWaiting = IsReplyDue(line);
    } while (m_config.pace <= wire::Duration(0) && !m_isWaiting && m_said < m_config.lines.size());
    m_nextAt = now + m_config.pace;
    const bool isAllSaid = m_said == m_config.lines.size();
    SetDeadline(isAllSaid || m_isWaiting ? now + m_config.patience : m_nextAt);
}

/// Whether a line is the only one of a reply, or its last.
bool
ScriptSession::IsReplyEnd(std::string_view line) const
{
    if (m_config.replies == ReplyForm::POP3)
    {
        return line.starts_with("+OK") || line.starts_with("-ERR");
    }
    return line.size() <= REPLY_CODE_LENGTH || line[REPLY_CODE_LENGTH] != '-';
}

/// Whether the server replies to what was just said.
bool
ScriptSession::IsReplyDue(std::string_view said)
{
    if (m_isInContent)
    {
        m_isInContent = said != ".";
    }
    return m_config.replies != ReplyForm::NONE && !m_isInContent;
}

void
ScriptSession::HandleInputEnd()
{
    End();
}

void
ScriptSession::HandleLoss()
{
    End();
}

bool
ScriptSession::IsReadyForLine() const
{
    return true;
}

std::size_t
ScriptSession::GetLineLimit() const
{
    return LINE_LIMIT;
}

void
ScriptSession::End()
{
    m_event = ScriptEnded{m_said, m_lastLine};
    EndStream();
}

} // namespace ns3::postroad::script
