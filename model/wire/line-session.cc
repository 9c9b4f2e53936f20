#include "postroad/wire/line-session.h"

namespace ns3::postroad::wire
{

void
LineSession::Receive(std::string_view bytes, TimePoint now)
{
    if (!HasEnded())
    {
        m_input.Append(bytes);
        HandleWaitingLines(now);
    }
}

void
LineSession::ReceiveEnd(TimePoint now)
{
    m_isInputOver = true;
    HandleWaitingLines(now);
}

void
LineSession::Abort(TimePoint)
{
    if (!HasEnded())
    {
        HandleLoss();
    }
}

void
LineSession::Expire(TimePoint now)
{
    if (const auto deadline = GetDeadline(); deadline && now >= *deadline)
    {
        HandleTimeout(now);
    }
}

void
LineSession::SecurityEstablished(const Security& security, TimePoint now)
{
    if (HasEnded())
    {
        return;
    }
    m_outlet.SetSecurity(security);
    HandleSecurity(now);
    HandleWaitingLines(now);
}

std::string
LineSession::SurrenderInput()
{
    const auto unread = m_input.GetSize();
    std::string input(m_input.TakeOctets(unread));
    m_input.Clear();
    m_isHeldBack = false;
    return input;
}

std::string
LineSession::TakeOutput()
{
    return m_outlet.TakeOutput();
}

bool
LineSession::HasOutput() const
{
    return m_outlet.GetOutputSize() > 0;
}

NextAction
LineSession::GetNextAction() const
{
    return m_outlet.GetNextAction();
}

std::optional<TimePoint>
LineSession::GetDeadline() const
{
    return m_outlet.GetDeadline();
}

void
LineSession::SetObserver(SessionObserver* observer)
{
    m_outlet.SetObserver(observer);
}

bool
LineSession::WantsInput() const
{
    return m_input.GetSize() < INPUT_LIMIT;
}

bool
LineSession::IsHeldBack() const
{
    return m_isHeldBack;
}

void
LineSession::HandleWaitingLines(TimePoint now)
{
    // A line may be answered while it is handled, and the answer calls this again: the loop that
    // is already running goes on instead of a second one inside it.
    if (m_isHandling)
    {
        return;
    }
    m_isHandling = true;
    while (CanGoOn() && HandleNext(now))
    {
    }
    m_isHandling = false;
    const bool isWaitingForTls = GetNextAction() == NextAction::START_TLS;
    if (m_isInputOver && (CanGoOn() || isWaitingForTls))
    {
        HandleInputEnd();
    }
}

bool
LineSession::HandleNext(TimePoint now)
{
    if (const auto wanted = GetOctetsWanted(); wanted > 0)
    {
        const auto begin = m_input.GetOffset();
        const auto octets = m_input.TakeOctets(wanted);
        if (!octets.empty())
        {
            HandleOctets(octets, {begin, begin + octets.size()}, now);
        }
        return !octets.empty();
    }
    const auto line = m_input.NextLine(GetLineLimit());
    if (line)
    {
        HandleLine(*line, now);
    }
    return line.has_value();
}

bool
LineSession::CanGoOn()
{
    m_isHeldBack = m_outlet.GetOutputSize() > OUTPUT_LIMIT && m_input.GetSize() > 0;
    return GetNextAction() == NextAction::CONTINUE && IsReadyForLine() && !m_isHeldBack;
}

void
LineSession::ReportLine(const Line& line)
{
    if (auto* observer = GetObserver())
    {
        observer->OnLine(Direction::RECEIVED, line.range, line.text);
    }
}

void
LineSession::EndStream()
{
    m_input.Clear();
    m_isHeldBack = false;
    SetDeadline(std::nullopt);
    m_outlet.SetNextAction(NextAction::CLOSE);
}

} // namespace ns3::postroad::wire
