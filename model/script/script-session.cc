#include "postroad/script/script-session.h"

#include <utility>

namespace ns3::postroad::script
{

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
    if (!m_isGreeted)
    {
        m_isGreeted = true;
        SetDeadline(now + m_config.pace);
    }
}

void
ScriptSession::HandleTimeout(wire::TimePoint now)
{
    if (!m_isGreeted || m_said == m_config.lines.size())
    {
        End();
        return;
    }
    do
    {
        SendLine(m_config.lines[m_said++]);
    } while (m_config.pace <= wire::Duration(0) && m_said < m_config.lines.size());
    const bool isAllSaid = m_said == m_config.lines.size();
    SetDeadline(now + (isAllSaid ? m_config.patience : m_config.pace));
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
