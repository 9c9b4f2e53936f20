#include "postroad/policy/personality-state.h"

#include <gtest/gtest.h>

namespace ns3::postroad::policy
{
namespace
{

using namespace std::chrono_literals;

const mail::AddrSpec BOB{"bob", "b.net"};
const mail::AddrSpec CAROL{"carol", "b.net"};

/// What a server says to one more RCPT; "" when its mood does not mind.
std::string
Ask(PersonalityState& state, const mail::AddrSpec& recipient, wire::Duration time = 0s)
{
    const auto reply = state.JudgeRecipient("192.0.2.1",
                                            {{{"alice", "a.net"}}},
                                            {recipient},
                                            wire::TimePoint(time));
    return reply ? reply->ToString() : "";
}

std::string
AskToConnect(PersonalityState& state, wire::Duration time)
{
    const auto reply = state.JudgeClient("mail.b.net", "192.0.2.1", wire::TimePoint(time));
    return reply ? reply->ToString() : "";
}

TEST(PersonalityState, MindsNothingByDefault)
{
    PersonalityState state{Personality{}};
    EXPECT_EQ(AskToConnect(state, 0s), "");
    EXPECT_EQ(Ask(state, BOB), "");
    EXPECT_EQ(state.GetDelay(), 0s);
    for (const auto stage : {Stage::HELLO, Stage::SENDER, Stage::RECIPIENT, Stage::MESSAGE})
    {
        EXPECT_FALSE(state.TakeDisconnection(stage));
    }
}

TEST(PersonalityState, DefersForABusyMailboxSoManyTimes)
{
    Personality personality;
    personality.busy = {{BOB, 2}, {CAROL, 1}};
    PersonalityState state(personality);
    EXPECT_EQ(Ask(state, BOB), "450 4.2.1 <bob@b.net>: Mailbox busy, try again later");
    EXPECT_EQ(Ask(state, {"BOB", "B.net"}), "450 4.2.1 <BOB@B.net>: Mailbox busy, try again later");
    EXPECT_EQ(Ask(state, BOB), "");
    EXPECT_EQ(Ask(state, CAROL), "450 4.2.1 <carol@b.net>: Mailbox busy, try again later");
    EXPECT_EQ(Ask(state, CAROL), "");
}

TEST(PersonalityState, DefersForAMailboxOverItsQuotaForEver)
{
    Personality personality;
    personality.overQuota = {BOB};
    PersonalityState state(personality);
    EXPECT_EQ(Ask(state, BOB), "452 4.2.2 <bob@b.net>: Mailbox full");
    EXPECT_EQ(Ask(state, BOB), "452 4.2.2 <bob@b.net>: Mailbox full");
    EXPECT_EQ(Ask(state, CAROL), "");
}

TEST(PersonalityState, RefusesAnUnknownUser)
{
    Personality personality;
    personality.unknown = {BOB};
    PersonalityState state(personality);
    EXPECT_EQ(Ask(state, BOB), "550 5.1.1 <bob@b.net>: No such mailbox here");
    EXPECT_EQ(Ask(state, CAROL), "");
}

TEST(PersonalityState, GreylistsATripletUntilItComesAgainLater)
{
    Personality personality;
    personality.greylist = Greylisting{5min};
    PersonalityState state(personality);
    EXPECT_EQ(Ask(state, BOB, 0s), "451 4.7.1 <bob@b.net>: Greylisted, try again in 300 s");
    EXPECT_EQ(Ask(state, {"Bob", "b.net"}, 299500ms),
              "451 4.7.1 <Bob@b.net>: Greylisted, try again in 1 s");
    EXPECT_EQ(Ask(state, CAROL, 300s), "451 4.7.1 <carol@b.net>: Greylisted, try again in 300 s");
    EXPECT_EQ(Ask(state, BOB, 300s), "");
}

TEST(PersonalityState, TellsAClientThatConnectsTooOftenToGo)
{
    Personality personality;
    personality.rate = RateLimit{1, 1min};
    PersonalityState state(personality);
    EXPECT_EQ(AskToConnect(state, 0s), "");
    EXPECT_EQ(AskToConnect(state, 59s),
              "421 mail.b.net Too many connections from 192.0.2.1, try later");
    EXPECT_EQ(AskToConnect(state, 60s), "");
}

TEST(PersonalityState, BreaksTheConnectionAtItsStageSoManyTimes)
{
    Personality personality;
    personality.disconnect = Disconnection{Stage::RECIPIENT, 2};
    PersonalityState state(personality);
    EXPECT_FALSE(state.TakeDisconnection(Stage::SENDER));
    EXPECT_TRUE(state.TakeDisconnection(Stage::RECIPIENT));
    EXPECT_TRUE(state.TakeDisconnection(Stage::RECIPIENT));
    EXPECT_FALSE(state.TakeDisconnection(Stage::RECIPIENT));
}

TEST(PersonalityState, BreaksTheConnectionAlwaysWhenNoNumberIsGiven)
{
    Personality personality;
    personality.disconnect = Disconnection{Stage::MESSAGE, {}};
    PersonalityState state(personality);
    for (int i = 0; i < 100; ++i)
    {
        EXPECT_TRUE(state.TakeDisconnection(Stage::MESSAGE));
    }
}

TEST(PersonalityState, SparesThePostmaster)
{
    Personality personality;
    personality.greylist = Greylisting{};
    personality.unknown = {{"postmaster", "b.net"}};
    PersonalityState state(personality);
    EXPECT_EQ(Ask(state, {"postmaster", ""}), "");
    EXPECT_EQ(Ask(state, {"Postmaster", "b.net"}), "");
}

} // namespace
} // namespace ns3::postroad::policy
