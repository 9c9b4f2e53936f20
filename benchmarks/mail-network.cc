#include "mail-network.h"

#include "postroad/net/tcp-settings.h"
#include "postroad/topology/network-installer.h"

#include "ns3/rng-seed-manager.h"

namespace ns3::postroad::bench
{

namespace
{

NetworkLink
MakeLink(const char* a, const char* b)
{
    NetworkLink link;
    link.a = a;
    link.b = b;
    link.rateBps = 1'000'000'000;
    return link;
}

} // namespace

Ptr<InstalledNetwork>
InstallMailNetwork()
{
    RngSeedManager::SetSeed(1);
    RngSeedManager::SetRun(1);
    ApplyTcpSettings();
    NetworkGraph graph;
    for (const auto* const host : {USER_HOST, SUBMISSION_HOST, TRANSFER_HOST, NAME_HOST})
    {
        graph.AddHost({host, false, {}});
    }
    graph.AddLink(MakeLink(USER_HOST, SUBMISSION_HOST));
    graph.AddLink(MakeLink(SUBMISSION_HOST, TRANSFER_HOST));
    graph.AddLink(MakeLink(NAME_HOST, USER_HOST));
    graph.AddLink(MakeLink(NAME_HOST, SUBMISSION_HOST));
    return NetworkInstaller().Install(graph);
}

} // namespace ns3::postroad::bench
