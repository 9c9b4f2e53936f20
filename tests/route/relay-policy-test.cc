#include "postroad/route/relay-policy.h"

#include <gtest/gtest.h>

namespace ns3::postroad::route
{
namespace
{

const RelayPolicy MTA_OF_B{{{"b.net"}, ""}, {}, true};
const RelayPolicy MSA_OF_A{{{}, "mta.a.net"}, {"10.0.0.1"}, false};

std::string
Check(const RelayPolicy& policy, const std::string& client, const mime::AddrSpec& recipient)
{
    const auto reply = CheckRecipient(policy, client, {recipient}, [](const mime::AddrSpec& each) {
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
    const RelayPolicy own{{{"a.net"}, ""}, {"10.0.0.1"}, false};
    EXPECT_EQ(Check(own, "10.0.0.2", {"bob", "a.net"}), "550 5.7.1");
}

} // namespace
} // namespace ns3::postroad::route
