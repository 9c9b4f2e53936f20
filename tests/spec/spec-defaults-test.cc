#include "spec/scenario-text.h"

#include "postroad/spec/read/loader.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using test::Replace;
using test::SMALL;

TEST(SpecDefaults, FillInWhatHasOnlyOneAnswer)
{
    const auto spec = LoadScenarioText(SMALL, "s.yaml");
    EXPECT_EQ(spec.links.at(0).name, "pc.a.net--r.net");
    EXPECT_EQ(spec.hosts.at(0).resolvers, std::vector<std::string>{"ns.net"});
    EXPECT_EQ(spec.hosts.at(0).mua.submitTo, "mail.a.net");
    EXPECT_EQ(spec.hosts.at(0).mua.fetchFrom, "mail.a.net");
    EXPECT_EQ(spec.domains.at(1).nameServers, std::vector<std::string>{"ns.net"});
    EXPECT_EQ(spec.domains.at(1).mailboxHost, "mail.b.net");
    const auto& send = std::get<Send>(spec.events.at(0).action);
    EXPECT_EQ(send.id, "message1");
    EXPECT_EQ(send.host, "pc.a.net");
    EXPECT_EQ(std::get<Fetch>(spec.events.at(1).action).host, "pc.a.net");
    EXPECT_EQ(std::get<ExpectOutcome>(spec.expectations.at(0)).message, "message1");
}

TEST(SpecDefaults, TakeTheMostPreferredExchangerThatKeepsMailboxes)
{
    const auto text = Replace(SMALL,
                              "{users: bob, mx: mail.b.net}",
                              "{users: bob, mx: [30 mail.b.net, 20 mail.a.net]}");
    EXPECT_EQ(LoadScenarioText(text, "s.yaml").domains.at(1).mailboxHost, "mail.a.net");
}

TEST(SpecDefaults, KeepWhatTheFileSays)
{
    const auto text =
        Replace(SMALL, "{between: [ns.net, r.net]}", "{between: [ns.net, r.net], name: x}");
    EXPECT_EQ(LoadScenarioText(text, "s.yaml").links.at(3).name, "x");
}

} // namespace
} // namespace ns3::postroad::scenario
