#include "postroad/spec/check/spec-checks.h"
#include "postroad/text/ascii.h"

namespace ns3::postroad::scenario
{

namespace
{

void
CheckUsers(SpecChecks& checks, const DomainSpec& domain, const std::string& path)
{
    std::set<std::string> names;
    for (const auto& user : domain.users)
    {
        if (!names.insert(user.name).second)
        {
            checks.Fail(path + ".users", "each user once", "a second " + Quote(user.name));
        }
    }
}

/// The exchangers are hosts that take mail, and mail for users reaches a mailbox.
void
CheckExchangers(SpecChecks& checks, const DomainSpec& domain, const std::string& path)
{
    bool areKnown = true;
    for (std::size_t i = 0; i < domain.mx.size(); ++i)
    {
        areKnown =
            checks.RequireKnownHost(PathOf(path + ".mx", i), domain.mx[i].host, HostRole::MTA) &&
            areKnown;
    }
    if (!domain.mailboxHost.empty())
    {
        checks.RequireHost(path + ".mailboxes", domain.mailboxHost, HostRole::MDA);
    }
    if (domain.users.empty())
    {
        return;
    }
    if (domain.mx.empty())
    {
        checks.Fail(path + ".mx",
                    "a host that takes the mail of its users",
                    "none",
                    "add `mx: HOST`, a host with roles mta and mda");
    }
    else if (areKnown && domain.mailboxHost.empty())
    {
        checks.Fail(path + ".mx",
                    "a host with role mda among them",
                    Quote(domain.mx[0].host),
                    "add mda to its roles, so that mail gets into the mailboxes");
    }
}

void
CheckNameServers(SpecChecks& checks, const DomainSpec& domain, const std::string& path)
{
    std::set<std::string, text::LessIgnoringCase> servers;
    for (const auto& server : domain.nameServers)
    {
        checks.RequireHost(path + ".name-server", server, HostRole::DNS);
        if (!servers.insert(server).second)
        {
            checks.Fail(path + ".name-server",
                        "each name server once",
                        "a second " + Quote(server));
        }
    }
    if (domain.nameServers.empty())
    {
        checks.FailNameService(path + ".name-server", "a host that answers for the domain");
    }
}

} // namespace

void
CheckDomains(SpecChecks& checks)
{
    std::set<std::string, text::LessIgnoringCase> names;
    for (const auto& domain : checks.GetSpec().domains)
    {
        const auto path = "domains." + domain.name;
        if (!names.insert(domain.name).second)
        {
            checks.Fail(path, "each domain once", "a second " + Quote(domain.name));
        }
        CheckUsers(checks, domain, path);
        CheckExchangers(checks, domain, path);
        CheckNameServers(checks, domain, path);
    }
}

} // namespace ns3::postroad::scenario
