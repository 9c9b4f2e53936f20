#include "postroad/spec/check/scenario-warnings.h"

#include "postroad/spec/check/zone-warnings.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

constexpr auto OPEN_RELAY = "an open relay: anybody may send anything to anywhere through this "
                            "host, as spammers wish; leave it out unless that is the lesson";

/// A key of the policy, and a mailbox that it is about.
using MailboxRule = std::pair<std::string, mail::AddrSpec>;

std::vector<MailboxRule>
FindMailboxRules(const policy::ServerBehaviour& behaviour)
{
    std::vector<MailboxRule> rules;
    for (const auto& busy : behaviour.busy)
    {
        rules.emplace_back("busy", busy.mailbox);
    }
    for (const auto& mailbox : behaviour.overQuota)
    {
        rules.emplace_back("over-quota", mailbox);
    }
    for (const auto& mailbox : behaviour.unknown)
    {
        rules.emplace_back("unknown", mailbox);
    }
    return rules;
}

bool
RelaysForAll(const HostSpec& host)
{
    const auto& networks = host.policy.relayFor;
    return std::any_of(networks.begin(), networks.end(), [](const auto& network) {
        return network.length == 0;
    });
}

/// Whether a host takes mail from some of its clients for any domain.
bool
IsRelay(const Spec& spec, const HostSpec& host)
{
    return host.Has(HostRole::MSA) || host.policy.openRelay || !host.policy.relayFor.empty() ||
           std::any_of(spec.hosts.begin(), spec.hosts.end(), [&host](const auto& other) {
               return other.mta.smartHost == host.name || other.msa.smartHost == host.name;
           });
}

bool
TakesMailFor(const Spec& spec, const HostSpec& host, const mail::AddrSpec& mailbox)
{
    const auto* const domain = spec.FindDomain(mailbox.domain);
    return host.policy.catchAll || IsRelay(spec, host) ||
           (domain && (domain->mailboxHost == host.name ||
                       std::any_of(domain->mx.begin(), domain->mx.end(), [&host](const auto& mx) {
                           return mx.host == host.name;
                       })));
}

} // namespace

std::string
ConfigWarning::ToString() const
{
    const auto where = place.ToString();
    return (where.empty() ? "" : where + ": ") + "warning: " + field + ": " + text;
}

std::vector<ConfigWarning>
FindWarnings(const Spec& spec)
{
    std::vector<ConfigWarning> warnings;
    for (const auto& host : spec.hosts)
    {
        const auto path = "hosts." + host.name.ToString() + ".policy.";
        const auto warn = [&](const std::string& key, const std::string& text) {
            warnings.push_back({spec.places.Find(path + key), path + key, text});
        };
        if (host.policy.openRelay)
        {
            warn("open-relay", OPEN_RELAY);
        }
        if (RelaysForAll(host))
        {
            warn("relay-for", OPEN_RELAY);
        }
        for (const auto& [key, mailbox] : FindMailboxRules(host.policy.behaviour))
        {
            if (!TakesMailFor(spec, host, mailbox))
            {
                warn(key, "nobody sees it: this host takes no mail for " + mailbox.ToString());
            }
        }
    }
    const auto zones = FindZoneWarnings(spec);
    warnings.insert(warnings.end(), zones.begin(), zones.end());
    return warnings;
}

} // namespace ns3::postroad::scenario
