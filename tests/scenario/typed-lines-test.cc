#include "postroad/scenario/lab.h"
#include "postroad/spec/read/loader.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace ns3::postroad::scenario
{
namespace
{

constexpr auto SCENARIO = R"(title: Typed lines
hosts:
  pc.a.net: {roles: client}
  mail.a.net:
    roles: [mta, mda, pop3]
    address: 192.0.2.1
    mta: {port: 110}
    pop3: {port: 2110}
  r.net: {roles: router}
domains:
  a.net: {users: alice, mx: mail.a.net}
links:
  - {between: [pc.a.net, r.net]}
  - {between: [mail.a.net, r.net]}
events:
  - at: 1s
    say: {host: pc.a.net, to: "TARGET", lines: QUIT}
)";

/// What the record calls the dialogue that a person has with a server, at both of its ends.
std::set<std::string>
GetProtocols(const std::string& target)
{
    std::string text(SCENARIO);
    const std::string mark("TARGET");
    text.replace(text.find(mark), mark.size(), target);
    event::EventList events;
    {
        Lab lab(LoadScenarioText(text, "s.yaml"));
        lab.AddSink(events);
        lab.Run();
    }
    std::set<std::string> protocols;
    for (const auto& event : events.GetEvents())
    {
        if (event.connection && event.connection->protocol != "DNS")
        {
            protocols.insert(event.connection->protocol);
        }
    }
    return protocols;
}

TEST(TypedLines, AreOfTheProtocolOfTheRoleThatListensThere)
{
    EXPECT_EQ(GetProtocols("mail.a.net:110"), std::set<std::string>{"SMTP"});
    EXPECT_EQ(GetProtocols("mail.a.net:2110"), std::set<std::string>{"POP3"});
}

TEST(TypedLines, FindTheHostByItsAddressToo)
{
    EXPECT_EQ(GetProtocols("192.0.2.1:110"), std::set<std::string>{"SMTP"});
}

TEST(TypedLines, AreOfTheUsualProtocolWhereNothingListens)
{
    EXPECT_EQ(GetProtocols("mail.a.net:587"), std::set<std::string>{"SMTP"});
    EXPECT_EQ(GetProtocols("mail.a.net:2525"), std::set<std::string>{"TCP"});
}

} // namespace
} // namespace ns3::postroad::scenario
