#include "postroad/scenario/host-site.h"

#include "postroad/net/socket-address.h"

#include "ns3/inet-socket-address.h"

namespace ns3::postroad::scenario
{

std::vector<std::string>
GetAddressTexts(const InstalledNetwork& network, const std::string& host)
{
    std::vector<std::string> texts;
    for (const auto& address : network.GetPlan().GetAddresses(*network.GetGraph().FindHost(host)))
    {
        texts.push_back(ToEndpoint(InetSocketAddress(address, 0)).address);
    }
    return texts;
}

std::string
GetAddressText(const InstalledNetwork& network, const std::string& host)
{
    return GetAddressTexts(network, host).front();
}

} // namespace ns3::postroad::scenario
