#include "spec/scenario-text.h"

#include "postroad/spec/check/network-warnings.h"
#include "postroad/spec/read/loader.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using test::GetWarnings;
using test::Replace;
using test::SMALL;

/// A link's line.
std::string
JoinHosts(const std::string& one, const std::string& other)
{
    return "  - {between: [" + one + ", " + other + "]}\n";
}

/// The small scenario, in which mail.b.net stands behind a row of further routers.
std::string
WithRow(int count)
{
    std::string routers;
    std::string links;
    std::string last = "r.net";
    for (int i = 1; i <= count; ++i)
    {
        const auto name = "r" + std::to_string(i) + ".net";
        routers.append("  ").append(name).append(": {roles: router}\n");
        links += JoinHosts(last, name);
        last = name;
    }
    const auto text = Replace(SMALL, "domains:\n", routers + "domains:\n");
    return Replace(text, JoinHosts("mail.b.net", "r.net"), links + JoinHosts("mail.b.net", last));
}

TEST(NetworkWarnings, TellOfThePathThatNoPacketSurvives)
{
    EXPECT_TRUE(GetWarnings(WithRow(LONGEST_PATH - 2)).empty());
    EXPECT_EQ(GetWarnings(WithRow(LONGEST_PATH - 1)),
              std::vector<std::string>{
                  "s.yaml:7: warning: hosts.mail.b.net: its packets to pc.a.net never arrive: 64 "
                  "routers stand on the way, and a packet passes 63 (its time to live is 64); add "
                  "a link that shortens the way"});
}

TEST(NetworkWarnings, TellOfAResolverThatIsToldWhomToAsk)
{
    const auto text = Replace(SMALL,
                              "  ns.net: {roles: dns}\n",
                              "  ns.net: {roles: dns}\n"
                              "  one.net: {roles: resolver, resolver: ns.net}\n");
    EXPECT_EQ(GetWarnings(Replace(text, "links:\n", "links:\n  - {between: [one.net, r.net]}\n")),
              std::vector<std::string>{
                  "s.yaml:9: warning: hosts.one.net.resolver: a resolver asks the name servers "
                  "itself, from the root on, and never asks ns.net; leave it out"});
}

TEST(NetworkWarnings, TellOfANameServerThatIsAskedAsAResolver)
{
    const std::string host = "  mail.b.net: {roles: [mta, mda, pop3]";
    const auto asking = Replace(SMALL, host, host + ", resolver: ns.net");
    EXPECT_TRUE(GetWarnings(asking).empty()) << "the one server answers for the root";
    EXPECT_EQ(GetWarnings(Replace(asking, "dns: single\n", "")),
              std::vector<std::string>{
                  "s.yaml:7: warning: hosts.mail.b.net.resolver: ns.net is a name server: it "
                  "answers for its own zones alone; name a host with role resolver, or add "
                  "resolver to the roles of ns.net"});
}

TEST(MailboxWarnings, TellOfTwoThatShareAFolder)
{
    const auto with = [](const std::string& users) {
        return GetWarnings(Replace(SMALL, "users: bob", "users: " + users));
    };
    EXPECT_TRUE(with("[bob, bob.x, bob-x]").empty());
    EXPECT_EQ(with("[bob, bob-x, bob+x]"),
              std::vector<std::string>{
                  "s.yaml:12: warning: domains.b.net.users: the messages of bob-x@b.net and "
                  "bob+x@b.net go into the same folder of a run, mail/bob-x@b.net; give one of the "
                  "two another name"});
}

TEST(QueueWarnings, TellOfAWarningThatNeverComes)
{
    const std::string host = "  mail.b.net: {roles: [mta, mda, pop3]";
    const auto with = [&](const std::string& queue) {
        return GetWarnings(Replace(SMALL, host, host + ", queue: {" + queue + "}"));
    };
    EXPECT_TRUE(with("warn-after: 1h, give-up-after: 2h").empty());
    EXPECT_TRUE(with("give-up-after: 2h").empty()) << "nobody chose the time of the warning";
    EXPECT_EQ(with("warn-after: 2h, give-up-after: 2h"),
              std::vector<std::string>{
                  "s.yaml:7: warning: hosts.mail.b.net.queue.warn-after: nobody is ever warned: "
                  "`give-up-after` ends the attempts before; make this the shorter of the two, or "
                  "leave it out"});
}

} // namespace
} // namespace ns3::postroad::scenario
