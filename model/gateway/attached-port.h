/**
 * A port of a simulated host that is really a server of this machine.
 *
 * The port is open while the real server takes connections, so that a simulated client is refused
 * when a real one would be. ns-3 ends the handshake before anybody is asked: the first client after
 * the real server went away is therefore connected and then broken off by a RST, and closes the
 * port for those behind it. While the port is closed the real server is tried once a second; what
 * it sees of that is a connection without a word.
 */
#ifndef POSTROAD_GATEWAY_ATTACHED_PORT_H
#define POSTROAD_GATEWAY_ATTACHED_PORT_H

#include "postroad/gateway/host-loop.h"
#include "postroad/gateway/host-probe.h"
#include "postroad/net/stream-acceptor.h"

#include "ns3/event-id.h"
#include "ns3/node.h"
#include "ns3/nstime.h"
#include "ns3/ptr.h"
#include "ns3/type-id.h"

#include <boost/asio/ip/tcp.hpp>

#include <cstdint>
#include <memory>

namespace ns3::postroad
{

/// One such port.
class AttachedPort
{
  public:
    /// How often a server that does not answer is tried.
    static const Time INTERVAL;

    /**
     * \param node the simulated host
     * \param protocol the socket factory, such as GuardedTcpSocketFactory
     * \param port its port
     * \param probe asks the real server
     * \param handler gets each connection
     */
    AttachedPort(Ptr<Node> node,
                 TypeId protocol,
                 std::uint16_t port,
                 std::shared_ptr<HostProbe> probe,
                 StreamAcceptor::Handler handler);

    AttachedPort(const AttachedPort&) = delete;
    AttachedPort& operator=(const AttachedPort&) = delete;
    ~AttachedPort();

    /// Whether simulated clients are let in: the real server was there when last asked.
    bool IsOpen() const
    {
        return m_isOpen;
    }

    /// Whether it is one of this host.
    bool IsAt(Ptr<Node> node) const
    {
        return m_node == node;
    }

    /// Closes the port and asks no more.
    void Close();

    /// Closes the port until the real server answers; called when it has refused.
    void OnRefused();

  private:
    void Ask();
    void OnAnswer(bool isThere);

    Ptr<Node> m_node;
    std::uint16_t m_port;
    std::shared_ptr<HostProbe> m_probe;
    StreamAcceptor m_acceptor;
    bool m_isOpen{false};
    EventId m_timer;
};

} // namespace ns3::postroad

#endif // POSTROAD_GATEWAY_ATTACHED_PORT_H
