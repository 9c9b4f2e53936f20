#include "postroad/spec/check/spec-checks.h"
#include "postroad/store/mailbox-name.h"
#include "postroad/text/ascii.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

/// What a command of POP3 can carry behind its keyword: 255 octets with that and CRLF (RFC 2449
/// section 4), of printable ASCII (RFC 1939 section 3).
constexpr std::size_t POP3_ARGUMENT_LIMIT = 248;

bool
IsForPop3(std::string_view text)
{
    return text.size() <= POP3_ARGUMENT_LIMIT && std::all_of(text.begin(), text.end(), [](char c) {
               return c == ' ' || text::IsVisible(c);
           });
}

/// A user whose mailbox is read by POP3 has a name and a password that POP3 can carry.
void
CheckLogin(SpecChecks& checks,
           const DomainSpec& domain,
           const UserSpec& user,
           const std::string& path)
{
    const auto* const keeper = checks.GetSpec().FindHost(domain.mailboxHost);
    if (!keeper || !keeper->Has(HostRole::POP3))
    {
        return;
    }
    const auto login = store::MailboxName(mail::AddrSpec{user.name, domain.name}).ToString();
    for (const auto& [what, value] : {std::pair("name", login), {"password", user.password}})
    {
        if (!IsForPop3(value))
        {
            checks.Fail(path + ".users",
                        "a " + std::string(what) + " of " + user.name +
                            " that POP3 carries: at most 248 octets of printable ASCII (RFC 1939 "
                            "section 3)",
                        Quote(value),
                        "choose another, or take the role pop3 from " + keeper->name.ToString());
        }
    }
}

void
CheckUsers(SpecChecks& checks, const DomainSpec& domain, const std::string& path)
{
    std::set<store::MailboxName> names;
    for (const auto& user : domain.users)
    {
        if (!names.emplace(mail::AddrSpec{user.name, domain.name}).second)
        {
            checks.Fail(path + ".users",
                        "each user once, in any case",
                        "a second " + Quote(user.name),
                        "the two would share one mailbox: take one out");
        }
        CheckLogin(checks, domain, user, path);
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
    if (!domain.mailboxHost.IsEmpty())
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
    else if (areKnown && domain.mailboxHost.IsEmpty())
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
    std::set<mail::DomainName> servers;
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
    std::set<mail::DomainName> names;
    for (const auto& domain : checks.GetSpec().domains)
    {
        const auto path = "domains." + domain.name.ToString();
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
