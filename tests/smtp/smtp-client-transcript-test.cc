#include "smtp/smtp-client-subject.h"
#include "support/masked-subject.h"
#include "support/transcript-checks.h"

#include <gtest/gtest.h>

namespace ns3::postroad::smtp
{
namespace
{

const std::string FOLDER = "smtp/transcripts/client";

class SmtpClientTranscript : public testing::TestWithParam<test::Transcript>
{
};

TEST_P(SmtpClientTranscript, IsSpokenToTheLetter)
{
    test::CheckWhole(GetParam(), test::Side::CLIENT, MakeClientSubject);
}

TEST_P(SmtpClientTranscript, DoesNotDependOnHowTheInputIsCut)
{
    test::CheckEachSplit(GetParam(), test::Side::CLIENT, MakeClientSubject);
}

TEST_P(SmtpClientTranscript, EndsInADefinedStateAfterAFailureBeforeAnyStep)
{
    test::CheckEachStepFailure(GetParam(), test::Side::CLIENT, MakeClientSubject);
}

TEST_P(SmtpClientTranscript, IsSpokenToTheLetterUnderAWrapper)
{
    test::CheckWhole(GetParam(), test::Side::CLIENT, test::Masked(MakeClientSubject));
    test::CheckEachSplit(GetParam(), test::Side::CLIENT, test::Masked(MakeClientSubject));
    test::CheckEachStepFailure(GetParam(), test::Side::CLIENT, test::Masked(MakeClientSubject));
}

INSTANTIATE_TEST_SUITE_P(Golden,
                         SmtpClientTranscript,
                         testing::ValuesIn(test::LoadTranscripts(FOLDER)),
                         test::TranscriptName());

TEST(SmtpClientStates, HaveATranscriptForEachRow)
{
    test::CheckEachRowIsTaken(test::LoadTranscripts(FOLDER),
                              test::Side::CLIENT,
                              MakeClientSubject,
                              test::NameRows(GetClientTable()));
}

} // namespace
} // namespace ns3::postroad::smtp
