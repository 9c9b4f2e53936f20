#include "postroad/policy/relay-policy.h"

#include <gtest/gtest.h>

namespace ns3::postroad::policy
{
namespace
{

const RelayPolicy MTA_OF_B{{{"b.net"}}, {}, {}, true, false};
const RelayPolicy MSA_OF_A{{}, {*ParseClientNetwork("10.0.0.1")}, {}, false, false};

std::string
Check(const RelayPolicy& policy, const std::string& client, const mail::AddrSpec& recipient)
{
    const auto reply = CheckRecipient(policy, client, {recipient}, [](const mail::AddrSpec& each) {
        return each.localPart == "bob";
    });
    const auto enhanced = reply.enhanced.value();
    return std::to_string(reply.code) + ' ' + std::to_string(enhanced.klass) + '.' +
           std::to_string(enhanced.subject) + '.' + std::to_string(enhanced.detail);
}

TEST(CheckRecipient, TakesMailForItsOwnDomainFromAnyone)
{
    EXPECT_EQ(Check(MTA_OF_B, "192.0.2.99", {"bob", "B.net"}), "250 2.1.5");
}

TEST(CheckRecipient, TakesMailForItsOwnDomainInEitherForm)
{
    const RelayPolicy own{{{"m\xc3\xbcnchen.de"}},
                          {},
                          {"stra\xc3\x9f"
                           "e.de"},
                          true,
                          false};
    EXPECT_EQ(Check(own, "192.0.2.99", {"bob", "xn--mnchen-3ya.de"}), "250 2.1.5");
    EXPECT_EQ(Check(own, "192.0.2.99", {"bob", "M\xc3\x9cNCHEN.de"}), "250 2.1.5");
    EXPECT_EQ(Check(own, "192.0.2.99", {"bob", "xn--strae-oqa.de"}), "250 2.1.5");
    EXPECT_EQ(Check(own, "192.0.2.99", {"bob", "munchen.de"}), "550 5.7.1");
}

TEST(CheckRecipient, RefusesToRelayForStrangers)
{
    EXPECT_EQ(Check(MTA_OF_B, "192.0.2.99", {"carol", "c.net"}), "550 5.7.1");
}

TEST(CheckRecipient, RefusesMailboxesThatDoNotExist)
{
    EXPECT_EQ(Check(MTA_OF_B, "192.0.2.99", {"nobody", "b.net"}), "550 5.1.1");
}

TEST(CheckRecipient, LetsItsOwnClientsSendAnywhere)
{
    EXPECT_EQ(Check(MSA_OF_A, "10.0.0.1", {"bob", "b.net"}), "250 2.1.5");
    EXPECT_EQ(Check(MSA_OF_A, "10.0.0.2", {"bob", "b.net"}), "550 5.7.1");
}

TEST(CheckRecipient, MakesASubmissionAgentRefuseStrangersEvenForItsOwnDomain)
{
    const RelayPolicy own{{{"a.net"}}, {*ParseClientNetwork("10.0.0.1")}, {}, false, false};
    EXPECT_EQ(Check(own, "10.0.0.2", {"bob", "a.net"}), "550 5.7.1");
}

TEST(CheckRecipient, LetsANetworkOfClientsSendAnywhere)
{
    const RelayPolicy policy{{{"a.net"}}, {*ParseClientNetwork("10.0.0.0/24")}, {}, true, false};
    EXPECT_EQ(Check(policy, "10.0.0.255", {"bob", "b.net"}), "250 2.1.5");
    EXPECT_EQ(Check(policy, "10.0.1.0", {"bob", "b.net"}), "550 5.7.1");
}

TEST(CheckRecipient, MakesAnOpenRelayTakeEverythingButUnknownMailboxes)
{
    const RelayPolicy open{{{"b.net"}}, {}, {}, true, true};
    EXPECT_EQ(Check(open, "192.0.2.99", {"carol", "c.net"}), "250 2.1.5");
    EXPECT_EQ(Check(open, "192.0.2.99", {"nobody", "b.net"}), "550 5.1.1");
}

TEST(CheckRecipient, TakesMailForADomainThatItPassesOnAsAnExchanger)
{
    const RelayPolicy backup{{{"a.net"}}, {}, {"b.net"}, true, false};
    EXPECT_EQ(Check(backup, "192.0.2.99", {"anybody", "B.NET"}), "250 2.1.5");
    EXPECT_EQ(Check(backup, "192.0.2.99", {"bob", "c.net"}), "550 5.7.1");
}

TEST(CheckRecipient, TakesEveryDomainForItsOwnWhereTheHostIsACatchAll)
{
    const RelayPolicy practice{{{"b.net"}, true}, {}, {}, true, false};
    EXPECT_EQ(Check(practice, "192.0.2.99", {"bob", "c.net"}), "250 2.1.5");
    EXPECT_EQ(Check(practice, "192.0.2.99", {"nobody", "c.net"}), "550 5.1.1");
}

TEST(IsPostmaster, KnowsTheReservedMailboxInAnyCase)
{
    EXPECT_TRUE(IsPostmaster({"postmaster", ""}));
    EXPECT_TRUE(IsPostmaster({"PostMaster", "b.net"}));
    EXPECT_FALSE(IsPostmaster({"postmaster2", "b.net"}));
}

} // namespace
} // namespace ns3::postroad::policy
