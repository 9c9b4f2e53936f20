#include "postroad/spec/check/scenario-warnings.h"

#include "postroad/spec/check/network-warnings.h"
#include "postroad/spec/check/zone-warnings.h"
#include "postroad/text/file-name.h"

#include <algorithm>
#include <map>
#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

constexpr auto OPEN_RELAY = "an open relay: anybody may send anything to anywhere through this "
                            "host, as spammers wish; leave it out unless that is the lesson";

constexpr auto NO_WARNING = "nobody is ever warned: `give-up-after` ends the attempts before; make "
                            "this the shorter of the two, or leave it out";

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

/// A wait until the warning that was chosen, and is not over when the attempts are.
bool
WarnsTooLate(const store::RetrySchedule& schedule)
{
    return schedule.warnAfter != store::RetrySchedule().warnAfter &&
           schedule.warnAfter >= schedule.giveUpAfter;
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

std::string
DescribeSharing(const std::string& one, const std::string& other, const std::string& folder)
{
    return "the messages of " + one + " and " + other + " go into the same folder of a run, mail/" +
           folder + "; give one of the two another name";
}

/// Mailboxes whose messages a run writes into the same folder, since the characters by which they
/// differ are none for the name of a file.
void
WarnOfSharedFolders(const Spec& spec, std::vector<ConfigWarning>& warnings)
{
    std::map<std::string, std::string> owners;
    for (const auto& domain : spec.domains)
    {
        const auto field = "domains." + domain.name.ToString() + ".users";
        for (const auto& user : domain.users)
        {
            const auto address = mail::AddrSpec{user.name, domain.name}.ToString();
            const auto folder = text::MakeFileNamePart(address);
            const auto [owner, isNew] = owners.emplace(folder, address);
            if (!isNew)
            {
                warnings.push_back({spec.places.Find(field),
                                    field,
                                    DescribeSharing(owner->second, address, folder)});
            }
        }
    }
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
        const auto path = "hosts." + host.name.ToString() + '.';
        const auto warn = [&](const std::string& key, const std::string& text) {
            warnings.push_back({spec.places.Find(path + key), path + key, text});
        };
        if (host.policy.openRelay)
        {
            warn("policy.open-relay", OPEN_RELAY);
        }
        if (RelaysForAll(host))
        {
            warn("policy.relay-for", OPEN_RELAY);
        }
        for (const auto& [key, mailbox] : FindMailboxRules(host.policy.behaviour))
        {
            if (!TakesMailFor(spec, host, mailbox))
            {
                warn("policy." + key,
                     "nobody sees it: this host takes no mail for " + mailbox.ToString());
            }
        }
        if (WarnsTooLate(host.queue.schedule))
        {
            warn("queue.warn-after", NO_WARNING);
        }
    }
    WarnOfSharedFolders(spec, warnings);
    const auto network = FindNetworkWarnings(spec);
    warnings.insert(warnings.end(), network.begin(), network.end());
    const auto zones = FindZoneWarnings(spec);
    warnings.insert(warnings.end(), zones.begin(), zones.end());
    return warnings;
}

} // namespace ns3::postroad::scenario
