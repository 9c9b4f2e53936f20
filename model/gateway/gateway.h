/**
 * Joins ports of this machine to servers of the simulated network, in real time and without any
 * privilege.
 *
 * Whatever connects to a port of the host becomes a connection from the gateway's node across the
 * simulated links to one server. The simulator must be ns-3's RealtimeSimulatorImpl. Connections
 * are passed on as they are: no byte of them is looked at.
 */
#ifndef POSTROAD_GATEWAY_GATEWAY_H
#define POSTROAD_GATEWAY_GATEWAY_H

#include "postroad/gateway/attached-port.h"
#include "postroad/gateway/gateway-datagrams.h"
#include "postroad/gateway/gateway-stream.h"
#include "postroad/gateway/host-acceptor.h"
#include "postroad/gateway/host-loop.h"
#include "postroad/gateway/stop-signal.h"

#include "ns3/address.h"
#include "ns3/application.h"
#include "ns3/type-id.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace ns3::postroad
{

/// An application on the node that stands for this machine.
class Gateway : public Application
{
  public:
    /// Connections beyond these are broken off at once, unless an attribute says otherwise.
    static constexpr std::uint32_t CONNECTION_LIMIT = 1000;

    /// So many programs have a simulated UDP port of their own at once, unless an attribute says
    /// otherwise.
    static constexpr std::uint32_t DATAGRAM_CLIENT_LIMIT = 4096;

    /**
     * Get the type ID.
     * \return the object TypeId
     */
    static TypeId GetTypeId();

    Gateway();
    ~Gateway() override;

    /**
     * Opens a port of this machine. The application must be on its node.
     * \param local where to listen; port 0 takes any that is free
     * \param server the simulated server, address and port
     * \return where it listens
     * \throws boost::system::system_error when the port cannot be had
     */
    boost::asio::ip::tcp::endpoint
    Listen(const boost::asio::ip::tcp::endpoint& local, const Address& server);

    /**
     * Opens a UDP port of this machine. The application must be on its node.
     * \param local where to receive; port 0 takes any that is free
     * \param server the simulated server, address and port
     * \param onLost hears, a second later, of datagrams that came faster than they were taken
     * \return where it receives
     * \throws boost::system::system_error when the port cannot be had
     */
    HostDatagramPort::Endpoint ListenDatagrams(const HostDatagramPort::Endpoint& local,
                                               const Address& server,
                                               HostDatagramPort::LossHandler onLost);

    /**
     * Lets a server of this machine serve a port of a simulated host, while it is there. The
     * application must be on its node.
     * \param node the simulated host, which has no server of its own at the port
     * \param port its port
     * \param server where the real server is
     */
    void Attach(Ptr<Node> node, std::uint16_t port, const boost::asio::ip::tcp::endpoint& server);

    /// Breaks off the connections of a host's attached ports, as when the host is switched off.
    void BreakOff(Ptr<Node> node);

    /// The connections that are open now, among them those whose end one side does not take.
    std::size_t CountConnections() const
    {
        return m_streams.size();
    }

    /// The attached ports whose real server was there when last asked.
    std::size_t CountOpenPorts() const;

    /// Stops this and the simulation when SIGINT or SIGTERM comes.
    void StopOnSignal();

    /// Closes the host's ports and breaks off its connections. Before the simulator is destroyed;
    /// disposing does it too.
    void Stop();

  private:
    /// A connection.
    struct Joined
    {
        std::shared_ptr<GatewayStream> stream;
        const AttachedPort* port; ///< by which it came; none for one of a port of this machine
    };

    void DoDispose() override;
    void Connect(const std::shared_ptr<HostStream>& host, const Address& server);
    void ConnectToHost(const boost::asio::ip::tcp::endpoint& server,
                       std::unique_ptr<StreamSocket> socket,
                       AttachedPort& port);
    void Join(const std::shared_ptr<HostStream>& host,
              std::unique_ptr<StreamSocket> socket,
              AttachedPort* port);
    const std::shared_ptr<HostLoop>& GetLoop();

    bool HasRoom() const
    {
        return m_streams.size() < m_connectionLimit;
    }

    TypeId m_protocol;
    std::uint32_t m_connectionLimit{CONNECTION_LIMIT};
    std::uint32_t m_datagramClientLimit{DATAGRAM_CLIENT_LIMIT};
    std::shared_ptr<HostLoop> m_loop;
    std::vector<std::unique_ptr<GatewayDatagrams>> m_datagrams;
    std::vector<std::shared_ptr<HostAcceptor>> m_acceptors; ///< ports of this machine
    std::vector<std::unique_ptr<AttachedPort>> m_attached;  ///< ports of simulated hosts
    std::unique_ptr<StopSignal> m_signal;
    std::map<std::uint64_t, Joined> m_streams;
    std::uint64_t m_lastNumber{0};
};

} // namespace ns3::postroad

#endif // POSTROAD_GATEWAY_GATEWAY_H
