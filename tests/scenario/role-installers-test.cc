#include "postroad/scenario/role-installers.h"
#include "postroad/spec/read/loader.h"
#include "postroad/spec/value/spec-graph.h"
#include "postroad/topology/network-installer.h"

#include "ns3/simulator.h"

#include <gtest/gtest.h>

#include <set>

namespace ns3::postroad::scenario
{
namespace
{

using Names = std::vector<std::string>;

/// The roles of a host of its own in each scenario, as a file writes them; the agents in the order
/// in which they start.
struct Case
{
    const char* roles;
    Names agents;
};

const Case CASES[] = {
    {"[client, mua, pop3, mda, mta, msa]", {"mda", "mta", "msa", "pop3", "mua", "client"}},
    {"mta", {"mda", "mta"}},
    {"msa", {"mda", "msa"}},
    {"[mua, dns]", {"dns", "mua"}},
    {"resolver", {"resolver"}},
    {"router", {}},
};

/// A network with that host in it.
Spec
MakeSpec(const std::string& roles)
{
    const auto isProgram = roles.find("mua") != std::string::npos;
    return LoadScenarioText("title: Roles\n"
                            "hosts:\n"
                            "  x.a.net:\n"
                            "    roles: " +
                                roles + "\n" + (isProgram ? "    mua: {user: alice@a.net}\n" : "") +
                                "  mail.a.net: {roles: [mta, mda]}\n"
                                "  r.net: {roles: router}\n"
                                "domains:\n"
                                "  a.net: {users: alice, mx: mail.a.net}\n"
                                "links:\n"
                                "  - {between: [x.a.net, r.net]}\n"
                                "  - {between: [mail.a.net, r.net]}\n",
                            "s.yaml");
}

Names
InstallOn(const Spec& spec, const std::string& host)
{
    Names names;
    {
        const auto network = NetworkInstaller().Install(MakeGraph(spec));
        const auto agents = InstallHostAgents(spec, *spec.FindHost(host), *network, {});
        for (const auto& agent : agents.GetAll())
        {
            names.push_back(agent->GetRole());
        }
    }
    Simulator::Destroy();
    return names;
}

TEST(RoleInstallers, HaveEachRoleOfTheTableOnce)
{
    std::multiset<HostRole> installed;
    std::multiset<HostRole> known;
    for (const auto& [role, install] : GetRoleInstallers())
    {
        installed.insert(role);
    }
    for (const auto& row : GetRoles())
    {
        known.insert(row.role);
    }
    EXPECT_EQ(installed, known);
}

TEST(RoleInstallers, InstallTheAgentThatBearsTheNameOfTheRole)
{
    for (const auto& [roles, agents] : CASES)
    {
        EXPECT_EQ(InstallOn(MakeSpec(roles), "x.a.net"), agents) << roles;
    }
}

} // namespace
} // namespace ns3::postroad::scenario
