#include "postroad/scenario/host-agents.h"

#include "postroad/app/host.h"
#include "postroad/helper/agent-helper.h"

#include "ns3/boolean.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <functional>
#include <set>

namespace ns3::postroad::scenario
{

namespace
{

std::string
GetAddressText(const InstalledNetwork& network, const std::string& host)
{
    return GetAddressTexts(network, host).front();
}

/// The addresses of the hosts that hand their mail to `host`, by what `handsTo` says of each.
std::set<std::string>
FindClients(const Spec& spec,
            const InstalledNetwork& network,
            const std::function<bool(const HostSpec&)>& handsTo)
{
    std::set<std::string> addresses;
    for (const auto& each : spec.hosts)
    {
        if (handsTo(each))
        {
            addresses.insert(GetAddressText(network, each.name));
        }
    }
    return addresses;
}

void
SetUpHost(const Spec& spec, const HostSpec& hostSpec, const InstalledNetwork& network)
{
    const auto host = Host::Of(network.GetNode(hostSpec.name));
    host->SetName(hostSpec.name);
    host->SetClock({spec.epoch, hostSpec.clockOffset, hostSpec.zone});
    std::vector<std::string> resolvers;
    for (const auto& resolver : hostSpec.resolvers)
    {
        resolvers.push_back(GetAddressText(network, resolver));
    }
    host->SetResolvers(resolvers);
    for (const auto& domain : spec.domains)
    {
        for (const auto& user : domain.users)
        {
            if (domain.mailboxHost == hostSpec.name)
            {
                const auto name = MakeMailboxName({user.name, domain.name});
                host->AddAccount(name, user.password);
                host->GetMailStore().FindOrCreate(name);
            }
        }
    }
}

Ptr<MailDeliveryAgent>
InstallDeliveryAgent(const HostSpec& host, Ptr<Node> node)
{
    MailDeliveryAgentHelper helper;
    if (const auto& mailbox = host.policy.catchAll)
    {
        helper.SetAttribute("CatchAll", StringValue(MakeMailboxName(*mailbox)));
    }
    return helper.InstallAgent(node);
}

/// The domains whose mailboxes stand on a host.
std::set<std::string>
FindLocalDomains(const Spec& spec, const HostSpec& host)
{
    std::set<std::string> domains;
    for (const auto& domain : spec.domains)
    {
        if (domain.mailboxHost == host.name)
        {
            domains.insert(domain.name);
        }
    }
    return domains;
}

/// The domains that a host is an exchanger of, but whose mailboxes stand elsewhere.
std::set<std::string>
FindRelayDomains(const Spec& spec, const HostSpec& host)
{
    std::set<std::string> domains;
    for (const auto& domain : spec.domains)
    {
        for (const auto& exchanger : domain.mx)
        {
            if (spec.FindHost(exchanger.host) == &host && domain.mailboxHost != host.name)
            {
                domains.insert(domain.name);
            }
        }
    }
    return domains;
}

void
AddRelayClients(MailRelayAgent& agent, const HostSpec& host)
{
    for (const auto& network : host.policy.relayFor)
    {
        agent.AddRelayClient(network);
    }
}

/// Those whose mail programs submit to a host.
std::vector<policy::Submitter>
FindSubmitters(const Spec& spec, const HostSpec& host, const InstalledNetwork& network)
{
    std::vector<policy::Submitter> submitters;
    for (const auto& each : spec.hosts)
    {
        if (each.Has(HostRole::MUA) && each.mua.submitTo == host.name)
        {
            const auto address = GetAddressText(network, each.name);
            submitters.push_back({*policy::ParseClientNetwork(address), each.mua.users});
        }
    }
    return submitters;
}

/// What the settings of a host say to its submission and transfer agents alike.
void
ConfigureRelay(MailRelayAgent& agent, const HostSpec& host)
{
    agent.SetAttribute("OpenRelay", BooleanValue(host.policy.openRelay));
    agent.SetBehaviour(host.policy.behaviour);
    agent.SetQueueSettings(host.queue);
}

Ptr<MailTransferAgent>
InstallTransferAgent(const Spec& spec,
                     const HostSpec& host,
                     const InstalledNetwork& network,
                     Ptr<MailDeliveryAgent> deliveryAgent)
{
    MailTransferAgentHelper helper;
    helper.SetAttribute("Port", UintegerValue(host.mta.port));
    helper.SetAttribute("SmartHost", StringValue(host.mta.smartHost));
    const auto agent = helper.InstallAgent(network.GetNode(host.name));
    ConfigureRelay(*agent, host);
    agent->SetLocalDomains(FindLocalDomains(spec, host), deliveryAgent);
    agent->SetRelayDomains(FindRelayDomains(spec, host));
    agent->SetRelayClients(FindClients(spec, network, [&host](const HostSpec& each) {
        return (each.Has(HostRole::MSA) && each.msa.smartHost == host.name) ||
               (each.Has(HostRole::MTA) && each.mta.smartHost == host.name);
    }));
    AddRelayClients(*agent, host);
    return agent;
}

Ptr<MailSubmissionAgent>
InstallSubmissionAgent(const Spec& spec,
                       const HostSpec& host,
                       const InstalledNetwork& network,
                       Ptr<MailDeliveryAgent> deliveryAgent)
{
    MailSubmissionAgentHelper helper;
    helper.SetAttribute("Port", UintegerValue(host.msa.port));
    helper.SetAttribute("SmartHost", StringValue(host.msa.smartHost));
    const auto agent = helper.InstallAgent(network.GetNode(host.name));
    ConfigureRelay(*agent, host);
    agent->SetLocalDomains(FindLocalDomains(spec, host), deliveryAgent);
    AddRelayClients(*agent, host);
    agent->SetSubmitters(FindSubmitters(spec, host, network));
    return agent;
}

Ptr<MailUserAgent>
InstallUserAgent(const Spec& spec, const HostSpec& host, const InstalledNetwork& network)
{
    MailUserAgentHelper helper;
    helper.SetAttribute("SubmissionServer", StringValue(host.mua.submitTo));
    helper.SetAttribute("MaildropServer", StringValue(host.mua.fetchFrom));
    helper.SetAttribute("Keep", BooleanValue(host.mua.keep));
    if (const auto* const server = spec.FindHost(host.mua.submitTo))
    {
        helper.SetAttribute("SubmissionPort", UintegerValue(server->msa.port));
    }
    if (const auto* const server = spec.FindHost(host.mua.fetchFrom))
    {
        helper.SetAttribute("MaildropPort", UintegerValue(server->pop3.port));
    }
    return helper.InstallAgent(network.GetNode(host.name));
}

} // namespace

std::vector<Ptr<Agent>>
HostAgents::GetAll() const
{
    std::vector<Ptr<Agent>> agents;
    for (const Ptr<Agent>& agent :
         std::initializer_list<Ptr<Agent>>{dns, resolver, mda, mta, msa, pop3, mua, client})
    {
        if (agent)
        {
            agents.push_back(agent);
        }
    }
    return agents;
}

HostAgents
InstallHostAgents(const Spec& spec,
                  const HostSpec& host,
                  const InstalledNetwork& network,
                  const std::vector<ServedZone>& zones)
{
    SetUpHost(spec, host, network);
    const auto node = network.GetNode(host.name);
    HostAgents agents;
    if (host.Has(HostRole::DNS))
    {
        agents.dns = InstallDnsServer(host, network, zones);
    }
    if (host.Has(HostRole::RESOLVER))
    {
        agents.resolver = InstallResolver(spec, host, network);
    }
    // Whoever takes mail takes it for the postmaster, too (RFC 5321 section 4.5.1).
    if (host.Has(HostRole::MDA) || host.Has(HostRole::MTA) || host.Has(HostRole::MSA))
    {
        agents.mda = InstallDeliveryAgent(host, node);
    }
    if (host.Has(HostRole::MTA))
    {
        agents.mta = InstallTransferAgent(spec, host, network, agents.mda);
    }
    if (host.Has(HostRole::MSA))
    {
        agents.msa = InstallSubmissionAgent(spec, host, network, agents.mda);
    }
    if (host.Has(HostRole::POP3))
    {
        Pop3ServerHelper helper;
        helper.SetAttribute("Port", UintegerValue(host.pop3.port));
        agents.pop3 = helper.InstallAgent(node);
    }
    if (host.Has(HostRole::MUA))
    {
        agents.mua = InstallUserAgent(spec, host, network);
    }
    if (host.Has(HostRole::CLIENT))
    {
        agents.client = ScriptClientHelper().InstallAgent(node);
    }
    return agents;
}

} // namespace ns3::postroad::scenario
