/**
 * Plays one side of a transcript to a session and checks the other side, octet by octet.
 *
 * Nothing may be left over: what the session sends, gives as an event or does with the stream and
 * the transcript does not say is a failure, too. Failures name the transcript's file and line.
 */
#ifndef POSTROAD_TESTS_SUPPORT_TRANSCRIPT_RUNNER_H
#define POSTROAD_TESTS_SUPPORT_TRANSCRIPT_RUNNER_H

#include "support/test-subject.h"
#include "support/transcript.h"

#include "postroad/wire/session-observer.h"

#include <cstdint>
#include <deque>
#include <set>

namespace ns3::postroad::test
{

/// One run of one transcript.
class TranscriptRunner : private wire::SessionObserver
{
  public:
    /// \param side the side that the session under test is
    TranscriptRunner(const Transcript& transcript, Side side, const MakeSubject& makeSubject);

    /// Cuts the input at this octet of the whole stream; call before Run().
    void CutInputAt(std::size_t octet)
    {
        m_cut = octet;
    }

    /// Gives the input octet by octet; call before Run().
    void CutInputEverywhere()
    {
        m_isCutEverywhere = true;
    }

    /// Takes the first `count` steps; false as soon as one of them fails.
    bool Run(std::size_t count);

    /// Takes all steps and checks that nothing is left.
    void RunAll();

    /// The stream is lost now. The session must end at once and send nothing more.
    void FailByAbort();

    /// The peer ends its stream now. Once the agent has done its part, the session must end.
    void FailByEnd();

    /// Nothing comes any more. Once the agent has done its part and the deadlines have passed, the
    /// session must end.
    void FailBySilence();

    /// The rows of the transition table that were taken so far.
    const std::set<std::size_t>& GetRows() const
    {
        return m_rows;
    }

    /// The octets that the other side sends in the whole transcript.
    std::size_t CountInput() const;

  private:
    void
    OnLine(wire::Direction direction, const wire::ByteRange& range, std::string_view line) override;
    void OnContent(wire::Direction direction,
                   const wire::ByteRange& range,
                   std::string_view content) override;
    void OnTransition(std::size_t row) override;

    bool Take(const Step& step);
    void Feed(std::string_view bytes);
    void FeedPiece(std::string_view bytes);
    void AdvanceTo(wire::TimePoint time);
    void Expect(const Step& step);
    void ExpectBytes(const Step& step);
    void ExpectEvent(const Step& step);
    void ExpectNothingLeft(int line);
    void Collect();
    void LetAgentFinish();
    void ExpectEnded(std::string_view how);
    void Fail(int line, const std::string& message);

    const Transcript& m_transcript;
    Side m_side;
    std::unique_ptr<TestSubject> m_subject;
    wire::StreamSession& m_session;
    wire::TimePoint m_now;
    bool m_isOpen{false};
    std::size_t m_cut{0};
    bool m_isCutEverywhere{false};
    std::size_t m_fed{0};
    std::string m_output;             ///< what the session sent and no step expected yet
    std::deque<std::string> m_events; ///< likewise
    std::string m_lastEvent;
    bool m_isCloseExpected{false};
    bool m_hasFailed{false};
    std::set<std::size_t> m_rows;
    std::uint64_t m_observed[2]{0, 0}; ///< octets shown to the observer in each direction
};

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_SUPPORT_TRANSCRIPT_RUNNER_H
