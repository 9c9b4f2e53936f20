#include "smtp/smtp-server-subject.h"
#include "support/masked-subject.h"
#include "support/transcript-checks.h"

#include <gtest/gtest.h>

namespace ns3::postroad::smtp
{
namespace
{

const std::string FOLDER = "smtp/transcripts/server";

class SmtpServerTranscript : public testing::TestWithParam<test::Transcript>
{
};

TEST_P(SmtpServerTranscript, IsSpokenToTheLetter)
{
    test::CheckWhole(GetParam(), test::Side::SERVER, MakeServerSubject);
}

TEST_P(SmtpServerTranscript, DoesNotDependOnHowTheInputIsCut)
{
    test::CheckEachSplit(GetParam(), test::Side::SERVER, MakeServerSubject);
}

TEST_P(SmtpServerTranscript, EndsInADefinedStateAfterAFailureBeforeAnyStep)
{
    test::CheckEachStepFailure(GetParam(), test::Side::SERVER, MakeServerSubject);
}

TEST_P(SmtpServerTranscript, IsSpokenToTheLetterUnderAWrapper)
{
    test::CheckWhole(GetParam(), test::Side::SERVER, test::Masked(MakeServerSubject));
    test::CheckEachSplit(GetParam(), test::Side::SERVER, test::Masked(MakeServerSubject));
    test::CheckEachStepFailure(GetParam(), test::Side::SERVER, test::Masked(MakeServerSubject));
}

INSTANTIATE_TEST_SUITE_P(Golden,
                         SmtpServerTranscript,
                         testing::ValuesIn(test::LoadTranscripts(FOLDER)),
                         test::TranscriptName());

TEST(SmtpServerStates, HaveATranscriptForEachRow)
{
    test::CheckEachRowIsTaken(test::LoadTranscripts(FOLDER),
                              test::Side::SERVER,
                              MakeServerSubject,
                              test::NameRows(GetServerTable()));
}

} // namespace
} // namespace ns3::postroad::smtp
