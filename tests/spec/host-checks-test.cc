// Which roles, ports and addresses hosts may have, in tables.
#include "spec/scenario-text.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

namespace ns3::postroad::scenario
{
namespace
{

using test::GetErrors;
using test::Replace;
using test::SMALL;

/// The small scenario, in which a further host x.b.net has these keys.
std::string
WithHost(const std::string& keys)
{
    auto text = Replace(SMALL, "  r.net:", "  x.b.net: {" + keys + ", resolver: ns.net}\n  r.net:");
    text = Replace(text,
                   "    roles: mua\n    mua: {user: alice@a.net}\n",
                   "    roles: mua\n    mua: {user: alice@a.net, submit-to: mail.a.net}\n");
    return Replace(text, "events:", "  - {between: [x.b.net, r.net]}\nevents:");
}

/// Those of the messages that are about the roles of x.b.net, without what they begin with.
std::string
GetRoleErrors(const std::string& roles)
{
    std::istringstream lines(GetErrors(WithHost("roles: [" + roles + "]")));
    const std::string begin = "s.yaml:9: hosts.x.b.net.roles: expected ";
    std::string found;
    for (std::string line; std::getline(lines, line);)
    {
        if (line.starts_with(begin))
        {
            found += line.substr(begin.size(), line.find(',') - begin.size()) + '.';
        }
    }
    return found;
}

TEST(HostChecks, LetMostRolesStandAlone)
{
    const std::pair<const char*, const char*> table[] = {
        {"mua", ""},
        {"msa", ""},
        {"mta", ""},
        {"mda", "mta or msa beside mda."},
        {"pop3", "mda beside pop3."},
        {"dns", ""},
        {"resolver", ""},
        {"client", ""},
        {"router", ""},
    };
    for (const auto& [role, expected] : table)
    {
        EXPECT_EQ(GetRoleErrors(role), expected) << role;
    }
}

// A dot: they may stand together. M: mda lacks who takes the mail. P: pop3 lacks who fills its
// mailboxes. 5: both want port 53. R: a router does nothing else.
TEST(HostChecks, TellWhichTwoRolesCannotStandTogether)
{
    const std::vector<std::string>
        roles{"mua", "msa", "mta", "mda", "pop3", "dns", "resolver", "client", "router"};
    const std::vector<std::string> table{
        "...MP...R", // mua
        "....P...R", // msa
        "....P...R", // mta
        "M...MMMMR", // mda
        "PPPMPPPPR", // pop3
        "...MP.5.R", // dns
        "...MP5..R", // resolver
        "...MP...R", // client
        "RRRRRRRRR", // router
    };
    const std::map<char, std::string> words{{'M', "mta or msa beside mda."},
                                            {'P', "mda beside pop3."},
                                            {'5', "either dns or resolver."},
                                            {'R', "router alone."}};
    for (std::size_t i = 0; i < roles.size(); ++i)
    {
        for (std::size_t j = 0; j < roles.size(); ++j)
        {
            if (i == j)
            {
                continue;
            }
            const auto both = roles[i] + ", " + roles[j];
            const auto errors = GetRoleErrors(both);
            const auto mark = table[i][j];
            if (mark == '.')
            {
                EXPECT_EQ(errors, "") << both;
            }
            else
            {
                EXPECT_NE(errors.find(words.at(mark)), std::string::npos) << both << ": " << errors;
            }
        }
    }
}

TEST(HostChecks, TakeARoleThatIsNamedTwiceForOne)
{
    EXPECT_EQ(GetRoleErrors("mta, mta"), "");
}

TEST(HostChecks, GiveEachServerOfAHostAPortOfItsOwn)
{
    const std::pair<const char*, const char*> table[] = {
        {"", ""},
        {"msa: {port: 25}, mta: {port: 587}", ""},
        {"msa: {port: 25}", "mta.port: expected a port of its own, got 25; role msa"},
        {"mta: {port: 587}", "mta.port: expected a port of its own, got 587; role msa"},
        {"pop3: {port: 25}", "pop3.port: expected a port of its own, got 25; role mta"},
        {"mta: {port: 110}", "pop3.port: expected a port of its own, got 110; role mta"},
        {"msa: {port: 110}, pop3: {port: 110}",
         "pop3.port: expected a port of its own, got 110; role msa"},
    };
    for (const auto& [ports, message] : table)
    {
        const std::string settings = *ports == '\0' ? "" : std::string(", ") + ports;
        const auto errors = GetErrors(WithHost("roles: [msa, mta, mda, pop3]" + settings));
        const std::string_view wanted = message;
        if (wanted.empty())
        {
            EXPECT_EQ(errors, "") << ports;
        }
        else
        {
            EXPECT_EQ(errors,
                      "s.yaml:9: hosts.x.b.net." + std::string(wanted) + " listens there already")
                << ports;
        }
    }
}

TEST(HostChecks, TakeAddressesThatAHostCanHave)
{
    for (const auto* const address :
         {"192.0.2.1", "1.0.0.1", "223.255.255.254", "172.16.0.1", "10.0.0.2", "169.254.1.1"})
    {
        EXPECT_EQ(GetErrors(WithHost("roles: client, address: " + std::string(address))), "")
            << address;
    }
    for (const auto* const address :
         {"0.0.0.0", "127.0.0.1", "127.255.255.254", "224.0.0.1", "239.1.2.3", "255.255.255.255"})
    {
        const auto errors = GetErrors(WithHost("roles: client, address: " + std::string(address)));
        EXPECT_TRUE(errors.starts_with("s.yaml:9: hosts.x.b.net.address: expected an address of "
                                       "its own, such as 192.0.2.25, got \"" +
                                       std::string(address) + "\"; "))
            << errors;
    }
}

TEST(HostChecks, TellOfAllThatIsWrongWithAHostAtOnce)
{
    EXPECT_EQ(GetErrors(WithHost("roles: [mta, pop3], mta: {port: 110, smart-host: x.b.net}")),
              "s.yaml:9: hosts.x.b.net.roles: expected mda beside pop3, got none; pop3 shows the "
              "mailboxes that an mda on the same host fills; add mda\n"
              "s.yaml:9: hosts.x.b.net.pop3.port: expected a port of its own, got 110; role mta "
              "listens there already\n"
              "s.yaml:9: hosts.x.b.net.mta.smart-host: expected another host, got \"x.b.net\"; "
              "mail would go round in a circle");
}

} // namespace
} // namespace ns3::postroad::scenario
