/**
 * Makes ns-3 nodes, links, addresses and routes of a NetworkGraph.
 *
 * Each host becomes a node with an IPv4 stack and TableRouting, each link a point-to-point link
 * with drop-tail queues and no queue discipline above them. Everything that is by chance in it
 * draws from fixed random streams, from FIRST_STREAM upwards; agents use those below. Set ns-3's
 * seed and run before installing.
 *
 * Process-global and therefore the same for all networks of a process: ns-3's "ChecksumEnabled" is
 * set on when the network is captured, off when it is not. Nothing is entered into ns-3's Names.
 */
#ifndef POSTROAD_TOPOLOGY_NETWORK_INSTALLER_H
#define POSTROAD_TOPOLOGY_NETWORK_INSTALLER_H

#include "postroad/topology/installed-network.h"
#include "postroad/topology/network-graph.h"

#include "ns3/net-device-container.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace ns3::postroad
{

/// What may be chosen about a network beside its hosts and links.
struct NetworkOptions
{
    std::string prefix{"10.0.0.0/8"}; ///< the links' addresses come from here
    std::filesystem::path pcapFolder; ///< where the captures go; empty: nothing is captured
    std::int64_t epoch{0};            ///< the date at virtual time 0, in Unix seconds
    CaptureFraming framing{CaptureFraming::PPP}; ///< of the captures
    wire::Duration detectionDelay{0};            ///< from a failure until the routes know of it
};

/// Installs networks.
class NetworkInstaller
{
  public:
    /// The first random stream of links; that of host stacks lies above.
    static constexpr std::int64_t FIRST_STREAM = 1'000'000;

    explicit NetworkInstaller(NetworkOptions options = {});

    /// Makes the network. Throws std::invalid_argument for addresses that cannot be planned, before
    /// any ns-3 object is made, and std::runtime_error when a capture cannot be written.
    ///
    /// The capture of a host's link is named "<host>-to-<peer>.pcap"; that of a second link between
    /// the same two "<host>-to-<peer>-2.pcap".
    Ptr<InstalledNetwork> Install(const NetworkGraph& graph) const;

  private:
    void InstallHosts(NetworkParts& parts) const;
    void InstallLink(LinkIndex link, NetworkParts& parts) const;
    void InstallInterface(const LinkEnd& end, Ptr<NetDevice> device, NetworkParts& parts) const;

    NetworkOptions m_options;
};

} // namespace ns3::postroad

#endif // POSTROAD_TOPOLOGY_NETWORK_INSTALLER_H
