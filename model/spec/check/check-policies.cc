#include "postroad/spec/check/spec-checks.h"

namespace ns3::postroad::scenario
{

namespace
{

/// A rule about a mailbox shows only where the mailbox exists.
void
CheckMailboxes(SpecChecks& checks,
               const std::string& path,
               const std::vector<mail::AddrSpec>& mailboxes)
{
    for (const auto& mailbox : mailboxes)
    {
        checks.RequireUser(path, mailbox);
    }
}

/// What is caught lands in a mailbox on the same host.
void
CheckCatchAll(SpecChecks& checks, const HostSpec& host)
{
    const auto path = "hosts." + host.name.ToString() + ".policy.catch-all";
    const auto& mailbox = host.policy.catchAll;
    if (!mailbox || !checks.RequireUser(path, *mailbox))
    {
        return;
    }
    const auto& keeper = checks.GetSpec().FindDomain(mailbox->domain)->mailboxHost;
    if (keeper != host.name)
    {
        checks.Fail(path,
                    "a mailbox on the same host",
                    Quote(mailbox->ToString()),
                    keeper.IsEmpty() ? "give its domain an exchanger with role mda"
                                     : "that one stands on " + keeper);
    }
}

void
CheckQueue(SpecChecks& checks, const HostSpec& host)
{
    const auto path = "hosts." + host.name.ToString() + ".queue";
    const auto& queue = host.queue.schedule;
    if (queue.longestWait < queue.firstWait)
    {
        checks.Fail(path + ".longest-wait",
                    "a wait that is no shorter than the first",
                    "a shorter one",
                    "raise `longest-wait`, or lower `first-wait`");
    }
    if (queue.giveUpAfter < queue.firstWait)
    {
        checks.Fail(path + ".give-up-after",
                    "time for a second attempt",
                    "less than the first wait",
                    "raise `give-up-after`, or lower `first-wait`");
    }
}

} // namespace

void
CheckPolicies(SpecChecks& checks)
{
    for (const auto& host : checks.GetSpec().hosts)
    {
        const auto path = "hosts." + host.name.ToString() + ".policy";
        const auto& behaviour = host.policy.behaviour;
        for (const auto& busy : behaviour.busy)
        {
            checks.RequireUser(path + ".busy", busy.mailbox);
        }
        CheckMailboxes(checks, path + ".over-quota", behaviour.overQuota);
        CheckMailboxes(checks, path + ".unknown", behaviour.unknown);
        CheckCatchAll(checks, host);
        CheckQueue(checks, host);
    }
}

} // namespace ns3::postroad::scenario
