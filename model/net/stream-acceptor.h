/**
 * A listening port of a simulated host, which gives out the connections that were made to it.
 *
 * It holds off what ns-3's TCP does its own way at a listening port: connections are given out from
 * an event of their own and never from inside the socket, what is in the midst of a handshake when
 * the port closes finds nobody, and the last ACK of a handshake is waited for as long as a client
 * repeats it.
 */
#ifndef POSTROAD_NET_STREAM_ACCEPTOR_H
#define POSTROAD_NET_STREAM_ACCEPTOR_H

#include "postroad/net/life.h"
#include "postroad/net/socket-status.h"
#include "postroad/net/stream-socket.h"

#include "ns3/address.h"
#include "ns3/node.h"
#include "ns3/ptr.h"
#include "ns3/socket.h"
#include "ns3/type-id.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace ns3::postroad
{

/// Owns a listening socket.
class StreamAcceptor
{
  public:
    /// How often TCP sends a SYN+ACK before it forgets the client, as on Linux. ns-3 does so
    /// without a word to the client, and counts the answers to a repeated SYN too.
    static constexpr std::uint64_t SYN_ACK_TRIES = 6;

    /// Gets each connection; it may destroy the acceptor.
    using Handler = std::function<void(std::unique_ptr<StreamSocket>)>;

    /**
     * \param node the host
     * \param protocol the socket factory, such as GuardedTcpSocketFactory
     * \param handler gets each connection
     */
    StreamAcceptor(Ptr<Node> node, TypeId protocol, Handler handler);

    StreamAcceptor(const StreamAcceptor&) = delete;
    StreamAcceptor& operator=(const StreamAcceptor&) = delete;
    ~StreamAcceptor();

    /**
     * Opens the port. May be called again after Close(), and before the simulation runs.
     * \param local the address and port, such as InetSocketAddress(Ipv4Address::GetAny(), 25)
     * \return OK, or why it cannot be opened: PORT_IN_USE, NO_PROTOCOL, FAILED
     */
    SocketStatus Listen(const Address& local);

    /// Closes the port, if it is open.
    void Close();

    /// The connections that were made and not given out yet.
    std::size_t CountWaiting() const
    {
        return m_accepted.size();
    }

  private:
    void Keep(std::unique_ptr<StreamSocket> accepted);
    void GiveOut();

    Ptr<Node> m_node;
    TypeId m_protocol;
    Handler m_handler;
    Ptr<Socket> m_socket; ///< the listening one; none while the port is closed
    std::vector<std::unique_ptr<StreamSocket>> m_accepted;
    Life m_life; ///< of the open port
};

} // namespace ns3::postroad

#endif // POSTROAD_NET_STREAM_ACCEPTOR_H
