#include "postroad/scenario/mail-agents.h"

#include "postroad/app/agent/host.h"
#include "postroad/helper/agent-helper.h"

#include "ns3/boolean.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>

namespace ns3::postroad::scenario
{

namespace
{

/// The domains whose mailboxes stand on a host.
std::set<std::string>
FindLocalDomains(const HostSite& site)
{
    std::set<std::string> domains;
    for (const auto& domain : site.spec.domains)
    {
        if (domain.mailboxHost == site.host.name)
        {
            domains.insert(domain.name);
        }
    }
    return domains;
}

/// The domains that a host is an exchanger of, but whose mailboxes stand elsewhere.
std::set<std::string>
FindRelayDomains(const HostSite& site)
{
    std::set<std::string> domains;
    for (const auto& domain : site.spec.domains)
    {
        for (const auto& exchanger : domain.mx)
        {
            if (site.spec.FindHost(exchanger.host) == &site.host &&
                domain.mailboxHost != site.host.name)
            {
                domains.insert(domain.name);
            }
        }
    }
    return domains;
}

/// The preference that a domain has for a host as its exchanger; none when it is none.
std::optional<std::uint16_t>
FindPreference(const DomainSpec& domain, const mail::DomainName& host)
{
    for (const auto& exchanger : domain.mx)
    {
        if (exchanger.host == host)
        {
            return exchanger.preference;
        }
    }
    return std::nullopt;
}

/// Where an exchanger passes mail on to that the DNS would send back to it: the host that has the
/// mailboxes, unless that is a better exchanger.
std::map<mail::DomainName, mail::DomainName>
FindRoutes(const HostSite& site)
{
    std::map<mail::DomainName, mail::DomainName> hosts;
    for (const auto& domain : site.spec.domains)
    {
        const auto own = FindPreference(domain, site.host.name);
        const auto keepers = FindPreference(domain, domain.mailboxHost);
        if (own && !domain.mailboxHost.IsEmpty() && domain.mailboxHost != site.host.name &&
            keepers.value_or(UINT16_MAX) >= *own)
        {
            hosts.emplace(domain.name, domain.mailboxHost);
        }
    }
    return hosts;
}

/// The addresses of the hosts whose smart host it is.
std::set<std::string>
FindSmartHostClients(const HostSite& site)
{
    const auto& name = site.host.name;
    std::set<std::string> addresses;
    for (const auto& each : site.spec.hosts)
    {
        if ((each.Has(HostRole::MSA) && each.msa.smartHost == name) ||
            (each.Has(HostRole::MTA) && each.mta.smartHost == name))
        {
            addresses.insert(GetAddressText(site.network, each.name));
        }
    }
    return addresses;
}

/// Those who submit to a host: by their mail programs, and as guests.
std::vector<policy::Submitter>
FindSubmitters(const HostSite& site)
{
    std::vector<policy::Submitter> submitters;
    for (const auto* const each : site.spec.FindHosts(HostRole::MUA))
    {
        if (each->mua.submitTo == site.host.name)
        {
            const auto address = GetAddressText(site.network, each->name);
            submitters.push_back({*policy::ParseClientNetwork(address), each->mua.users});
        }
    }
    for (const auto& [host, users] : site.host.msa.guests)
    {
        const auto address = GetAddressText(site.network, host);
        submitters.push_back({*policy::ParseClientNetwork(address), users});
    }
    return submitters;
}

/// Installs an agent that relays, with what a host says to all of its own alike.
/// \param settings of the agent's role
template <typename Helper, typename Settings>
auto
InstallRelay(HostSite& site, const Settings& settings)
{
    InstallDeliveryAgent(site);
    Helper helper;
    helper.SetAttribute("Port", UintegerValue(settings.port));
    helper.SetAttribute("SmartHost", StringValue(settings.smartHost));
    helper.SetAttribute("OpenRelay", BooleanValue(site.host.policy.openRelay));
    if (const auto limit = site.host.policy.hopLimit)
    {
        helper.SetAttribute("HopLimit", UintegerValue(*limit));
    }
    const auto agent = helper.InstallAgent(site.GetNode());
    agent->SetBehaviour(site.host.policy.behaviour);
    agent->SetQueueSettings(site.host.queue);
    agent->SetLocalDomains(FindLocalDomains(site), site.agents.Find<MailDeliveryAgent>());
    site.agents.Add(agent);
    return agent;
}

void
AddRelayClients(MailRelayAgent& agent, const HostSpec& host)
{
    for (const auto& network : host.policy.relayFor)
    {
        agent.AddRelayClient(network);
    }
}

} // namespace

void
InstallDeliveryAgent(HostSite& site)
{
    if (site.agents.Find<MailDeliveryAgent>())
    {
        return;
    }
    MailDeliveryAgentHelper helper;
    if (const auto& mailbox = site.host.policy.catchAll)
    {
        helper.SetAttribute("CatchAll", StringValue(store::MailboxName(*mailbox).ToString()));
    }
    site.agents.Add(helper.InstallAgent(site.GetNode()));
}

void
InstallTransferAgent(HostSite& site)
{
    const auto agent = InstallRelay<MailTransferAgentHelper>(site, site.host.mta);
    agent->SetRelayDomains(FindRelayDomains(site));
    agent->SetRoutes(FindRoutes(site));
    agent->SetRelayClients(FindSmartHostClients(site));
    AddRelayClients(*agent, site.host);
}

void
InstallSubmissionAgent(HostSite& site)
{
    const auto agent = InstallRelay<MailSubmissionAgentHelper>(site, site.host.msa);
    AddRelayClients(*agent, site.host);
    agent->SetSubmitters(FindSubmitters(site));
}

void
InstallMaildropServer(HostSite& site)
{
    Pop3ServerHelper helper;
    helper.SetAttribute("Port", UintegerValue(site.host.pop3.port));
    site.agents.Add(helper.InstallAgent(site.GetNode()));
}

} // namespace ns3::postroad::scenario
