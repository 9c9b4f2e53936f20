#include "support/transcript-checks.h"

#include "support/transcript-runner.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ns3::postroad::test
{

namespace
{

/// At most about this many places to cut a transcript's input at.
constexpr std::size_t CUTS = 1000;

} // namespace

void
CheckWhole(const Transcript& transcript, Side side, const MakeSubject& makeSubject)
{
    TranscriptRunner(transcript, side, makeSubject).RunAll();
}

void
CheckEachSplit(const Transcript& transcript, Side side, const MakeSubject& makeSubject)
{
    const auto size = TranscriptRunner(transcript, side, makeSubject).CountInput();
    const auto stride = size / CUTS + 1;
    for (std::size_t cut = 1; cut < size; cut += stride)
    {
        SCOPED_TRACE("input split at octet " + std::to_string(cut));
        TranscriptRunner runner(transcript, side, makeSubject);
        runner.CutInputAt(cut);
        runner.RunAll();
        if (testing::Test::HasFailure())
        {
            return;
        }
    }
    SCOPED_TRACE("input octet by octet");
    TranscriptRunner runner(transcript, side, makeSubject);
    runner.CutInputEverywhere();
    runner.RunAll();
}

void
CheckEachStepFailure(const Transcript& transcript, Side side, const MakeSubject& makeSubject)
{
    for (std::size_t n = 0; n < transcript.steps.size(); ++n)
    {
        for (const auto fail : {&TranscriptRunner::FailByAbort,
                                &TranscriptRunner::FailByEnd,
                                &TranscriptRunner::FailBySilence})
        {
            SCOPED_TRACE(transcript.path + ": failure before line " +
                         std::to_string(transcript.steps[n].line));
            TranscriptRunner runner(transcript, side, makeSubject);
            if (runner.Run(n))
            {
                (runner.*fail)();
            }
        }
    }
}

void
CheckEachRowIsTaken(const std::vector<Transcript>& transcripts,
                    Side side,
                    const MakeSubject& makeSubject,
                    const std::vector<std::string>& rowNames)
{
    std::set<std::size_t> taken;
    for (const auto& transcript : transcripts)
    {
        TranscriptRunner runner(transcript, side, makeSubject);
        runner.RunAll();
        taken.insert(runner.GetRows().begin(), runner.GetRows().end());
    }
    for (std::size_t row = 0; row < rowNames.size(); ++row)
    {
        EXPECT_TRUE(taken.contains(row)) << "no transcript takes the row " << rowNames[row];
    }
    EXPECT_TRUE(taken.empty() || *taken.rbegin() < rowNames.size())
        << "a row was reported that is not in the table: " << *taken.rbegin();
}

} // namespace ns3::postroad::test
