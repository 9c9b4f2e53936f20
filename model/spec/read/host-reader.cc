#include "postroad/spec/read/calendar.h"
#include "postroad/spec/read/section-readers.h"
#include "postroad/spec/read/units.h"
#include "postroad/spec/value/plain-values.h"

namespace ns3::postroad::scenario
{

namespace
{

std::vector<std::string>
GetRoleNames()
{
    std::vector<std::string> names;
    for (const auto role : GetHostRoles())
    {
        names.emplace_back(GetName(role));
    }
    return names;
}

std::optional<HostRole>
ReadRole(const NodeReader& node)
{
    for (const auto role : GetHostRoles())
    {
        if (node.GetNode().text == GetName(role))
        {
            return role;
        }
    }
    const auto names = GetRoleNames();
    node.FailName("a role (" + ListNames(names) + ")", names);
    return std::nullopt;
}

void
ReadMua(const NodeReader& node, MuaSettings& mua)
{
    MapReader map(node, "the settings of role mua");
    map.ReadList("user", mua.users, ParseMailAddress);
    map.Read("submit-to", mua.submitTo, ParseHostName);
    map.Read("fetch-from", mua.fetchFrom, ParseHostName);
    map.Read("keep", mua.keep, ParseTruth);
    map.Finish();
}

/// Reads the settings that the roles msa and mta have in common.
template <typename T>
void
ReadTransfer(const NodeReader& node, T& settings, const std::string& role)
{
    MapReader map(node, "the settings of role " + role);
    map.Read("port", settings.port, ParsePort);
    map.Read("smart-host", settings.smartHost, ParseHostName);
    map.Finish();
}

void
ReadPop3(const NodeReader& node, Pop3Settings& pop3)
{
    MapReader map(node, "the settings of role pop3");
    map.Read("port", pop3.port, ParsePort);
    map.Finish();
}

/// Finds the settings of a role; a fault when the host does not have the role.
std::optional<NodeReader>
FindSettings(MapReader& map, const HostSpec& host, HostRole role)
{
    const std::string name(GetName(role));
    auto node = map.Find(name);
    if (node && !host.Has(role))
    {
        node->Fail("no settings of a role that the host does not have",
                   "add " + name + " to its roles");
    }
    return node;
}

/// Finds the settings that a host has as one that takes mail; a fault when it does not.
std::optional<NodeReader>
FindMailSettings(MapReader& map, const HostSpec& host, const std::string& key)
{
    auto node = map.Find(key);
    if (node && !host.Has(HostRole::MTA) && !host.Has(HostRole::MSA))
    {
        node->Fail("no " + key + " of a host that takes no mail", "add mta or msa to its roles");
    }
    return node;
}

void
ReadResolveFor(MapReader& map, HostSpec& host)
{
    const auto node = map.Find("resolve-for");
    if (node && !host.Has(HostRole::RESOLVER))
    {
        node->Fail("no resolve-for of a host that resolves for nobody",
                   "add resolver to its roles");
    }
    map.ReadList("resolve-for", host.resolveFor, policy::ParseClientNetwork);
}

void
ReadRoleSettings(MapReader& map, HostSpec& host)
{
    if (const auto mua = FindSettings(map, host, HostRole::MUA))
    {
        ReadMua(*mua, host.mua);
    }
    if (const auto msa = FindSettings(map, host, HostRole::MSA))
    {
        ReadTransfer(*msa, host.msa, "msa");
    }
    if (const auto mta = FindSettings(map, host, HostRole::MTA))
    {
        ReadTransfer(*mta, host.mta, "mta");
    }
    if (const auto pop3 = FindSettings(map, host, HostRole::POP3))
    {
        ReadPop3(*pop3, host.pop3);
    }
    if (const auto policy = FindMailSettings(map, host, "policy"))
    {
        host.policy = ReadPolicy(*policy);
    }
    if (const auto queue = FindMailSettings(map, host, "queue"))
    {
        host.queue = ReadQueue(*queue);
    }
}

} // namespace

HostSpec
ReadHost(const std::string& name, const NodeReader& node)
{
    HostSpec host;
    host.name = name;
    MapReader map(node, "a host");
    if (const auto roles = map.Require("roles", "a role or a list of roles"))
    {
        for (const auto& item : roles->GetItems())
        {
            if (const auto role = ReadRole(item))
            {
                host.roles.insert(*role);
            }
        }
    }
    map.Read("address", host.address, ParseAddress);
    map.Read("zone", host.zone, ParseTimeZone);
    map.Read("clock", host.clockOffset, ParseSignedDuration);
    map.ReadList("resolver", host.resolvers, ParseHostName);
    ReadResolveFor(map, host);
    ReadRoleSettings(map, host);
    map.Finish();
    return host;
}

} // namespace ns3::postroad::scenario
