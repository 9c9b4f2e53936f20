#include "postroad/spec/check/spec-checks.h"

namespace ns3::postroad::scenario
{

namespace
{

void
CheckUserAgent(SpecChecks& checks, const HostSpec& host)
{
    const auto path = "hosts." + host.name + ".mua";
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
    if (!host.mua.submitTo.empty())
    {
        checks.RequireKnownHost(path + ".submit-to", host.mua.submitTo, HostRole::MSA);
    }
    if (!host.mua.fetchFrom.empty())
    {
        checks.RequireKnownHost(path + ".fetch-from", host.mua.fetchFrom, HostRole::POP3);
    }
}

} // namespace

void
CheckUserAgents(SpecChecks& checks)
{
    for (const auto* const host : checks.GetSpec().FindHosts(HostRole::MUA))
    {
        CheckUserAgent(checks, *host);
    }
}

} // namespace ns3::postroad::scenario
