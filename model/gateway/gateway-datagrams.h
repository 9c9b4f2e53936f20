/**
 * A UDP port of the host joined to a simulated server: each program that sends there has a
 * simulated port of its own, and the answers go back to it.
 */
#ifndef POSTROAD_GATEWAY_GATEWAY_DATAGRAMS_H
#define POSTROAD_GATEWAY_GATEWAY_DATAGRAMS_H

#include "postroad/gateway/host-datagram-port.h"
#include "postroad/net/datagram-endpoint.h"

#include "ns3/address.h"
#include "ns3/event-id.h"
#include "ns3/node.h"
#include "ns3/nstime.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <string>

namespace ns3::postroad
{

/// One port, seen from inside the simulation.
class GatewayDatagrams
{
  public:
    /// Losses are told this long after the first of them, together.
    static const Time TELLING_DELAY;

    /**
     * \param node the node that stands for this machine
     * \param port the host's port
     * \param server the simulated server, address and port
     * \param clientLimit so many programs are remembered; a further one takes the place of the one
     *        that was silent for the longest time
     * \param onLost hears of datagrams that came faster than they were taken
     */
    GatewayDatagrams(Ptr<Node> node,
                     std::shared_ptr<HostDatagramPort> port,
                     const Address& server,
                     std::size_t clientLimit,
                     HostDatagramPort::LossHandler onLost);

    GatewayDatagrams(const GatewayDatagrams&) = delete;
    GatewayDatagrams& operator=(const GatewayDatagrams&) = delete;
    ~GatewayDatagrams();

    /// Closes the host's port.
    void Close();

  private:
    /// A program of the host.
    struct Client
    {
        HostDatagramPort::Endpoint endpoint;
        std::unique_ptr<DatagramEndpoint> socket;
    };

    void OnHostDatagram(const std::string& bytes, const HostDatagramPort::Endpoint& from);
    void OnLost(std::uint32_t lost);
    Client& FindClient(const HostDatagramPort::Endpoint& from);
    Client MakeClient(const HostDatagramPort::Endpoint& from);

    Ptr<Node> m_node;
    std::shared_ptr<HostDatagramPort> m_port;
    Address m_server;
    std::size_t m_clientLimit;
    HostDatagramPort::LossHandler m_onLost;
    std::list<Client> m_clients; ///< who spoke last comes first
    std::map<HostDatagramPort::Endpoint, std::list<Client>::iterator> m_byEndpoint;
    std::uint32_t m_lost{0}; ///< not told yet
    EventId m_telling;
};

} // namespace ns3::postroad

#endif // POSTROAD_GATEWAY_GATEWAY_DATAGRAMS_H
