#include "postroad/spec/read/section-readers.h"
#include "postroad/spec/read/units.h"
#include "postroad/spec/value/plain-values.h"

#include <cstdint>

namespace ns3::postroad::scenario
{

namespace
{

constexpr auto MX_FORM = "a host name, or a preference and a host name such as 10 mail.b.net";

/// [ preference " " ] host name
wire::Result<MailExchanger>
ParseMailExchanger(std::string_view text)
{
    MailExchanger exchanger;
    if (const auto blank = text.find(' '); blank != std::string_view::npos)
    {
        const auto preference = ParsePreference(text.substr(0, blank));
        if (!preference)
        {
            return wire::Error{wire::ErrorKind::SYNTAX, 0, MX_FORM};
        }
        exchanger.preference = *preference;
        text.remove_prefix(blank + 1);
    }
    const auto host = ParseHostName(text);
    if (!host)
    {
        return wire::Error{wire::ErrorKind::SYNTAX, 0, MX_FORM};
    }
    exchanger.host = *host;
    return exchanger;
}

/// The part of an address before the "@".
wire::Result<std::string>
ParseUserName(std::string_view text)
{
    const auto address = mail::ParseAddrSpec(std::string(text) + "@a.example");
    if (!address || address->domain != "a.example")
    {
        return wire::Error{wire::ErrorKind::SYNTAX,
                           0,
                           "a user name such as alice, without @ and domain"};
    }
    return address->localPart;
}

/// TTL = a count of seconds below 2^31 (RFC 2181 section 8), here written as a duration
wire::Result<std::uint32_t>
ParseTtl(std::string_view text)
{
    const auto ttl = ParseDuration(text);
    if (!ttl)
    {
        return ttl.GetError();
    }
    const auto seconds = std::chrono::floor<std::chrono::seconds>(*ttl).count();
    if (seconds > INT32_MAX)
    {
        return wire::Error{wire::ErrorKind::OUT_OF_RANGE, 0, "at most 2147483647 seconds"};
    }
    return static_cast<std::uint32_t>(seconds);
}

UserSpec
MakeUser(const std::string& name)
{
    return {name, name, ""};
}

UserSpec
ReadUser(const std::string& text, const NodeReader& node)
{
    const auto name = ParseUserName(text);
    auto user = MakeUser(name ? *name : text);
    if (!name)
    {
        node.Fail("a user name such as alice, without @ and domain, before the colon");
    }
    if (node.GetNode().kind == ConfigNode::Kind::NOTHING)
    {
        return user;
    }
    MapReader map(node, "a user");
    map.Read("name", user.fullName, ParseText);
    map.Read("password", user.password, ParseText);
    map.Finish();
    return user;
}

/// Reads a user's name, a list of names, or a map from names to settings.
std::vector<UserSpec>
ReadUsers(const NodeReader& node)
{
    std::vector<UserSpec> users;
    if (node.GetNode().kind == ConfigNode::Kind::MAP)
    {
        for (const auto& [name, user] : node.GetEntries("a map from user names to users"))
        {
            users.push_back(ReadUser(name, user));
        }
        return users;
    }
    for (const auto& item : node.GetItems())
    {
        if (const auto name = item.Read(ParseUserName))
        {
            users.push_back(MakeUser(*name));
        }
    }
    return users;
}

} // namespace

DomainSpec
ReadDomain(const mail::DomainName& name, const NodeReader& node)
{
    DomainSpec domain;
    domain.name = name;
    if (node.GetNode().kind == ConfigNode::Kind::NOTHING)
    {
        return domain;
    }
    MapReader map(node, "a domain");
    if (const auto users = map.Find("users"))
    {
        domain.users = ReadUsers(*users);
    }
    map.ReadList("mx", domain.mx, ParseMailExchanger);
    map.Read("mailboxes", domain.mailboxHost, ParseHostName);
    map.ReadList("name-server", domain.nameServers, ParseHostName);
    map.Read("ttl", domain.ttl, ParseTtl);
    map.Read("zone", domain.zone, ParseText);
    map.ReadList("remove-records", domain.removed, ParseText);
    map.ReadList("records", domain.records, ParseText);
    map.Finish();
    return domain;
}

} // namespace ns3::postroad::scenario
