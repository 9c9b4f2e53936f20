#include "postroad/route/delivery-attempt.h"

#include <gtest/gtest.h>

namespace ns3::postroad::route
{
namespace
{

using store::AttemptOutcome;
using store::AttemptStatus;

const mail::ForwardPath BOB{{"bob", "b.net"}};
const mail::ForwardPath CAROL{{"carol", "b.net"}};
const mail::ForwardPath DAVE{{"dave", "b.net"}};

const AttemptOutcome TAKEN{AttemptStatus::RELAYED, "mx1", "10.0.0.1", "250 Ok", true};
const AttemptOutcome BUSY{AttemptStatus::DEFERRED, "mx1", "10.0.0.1", "450 Busy", true};
const AttemptOutcome UNKNOWN{AttemptStatus::REFUSED, "mx1", "10.0.0.1", "550 No", true};
const AttemptOutcome SILENT{AttemptStatus::DEFERRED, "mx1", "10.0.0.1", "connection timed out"};
const AttemptOutcome NO_SUCH_HOST{AttemptStatus::REFUSED, "ghost", "", "no such name"};
const AttemptOutcome UNWELCOME{AttemptStatus::REFUSED, "mx1", "10.0.0.1", "554 No service", true};

std::vector<std::string>
Reasons(const DeliveryAttempt& attempt)
{
    std::vector<std::string> reasons;
    for (const auto& result : attempt.GetOutcomes())
    {
        reasons.push_back(result.reason);
    }
    return reasons;
}

TEST(DeliveryAttempt, TakesOnlyThoseWhoWereDeferredToTheNextHost)
{
    DeliveryAttempt attempt({BOB, CAROL, DAVE});
    attempt.Note({TAKEN, BUSY, UNKNOWN});
    EXPECT_FALSE(attempt.IsDecided());
    EXPECT_EQ(attempt.GetPending(), std::vector<mail::ForwardPath>{CAROL});
    attempt.Note({TAKEN});
    EXPECT_TRUE(attempt.IsDecided());
    EXPECT_TRUE(attempt.GetPending().empty());
    EXPECT_EQ(Reasons(attempt), (std::vector<std::string>{"250 Ok", "250 Ok", "550 No"}));
}

TEST(DeliveryAttempt, EndsWithWhatTheLastHostSaid)
{
    DeliveryAttempt attempt({BOB});
    attempt.Note({BUSY});
    attempt.NoteFailure(SILENT);
    EXPECT_EQ(Reasons(attempt), std::vector<std::string>{"connection timed out"});
    EXPECT_EQ(attempt.GetOutcomes()[0].status, AttemptStatus::DEFERRED);
}

TEST(DeliveryAttempt, WaitsForAHostThatIsSilentThoughAnotherCannotBeFound)
{
    for (const bool isSilentFirst : {true, false})
    {
        DeliveryAttempt attempt({BOB});
        attempt.NoteFailure(isSilentFirst ? SILENT : NO_SUCH_HOST);
        EXPECT_FALSE(attempt.IsDecided());
        attempt.NoteFailure(isSilentFirst ? NO_SUCH_HOST : SILENT);
        EXPECT_EQ(attempt.GetOutcomes()[0].reason, "connection timed out") << isSilentFirst;
    }
}

TEST(DeliveryAttempt, GivesUpWhenNoHostCanBeFound)
{
    DeliveryAttempt attempt({BOB, CAROL});
    attempt.NoteFailure(NO_SUCH_HOST);
    EXPECT_EQ(attempt.GetOutcomes()[1].status, AttemptStatus::REFUSED);
}

TEST(DeliveryAttempt, EndsWhenAHostRefusesTheWholeSessionForGood)
{
    DeliveryAttempt attempt({BOB});
    attempt.NoteFailure(UNWELCOME);
    EXPECT_TRUE(attempt.IsDecided());
}

TEST(DeliveryAttempt, MakesNoCopyAtAnotherHostWhileInDoubt)
{
    auto inDoubt = SILENT;
    inDoubt.isInDoubt = true;
    DeliveryAttempt attempt({BOB});
    attempt.Note({inDoubt});
    EXPECT_TRUE(attempt.IsDecided());
    EXPECT_EQ(attempt.GetOutcomes()[0].status, AttemptStatus::DEFERRED);
}

} // namespace
} // namespace ns3::postroad::route
