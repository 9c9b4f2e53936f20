#include "pop3/pop3-client-subject.h"
#include "support/masked-subject.h"
#include "support/transcript-checks.h"

#include "postroad/pop3/pop3-client-states.h"

#include <gtest/gtest.h>

namespace ns3::postroad::test
{
namespace
{

const std::string FOLDER = "pop3/transcripts/client";

class Pop3ClientTranscript : public testing::TestWithParam<Transcript>
{
};

TEST_P(Pop3ClientTranscript, IsSpokenToTheLetter)
{
    CheckWhole(GetParam(), Side::CLIENT, MakePop3Client);
}

TEST_P(Pop3ClientTranscript, IsTheSameHoweverItsInputIsCut)
{
    CheckEachSplit(GetParam(), Side::CLIENT, MakePop3Client);
}

TEST_P(Pop3ClientTranscript, EndsInADefinedStateAtEachStep)
{
    CheckEachStepFailure(GetParam(), Side::CLIENT, MakePop3Client);
}

TEST_P(Pop3ClientTranscript, IsSpokenToTheLetterUnderAWrapper)
{
    CheckWhole(GetParam(), Side::CLIENT, Masked(MakePop3Client));
    CheckEachSplit(GetParam(), Side::CLIENT, Masked(MakePop3Client));
    CheckEachStepFailure(GetParam(), Side::CLIENT, Masked(MakePop3Client));
}

INSTANTIATE_TEST_SUITE_P(Golden,
                         Pop3ClientTranscript,
                         testing::ValuesIn(LoadTranscripts(FOLDER)),
                         TranscriptName());

TEST(Pop3ClientStates, HaveATranscriptForEachRow)
{
    CheckEachRowIsTaken(LoadTranscripts(FOLDER),
                        Side::CLIENT,
                        MakePop3Client,
                        NameRows(pop3::GetClientTable()));
}

} // namespace
} // namespace ns3::postroad::test
