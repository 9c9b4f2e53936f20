#include "postroad/scenario/host-agents.h"

#include "postroad/app/agent/host.h"
#include "postroad/scenario/role-installers.h"

namespace ns3::postroad::scenario
{

namespace
{

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
                const store::MailboxName name(mail::AddrSpec{user.name, domain.name});
                host->AddAccount(name, user.password);
                host->GetMailStore().FindOrCreate(name);
            }
        }
    }
}

} // namespace

HostAgents
InstallHostAgents(const Spec& spec,
                  const HostSpec& host,
                  const InstalledNetwork& network,
                  const std::vector<ServedZone>& zones)
{
    SetUpHost(spec, host, network);
    HostAgents agents;
    HostSite site{spec, host, network, zones, agents};
    for (const auto& [role, install] : GetRoleInstallers())
    {
        if (install && host.Has(role))
        {
            install(site);
        }
    }
    return agents;
}

} // namespace ns3::postroad::scenario
