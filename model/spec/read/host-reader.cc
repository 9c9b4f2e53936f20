#include "postroad/spec/read/calendar.h"
#include "postroad/spec/read/section-readers.h"
#include "postroad/spec/read/units.h"
#include "postroad/spec/value/nearest-name.h"
#include "postroad/spec/value/plain-values.h"

#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

void
ReadMua(MapReader& map, HostSpec& host)
{
    map.ReadList("user", host.mua.users, ParseMailAddress);
    map.Read("submit-to", host.mua.submitTo, ParseHostName);
    map.Read("fetch-from", host.mua.fetchFrom, ParseHostName);
    map.Read("keep", host.mua.keep, ParseTruth);
}

void
ReadMsa(MapReader& map, HostSpec& host)
{
    map.Read("port", host.msa.port, ParsePort);
    map.Read("smart-host", host.msa.smartHost, ParseHostName);
}

void
ReadMta(MapReader& map, HostSpec& host)
{
    map.Read("port", host.mta.port, ParsePort);
    map.Read("smart-host", host.mta.smartHost, ParseHostName);
}

void
ReadPop3(MapReader& map, HostSpec& host)
{
    map.Read("port", host.pop3.port, ParsePort);
}

/// The roles that have settings, which stand under the role's name, and who reads these.
constexpr std::pair<HostRole, void (*)(MapReader&, HostSpec&)> READERS[] = {
    {HostRole::MUA, ReadMua},
    {HostRole::MSA, ReadMsa},
    {HostRole::MTA, ReadMta},
    {HostRole::POP3, ReadPop3},
};

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
    if (node && !host.HasAny(&RoleDescriptor::takesMail))
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
    for (const auto& [role, read] : READERS)
    {
        if (const auto node = FindSettings(map, host, role))
        {
            MapReader settings(*node, "the settings of role " + std::string(GetName(role)));
            read(settings, host);
            settings.Finish();
        }
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

std::optional<HostRole>
ReadRole(const NodeReader& node)
{
    for (const auto& row : GetRoles())
    {
        if (node.GetNode().text == row.name)
        {
            return row.role;
        }
    }
    const auto names = GetRoleNames();
    node.FailName("a role (" + ListNames(names) + ")", names);
    return std::nullopt;
}

HostSpec
ReadHost(const mail::DomainName& name, const NodeReader& node)
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
