#include "support/golden-file.h"

#include "postroad/spec/value/host-role.h"
#include "postroad/spec/value/host-spec.h"
#include "postroad/spec/value/server-ports.h"

#include <gtest/gtest.h>

#include <set>

namespace ns3::postroad::scenario
{
namespace
{

using Names = std::vector<std::string>;

HostSpec
MakeHost(std::set<HostRole> roles)
{
    HostSpec host;
    host.name = "mail.a.net";
    host.roles = std::move(roles);
    return host;
}

TEST(HostRole, HasOneRowEach)
{
    std::set<HostRole> roles;
    std::set<std::string_view> names;
    for (const auto& row : GetRoles())
    {
        EXPECT_TRUE(roles.insert(row.role).second) << row.name;
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
        EXPECT_EQ(&GetDescriptor(row.role), &row);
        EXPECT_EQ(GetName(row.role), row.name);
    }
    for (int number = 0; number <= static_cast<int>(HostRole::ROUTER); ++number)
    {
        EXPECT_TRUE(roles.contains(static_cast<HostRole>(number))) << number;
    }
}

TEST(HostRole, HasTheWordThatAScenarioWrites)
{
    EXPECT_EQ(GetRoleNames(),
              (Names{"mua", "msa", "mta", "mda", "pop3", "dns", "resolver", "client", "router"}));
}

TEST(HostRole, NeedsOnlyRolesThatMayStandBesideIt)
{
    for (const auto& row : GetRoles())
    {
        EXPECT_EQ(row.need.anyOf.empty(), row.need.why.empty()) << row.name;
        for (const auto role : row.need.anyOf)
        {
            EXPECT_FALSE(row.isAlone || GetDescriptor(role).isAlone) << row.name;
        }
    }
}

TEST(HostRole, ServesOnlyAtAPort)
{
    for (const auto& row : GetRoles())
    {
        EXPECT_EQ(row.server.protocol.empty(), row.server.findPort == nullptr) << row.name;
    }
}

TEST(HostRole, TellsWhoTakesAndSendsMailAndWhoAsksForNames)
{
    EXPECT_EQ(GetRoleNames(&RoleDescriptor::takesMail), (Names{"msa", "mta"}));
    EXPECT_EQ(GetRoleNames(&RoleDescriptor::sendsMail), (Names{"mua", "msa", "mta"}));
    EXPECT_EQ(GetRoleNames(&RoleDescriptor::looksUpNames), (Names{"mua", "msa", "mta", "client"}));
}

TEST(HostRole, StandsInTheGuideToScenariosWithItsUsualPort)
{
    const auto guide = test::ReadTestFile("../docs/scenario-format.md");
    const HostSpec usual;
    for (const auto& row : GetRoles())
    {
        const auto begin = guide.find("\n| `" + std::string(row.name) + "` | ");
        ASSERT_NE(begin, std::string::npos) << row.name;
        const auto line = guide.substr(begin + 1, guide.find('\n', begin + 1) - begin - 1);
        const auto* const port = row.server.findPort ? "port " : "";
        const auto number =
            row.server.findPort ? std::to_string(row.server.findPort(usual)) : std::string();
        EXPECT_NE(line.find(port + number), std::string::npos) << line;
    }
}

TEST(HostSpec, HasATraitWhenOneOfItsRolesHas)
{
    EXPECT_TRUE(MakeHost({HostRole::MDA, HostRole::MTA}).HasAny(&RoleDescriptor::takesMail));
    EXPECT_FALSE(MakeHost({HostRole::MDA, HostRole::MUA}).HasAny(&RoleDescriptor::takesMail));
    EXPECT_FALSE(MakeHost({}).HasAny(&RoleDescriptor::takesMail));
}

TEST(FindServerPorts, KnowsTheUsualPortOfEachRole)
{
    EXPECT_EQ(FindServerPorts(MakeHost({HostRole::MUA,
                                        HostRole::MSA,
                                        HostRole::MTA,
                                        HostRole::MDA,
                                        HostRole::POP3,
                                        HostRole::DNS,
                                        HostRole::CLIENT})),
              (std::vector<ServerPort>{{587, false, HostRole::MSA},
                                       {25, false, HostRole::MTA},
                                       {110, false, HostRole::POP3},
                                       {53, false, HostRole::DNS},
                                       {53, true, HostRole::DNS}}));
}

TEST(FindServerPorts, FollowsTheSettingsOfTheHost)
{
    auto host = MakeHost({HostRole::MSA, HostRole::MTA, HostRole::POP3});
    host.msa.port = 1587;
    host.mta.port = 1025;
    host.pop3.port = 1110;
    EXPECT_EQ(FindServerPorts(host),
              (std::vector<ServerPort>{{1587, false, HostRole::MSA},
                                       {1025, false, HostRole::MTA},
                                       {1110, false, HostRole::POP3}}));
}

TEST(FindTypedProtocol, IsThatOfTheRoleThatListensThere)
{
    auto host = MakeHost({HostRole::MTA, HostRole::POP3});
    host.mta.port = 110;
    host.pop3.port = 25;
    EXPECT_EQ(FindTypedProtocol(&host, 110), "SMTP");
    EXPECT_EQ(FindTypedProtocol(&host, 25), "POP3");
}

TEST(FindTypedProtocol, IsTheUsualOneWhereNothingListens)
{
    const auto host = MakeHost({HostRole::CLIENT});
    for (const auto* const target : {&host, static_cast<const HostSpec*>(nullptr)})
    {
        EXPECT_EQ(FindTypedProtocol(target, 25), "SMTP");
        EXPECT_EQ(FindTypedProtocol(target, 587), "SMTP");
        EXPECT_EQ(FindTypedProtocol(target, 110), "POP3");
        EXPECT_EQ(FindTypedProtocol(target, 26), "TCP");
    }
}

TEST(FindTypedProtocol, IsNoneThatNobodyCanType)
{
    const auto host = MakeHost({HostRole::DNS});
    EXPECT_EQ(FindTypedProtocol(&host, 53), "TCP");
}

} // namespace
} // namespace ns3::postroad::scenario
