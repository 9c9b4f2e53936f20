#include "pop3/pop3-server-subject.h"
#include "support/masked-subject.h"
#include "support/transcript-checks.h"

#include "postroad/pop3/pop3-server-states.h"

#include <gtest/gtest.h>

namespace ns3::postroad::test
{
namespace
{

const std::string FOLDER = "pop3/transcripts/server";

class Pop3ServerTranscript : public testing::TestWithParam<Transcript>
{
};

TEST_P(Pop3ServerTranscript, IsSpokenToTheLetter)
{
    CheckWhole(GetParam(), Side::SERVER, MakePop3Server);
}

TEST_P(Pop3ServerTranscript, IsTheSameHoweverItsInputIsCut)
{
    CheckEachSplit(GetParam(), Side::SERVER, MakePop3Server);
}

TEST_P(Pop3ServerTranscript, EndsInADefinedStateAtEachStep)
{
    CheckEachStepFailure(GetParam(), Side::SERVER, MakePop3Server);
}

TEST_P(Pop3ServerTranscript, IsSpokenToTheLetterUnderAWrapper)
{
    CheckWhole(GetParam(), Side::SERVER, Masked(MakePop3Server));
    CheckEachSplit(GetParam(), Side::SERVER, Masked(MakePop3Server));
    CheckEachStepFailure(GetParam(), Side::SERVER, Masked(MakePop3Server));
}

INSTANTIATE_TEST_SUITE_P(Golden,
                         Pop3ServerTranscript,
                         testing::ValuesIn(LoadTranscripts(FOLDER)),
                         TranscriptName());

TEST(Pop3ServerStates, HaveATranscriptForEachRow)
{
    CheckEachRowIsTaken(LoadTranscripts(FOLDER),
                        Side::SERVER,
                        MakePop3Server,
                        NameRows(pop3::GetServerTable()));
}

} // namespace
} // namespace ns3::postroad::test
