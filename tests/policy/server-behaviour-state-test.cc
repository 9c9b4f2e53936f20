#include "postroad/policy/server-behaviour-state.h"

#include <gtest/gtest.h>

namespace ns3::postroad::policy
{
namespace
{

using namespace std::chrono_literals;

const mail::AddrSpec BOB{"bob", "b.net"};
const mail::AddrSpec CAROL{"carol", "b.net"};

/// What a server says to one more RCPT; "" when its behaviour allows it.
std::string
Ask(ServerBehaviourState& state, const mail::AddrSpec& recipient, wire::Duration time = 0s)
{
    const auto reply = state.JudgeRecipient("192.0.2.1",
                                            {{{"alice", "a.net"}}},
                                            {recipient},
                                            wire::TimePoint(time));
    return reply ? reply->ToString() : "";
}

std::string
AskToConnect(ServerBehaviourState& state, wire::Duration time)
{
    const auto reply = state.JudgeClient("mail.b.net", "192.0.2.1", wire::TimePoint(time));
    return reply ? reply->ToString() : "";
}

TEST(ServerBehaviourState, MindsNothingByDefault)
{
    ServerBehaviourState state{ServerBehaviour{}};
    EXPECT_EQ(AskToConnect(state, 0s), "");
    EXPECT_EQ(Ask(state, BOB), "");
    EXPECT_EQ(state.GetDelay(), 0s);
    for (const auto stage : {Stage::HELLO, Stage::SENDER, Stage::RECIPIENT, Stage::MESSAGE})
    {
        EXPECT_FALSE(state.MustDisconnect(stage));
    }
}

TEST(ServerBehaviourState, DefersForABusyMailboxSoManyTimes)
{
    ServerBehaviour behaviour;
    behaviour.busy = {{BOB, 2}, {CAROL, 1}};
    ServerBehaviourState state(behaviour);
    EXPECT_EQ(Ask(state, BOB), "450 4.2.1 <bob@b.net>: Mailbox busy, try again later");
    EXPECT_EQ(Ask(state, {"BOB", "B.net"}), "450 4.2.1 <BOB@B.net>: Mailbox busy, try again later");
    EXPECT_EQ(Ask(state, BOB), "");
    EXPECT_EQ(Ask(state, CAROL), "450 4.2.1 <carol@b.net>: Mailbox busy, try again later");
    EXPECT_EQ(Ask(state, CAROL), "");
}

TEST(ServerBehaviourState, DefersForAMailboxOverItsQuotaForEver)
{
    ServerBehaviour behaviour;
    behaviour.overQuota = {BOB};
    ServerBehaviourState state(behaviour);
    EXPECT_EQ(Ask(state, BOB), "452 4.2.2 <bob@b.net>: Mailbox full");
    EXPECT_EQ(Ask(state, BOB), "452 4.2.2 <bob@b.net>: Mailbox full");
    EXPECT_EQ(Ask(state, CAROL), "");
}

TEST(ServerBehaviourState, RefusesAnUnknownUser)
{
    ServerBehaviour behaviour;
    behaviour.unknown = {BOB};
    ServerBehaviourState state(behaviour);
    EXPECT_EQ(Ask(state, BOB), "550 5.1.1 <bob@b.net>: No such mailbox here");
    EXPECT_EQ(Ask(state, CAROL), "");
}

TEST(ServerBehaviourState, GreylistsATripletUntilItComesAgainLater)
{
    ServerBehaviour behaviour;
    behaviour.greylist = Greylisting{5min};
    ServerBehaviourState state(behaviour);
    EXPECT_EQ(Ask(state, BOB, 0s), "451 4.7.1 <bob@b.net>: Greylisted, try again in 300 s");
    EXPECT_EQ(Ask(state, {"Bob", "b.net"}, 299500ms),
              "451 4.7.1 <Bob@b.net>: Greylisted, try again in 1 s");
    EXPECT_EQ(Ask(state, CAROL, 300s), "451 4.7.1 <carol@b.net>: Greylisted, try again in 300 s");
    EXPECT_EQ(Ask(state, BOB, 300s), "");
}

TEST(ServerBehaviourState, TellsAClientThatConnectsTooOftenToGo)
{
    ServerBehaviour behaviour;
    behaviour.rate = RateLimit{1, 1min};
    ServerBehaviourState state(behaviour);
    EXPECT_EQ(AskToConnect(state, 0s), "");
    EXPECT_EQ(AskToConnect(state, 59s),
              "421 mail.b.net Too many connections from 192.0.2.1, try later");
    EXPECT_EQ(AskToConnect(state, 60s), "");
}

TEST(ServerBehaviourState, BreaksTheConnectionAtItsStageSoManyTimes)
{
    ServerBehaviour behaviour;
    behaviour.disconnect = Disconnection{Stage::RECIPIENT, 2};
    ServerBehaviourState state(behaviour);
    EXPECT_FALSE(state.MustDisconnect(Stage::SENDER));
    EXPECT_TRUE(state.MustDisconnect(Stage::RECIPIENT));
    EXPECT_TRUE(state.MustDisconnect(Stage::RECIPIENT));
    EXPECT_FALSE(state.MustDisconnect(Stage::RECIPIENT));
}

TEST(ServerBehaviourState, BreaksTheConnectionAlwaysWhenNoNumberIsGiven)
{
    ServerBehaviour behaviour;
    behaviour.disconnect = Disconnection{Stage::MESSAGE, {}};
    ServerBehaviourState state(behaviour);
    for (int i = 0; i < 100; ++i)
    {
        EXPECT_TRUE(state.MustDisconnect(Stage::MESSAGE));
    }
}

TEST(ServerBehaviourState, SparesThePostmaster)
{
    ServerBehaviour behaviour;
    behaviour.greylist = Greylisting{};
    behaviour.unknown = {{"postmaster", "b.net"}};
    ServerBehaviourState state(behaviour);
    EXPECT_EQ(Ask(state, {"postmaster", ""}), "");
    EXPECT_EQ(Ask(state, {"Postmaster", "b.net"}), "");
}

} // namespace
} // namespace ns3::postroad::policy
