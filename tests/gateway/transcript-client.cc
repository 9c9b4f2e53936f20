#include "gateway/transcript-client.h"

#include <utility>

namespace ns3::postroad::test
{

namespace
{

bool
IsSaid(const Step& step)
{
    return step.kind == StepKind::BYTES || step.kind == StepKind::CLOSE;
}

std::string
WriteStep(const Step& step, std::string_view octets)
{
    std::string line = step.side == Side::CLIENT ? "C: " : "S: ";
    line += step.kind == StepKind::CLOSE ? "<close>" : octets;
    return line + '\n';
}

} // namespace

std::string
WriteDialogue(const Transcript& transcript)
{
    std::string dialogue;
    for (const auto& step : transcript.steps)
    {
        if (IsSaid(step))
        {
            dialogue += WriteStep(step, step.text);
        }
    }
    return dialogue;
}

TranscriptClient::TranscriptClient(const Transcript& transcript)
    : m_transcript(transcript)
{
}

void
TranscriptClient::Start(wire::TimePoint /*now*/)
{
    Advance();
}

void
TranscriptClient::Receive(std::string_view bytes, wire::TimePoint /*now*/)
{
    m_input += bytes;
    Advance();
}

void
TranscriptClient::ReceiveEnd(wire::TimePoint /*now*/)
{
    m_isInputOver = true;
    Advance();
    m_dialogue += m_input;
    GetOutlet().SetNextAction(wire::NextAction::CLOSE);
}

void
TranscriptClient::Abort(wire::TimePoint /*now*/)
{
    m_dialogue += "<abort>\n";
}

void
TranscriptClient::Expire(wire::TimePoint /*now*/)
{
}

void
TranscriptClient::Advance()
{
    while (m_next < m_transcript.steps.size() && Play(m_transcript.steps[m_next]))
    {
        ++m_next;
    }
}

/// False for a step of the server's whose octets have not come yet.
bool
TranscriptClient::Play(const Step& step)
{
    if (!IsSaid(step))
    {
        return true;
    }
    const bool isClose = step.kind == StepKind::CLOSE;
    if (step.side == Side::SERVER)
    {
        if (isClose ? !m_isInputOver : m_input.size() < step.text.size())
        {
            return false;
        }
        m_dialogue += WriteStep(step, m_input.substr(0, step.text.size()));
        m_input.erase(0, step.text.size());
        return true;
    }
    m_dialogue += WriteStep(step, step.text);
    isClose ? GetOutlet().SetNextAction(wire::NextAction::CLOSE)
            : GetOutlet().SendContent(step.text);
    return true;
}

} // namespace ns3::postroad::test
