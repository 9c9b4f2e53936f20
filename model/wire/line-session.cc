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

bool
LineSession::WantsInput() const
{
    return m_input.GetSize() < INPUT_LIMIT;
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
    while (GetNextAction() == NextAction::CONTINUE && IsReadyForLine())
    {
        const auto line = m_input.NextLine(GetLineLimit());
        if (!line)
        {
            break;
        }
        HandleLine(*line, now);
    }
    m_isHandling = false;
    if (m_isInputOver && GetNextAction() == NextAction::CONTINUE && IsReadyForLine())
    {
        HandleInputEnd();
    }
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
    SetDeadline(std::nullopt);
    SetNextAction(NextAction::CLOSE);
}

} // namespace ns3::postroad::wire
