#include "support/transcript-runner.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ns3::postroad::test
{

namespace
{

/// More turns than any session needs to come to its end.
constexpr int TURN_LIMIT = 1000;

} // namespace

TranscriptRunner::TranscriptRunner(const Transcript& transcript,
                                   Side side,
                                   const MakeSubject& makeSubject)
    : m_transcript(transcript)
    , m_side(side)
    , m_subject(makeSubject(transcript.options))
    , m_session(m_subject->GetSession())
{
    m_session.SetObserver(this);
    if (m_transcript.steps.front().kind != StepKind::ABORT)
    {
        m_isOpen = true;
        m_session.Start(m_now);
        Collect();
    }
}

bool
TranscriptRunner::Run(std::size_t count)
{
    for (std::size_t i = 0; i < count && !m_hasFailed; ++i)
    {
        Take(m_transcript.steps[i]);
    }
    return !m_hasFailed;
}

void
TranscriptRunner::RunAll()
{
    if (Run(m_transcript.steps.size()))
    {
        ExpectNothingLeft(m_transcript.steps.back().line);
        m_subject->CheckPromises();
    }
}

bool
TranscriptRunner::Take(const Step& step)
{
    const bool isOurs = step.side == m_side;
    const bool isTraffic = step.kind == StepKind::BYTES || step.kind == StepKind::CLOSE;
    if (step.kind == StepKind::EVENT || (isTraffic && isOurs))
    {
        Expect(step);
        return !m_hasFailed;
    }
    // The end of a stream may follow close behind the last line, an agent may act at any time.
    if (step.kind == StepKind::BYTES || step.kind == StepKind::TIME)
    {
        ExpectNothingLeft(step.line);
    }
    switch (step.kind)
    {
    case StepKind::BYTES:
        Feed(step.text);
        break;
    case StepKind::CLOSE:
        m_session.ReceiveEnd(m_now);
        break;
    case StepKind::ABORT:
        m_isCloseExpected = true;
        m_session.Abort(m_now);
        break;
    case StepKind::ACT:
        m_subject->Act(step.text, m_now);
        break;
    default:
        AdvanceTo(step.time);
    }
    Collect();
    return !m_hasFailed;
}

void
TranscriptRunner::Feed(std::string_view bytes)
{
    const auto begin = m_fed;
    if (m_isCutEverywhere)
    {
        for (std::size_t i = 0; i < bytes.size(); ++i)
        {
            FeedPiece(bytes.substr(i, 1));
        }
    }
    else if (m_cut > begin && m_cut < begin + bytes.size())
    {
        FeedPiece(bytes.substr(0, m_cut - begin));
        FeedPiece(bytes.substr(m_cut - begin));
    }
    else
    {
        FeedPiece(bytes);
    }
}

void
TranscriptRunner::FeedPiece(std::string_view bytes)
{
    // A copy of its own, so that a view kept by the session points into freed memory.
    const std::string piece(bytes);
    m_session.Receive(piece, m_now);
    m_fed += bytes.size();
    Collect();
}

void
TranscriptRunner::AdvanceTo(wire::TimePoint time)
{
    for (int i = 0; i < TURN_LIMIT; ++i)
    {
        const auto deadline = m_session.GetDeadline();
        if (!deadline || *deadline > time)
        {
            break;
        }
        m_now = std::max(m_now, *deadline);
        m_session.Expire(m_now);
        Collect();
    }
    m_now = time;
    m_session.Expire(m_now);
}

void
TranscriptRunner::Expect(const Step& step)
{
    if (step.kind == StepKind::BYTES)
    {
        ExpectBytes(step);
    }
    else if (step.kind == StepKind::EVENT)
    {
        ExpectEvent(step);
    }
    else
    {
        m_isCloseExpected = true;
        if (m_session.GetNextAction() != wire::NextAction::CLOSE)
        {
            Fail(step.line, "the session does not close the connection");
        }
    }
}

void
TranscriptRunner::ExpectBytes(const Step& step)
{
    if (!m_output.starts_with(step.text))
    {
        Fail(step.line,
             "expected the session to send\n" + step.text + "but it sent\n" +
                 (m_output.empty() ? "nothing" : m_output));
    }
    m_output.erase(0, step.text.size());
}

void
TranscriptRunner::ExpectEvent(const Step& step)
{
    const auto given = m_events.empty() ? "nothing" : m_events.front();
    if (given != step.text)
    {
        Fail(step.line, "expected the event\n" + step.text + "\nbut the session gave\n" + given);
    }
    else
    {
        m_events.pop_front();
    }
}

void
TranscriptRunner::ExpectNothingLeft(int line)
{
    if (!m_output.empty())
    {
        Fail(line, "the session has sent, which the transcript does not say:\n" + m_output);
    }
    if (!m_events.empty())
    {
        Fail(line, "the session gave an event that the transcript does not say:\n" + m_events[0]);
    }
    const bool isClosed = m_session.GetNextAction() == wire::NextAction::CLOSE;
    if (isClosed && !m_isCloseExpected)
    {
        Fail(line, "the session closes the connection, which the transcript does not say");
    }
    if (isClosed && !m_lastEvent.starts_with("ended"))
    {
        Fail(line, "the session closed without an event \"ended ...\"");
    }
}

void
TranscriptRunner::Collect()
{
    while (auto event = m_subject->NextEvent(m_now))
    {
        m_lastEvent = *event;
        m_events.push_back(std::move(*event));
    }
    m_output += m_session.TakeOutput();
    if (m_session.IsHeldBack())
    {
        m_session.Receive({}, m_now);
        Collect();
    }
}

void
TranscriptRunner::FailByAbort()
{
    m_output.clear();
    m_session.Abort(m_now);
    Collect();
    EXPECT_EQ(m_output, "") << "sent into a lost stream";
    EXPECT_FALSE(m_subject->IsWaitingForAgent()) << "although the stream is lost";
    ExpectEnded("lost stream");
}

void
TranscriptRunner::FailByEnd()
{
    if (!m_isOpen)
    {
        return;
    }
    m_session.ReceiveEnd(m_now);
    Collect();
    LetAgentFinish();
    ExpectEnded("end of the peer's stream");
}

void
TranscriptRunner::FailBySilence()
{
    if (!m_isOpen)
    {
        return;
    }
    for (int i = 0; i < TURN_LIMIT && m_session.GetNextAction() != wire::NextAction::CLOSE; ++i)
    {
        LetAgentFinish();
        const auto deadline = m_session.GetDeadline();
        if (m_session.GetNextAction() != wire::NextAction::CLOSE && !deadline)
        {
            ADD_FAILURE() << "the session waits for its peer without a deadline";
            return;
        }
        AdvanceTo(deadline.value_or(m_now));
        Collect();
    }
    ExpectEnded("silence");
}

void
TranscriptRunner::LetAgentFinish()
{
    for (int i = 0; i < TURN_LIMIT && m_subject->IsWaitingForAgent(); ++i)
    {
        m_subject->ActByDefault(m_now);
        Collect();
    }
}

void
TranscriptRunner::ExpectEnded(std::string_view how)
{
    EXPECT_EQ(m_session.GetNextAction(), wire::NextAction::CLOSE) << "after: " << how;
    EXPECT_EQ(m_session.GetDeadline(), std::nullopt) << "after: " << how;
    EXPECT_EQ(m_lastEvent.substr(0, 5), "ended") << "after: " << how;
    m_output.clear();
    const auto events = m_events.size();
    m_session.Receive("NOOP\r\n", m_now);
    m_session.ReceiveEnd(m_now);
    m_session.Expire(m_now + std::chrono::hours(1));
    m_session.Abort(m_now);
    Collect();
    EXPECT_EQ(m_output, "") << "an ended session still speaks, after: " << how;
    EXPECT_EQ(m_events.size(), events) << "an ended session gives events, after: " << how;
    m_subject->CheckPromises();
}

std::size_t
TranscriptRunner::CountInput() const
{
    std::size_t count = 0;
    for (const auto& step : m_transcript.steps)
    {
        count += step.kind == StepKind::BYTES && step.side != m_side ? step.text.size() : 0;
    }
    return count;
}

void
TranscriptRunner::OnLine(wire::Direction direction,
                         const wire::ByteRange& range,
                         std::string_view line)
{
    auto& observed = m_observed[static_cast<int>(direction)];
    EXPECT_GE(range.begin, observed) << "octets were shown twice, in: " << line;
    EXPECT_GE(range.end, range.begin + line.size());
    observed = range.end;
}

void
TranscriptRunner::OnContent(wire::Direction direction,
                            const wire::ByteRange& range,
                            std::string_view content)
{
    OnLine(direction, range, content.substr(0, range.end - range.begin));
}

void
TranscriptRunner::OnTransition(std::size_t row)
{
    m_rows.insert(row);
}

void
TranscriptRunner::Fail(int line, const std::string& message)
{
    m_hasFailed = true;
    ADD_FAILURE_AT(m_transcript.path.c_str(), line) << message;
}

} // namespace ns3::postroad::test
