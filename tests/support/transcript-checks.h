/**
 * The checks that every transcript of every protocol goes through.
 *
 *     class SmtpServerTranscript : public testing::TestWithParam<test::Transcript> {};
 *     TEST_P(SmtpServerTranscript, IsSpokenToTheLetter)
 *     { test::CheckWhole(GetParam(), test::Side::SERVER, MakeSmtpServer); }
 *     ... likewise with CheckEachSplit and CheckEachStepFailure ...
 *     INSTANTIATE_TEST_SUITE_P(Golden, SmtpServerTranscript,
 *         testing::ValuesIn(test::LoadTranscripts("smtp/transcripts/server")),
 *         test::TranscriptName());
 *     TEST(SmtpServerStates, HaveATranscriptForEachRow)
 *     { test::CheckEachRowIsTaken(transcripts, test::Side::SERVER, MakeSmtpServer,
 *                                 test::NameRows(GetServerTable())); }
 */
#ifndef POSTROAD_TESTS_SUPPORT_TRANSCRIPT_CHECKS_H
#define POSTROAD_TESTS_SUPPORT_TRANSCRIPT_CHECKS_H

#include "support/test-subject.h"
#include "support/transcript.h"

#include "postroad/wire/transition-table.h"

#include <string>
#include <vector>

namespace ns3::postroad::test
{

/// The session under test, which is `side`, speaks the transcript to the letter.
void CheckWhole(const Transcript& transcript, Side side, const MakeSubject& makeSubject);

/// It does so, too, when its input comes in two pieces, for each place to cut (for long inputs, a
/// thousand places), and octet by octet.
void CheckEachSplit(const Transcript& transcript, Side side, const MakeSubject& makeSubject);

/// Before each step in turn, the stream is lost, the peer ends it, or the peer falls silent until
/// the deadlines have passed: the session ends in a defined state.
void CheckEachStepFailure(const Transcript& transcript, Side side, const MakeSubject& makeSubject);

/// Each row of the protocol's transition table is taken by at least one of the transcripts.
/// \param rowNames the rows in words, in the order of the table; a failure names the missing ones
void CheckEachRowIsTaken(const std::vector<Transcript>& transcripts,
                         Side side,
                         const MakeSubject& makeSubject,
                         const std::vector<std::string>& rowNames);

/// The rows of a table in words.
template <typename State, typename Input>
std::vector<std::string>
NameRows(const wire::TransitionTable<State, Input>& table)
{
    std::vector<std::string> names;
    for (const auto& row : table.GetRows())
    {
        names.push_back(table.Describe(row));
    }
    return names;
}

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_SUPPORT_TRANSCRIPT_CHECKS_H
