#include "postroad/spec/check/spec-checks.h"

#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

std::string
PathOf(const HostSpec& host, HostRole role)
{
    return "hosts." + host.name.ToString() + "." + std::string(GetName(role));
}

void
CheckUserAgent(SpecChecks& checks, const HostSpec& host)
{
    const auto path = PathOf(host, HostRole::MUA);
    if (host.mua.users.empty())
    {
        checks.Fail(path,
                    "the user whose mail program it is",
                    "none",
                    "add `mua: {user: NAME@DOMAIN}`");
    }
    for (const auto& user : host.mua.users)
    {
        checks.RequireUser(path + ".user", user);
    }
    if (!host.mua.submitTo.IsEmpty())
    {
        checks.RequireKnownHost(path + ".submit-to", host.mua.submitTo, HostRole::MSA);
    }
    if (!host.mua.fetchFrom.IsEmpty())
    {
        checks.RequireKnownHost(path + ".fetch-from", host.mua.fetchFrom, HostRole::POP3);
    }
}

void
CheckSmartHost(SpecChecks& checks,
               const HostSpec& host,
               HostRole role,
               const mail::DomainName& name)
{
    const auto path = PathOf(host, role) + ".smart-host";
    if (name.IsEmpty())
    {
        return;
    }
    if (checks.RequireKnownHost(path, name, HostRole::MTA) == &host)
    {
        checks.Fail(path, "another host", Quote(name), "mail would go round in a circle");
    }
}

void
CheckSubmissionAgent(SpecChecks& checks, const HostSpec& host)
{
    CheckSmartHost(checks, host, HostRole::MSA, host.msa.smartHost);
}

void
CheckTransferAgent(SpecChecks& checks, const HostSpec& host)
{
    CheckSmartHost(checks, host, HostRole::MTA, host.mta.smartHost);
}

/// The roles whose settings speak of others, and who checks them.
constexpr std::pair<HostRole, void (*)(SpecChecks&, const HostSpec&)> CHECKS[] = {
    {HostRole::MUA, CheckUserAgent},
    {HostRole::MSA, CheckSubmissionAgent},
    {HostRole::MTA, CheckTransferAgent},
};

} // namespace

void
CheckRoleSettings(SpecChecks& checks)
{
    for (const auto& [role, check] : CHECKS)
    {
        for (const auto* const host : checks.GetSpec().FindHosts(role))
        {
            check(checks, *host);
        }
    }
}

} // namespace ns3::postroad::scenario
