/**
 * A server's end: listens on a port and holds a connection and a dialogue for each client.
 *
 * Every client is accepted: a request turned down looks like a lost packet to an ns-3 client, which
 * then tries for minutes. Above the limit the owner is asked for a dialogue that says so in the
 * protocol's own words ("421 too many connections") and closes. Connections go on living when the
 * port is closed, unless they are cut.
 */
#ifndef POSTROAD_NET_STREAM_LISTENER_H
#define POSTROAD_NET_STREAM_LISTENER_H

#include "postroad/net/life.h"
#include "postroad/net/socket-status.h"
#include "postroad/net/stream-acceptor.h"
#include "postroad/net/stream-dialogue.h"
#include "postroad/net/stream-socket.h"

#include "ns3/address.h"
#include "ns3/node.h"
#include "ns3/ptr.h"
#include "ns3/type-id.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>

namespace ns3::postroad
{

/// Owns a listening socket and what came of it.
class StreamListener
{
  public:
    /// The connections held at once by default. ns-3 looks through all sockets of a node for each
    /// packet, so that more than this make it slow.
    static constexpr std::size_t CONNECTION_LIMIT = 1000;

    /// So many clients above the limit are told at once; even more are closed without a word.
    static constexpr std::size_t REFUSAL_LIMIT = 100;

    /// Whether a client is to be served.
    enum class Admission
    {
        SERVED,     ///< yes
        OVER_LIMIT, ///< no: it is to be told and sent away
    };

    /// What becomes of live connections when the port is closed.
    enum class Live
    {
        KEEP, ///< they go on to their end
        CUT,  ///< they are broken off: the host was switched off
    };

    /// Makes the dialogue for a client at `remote`; with none the connection is closed at once.
    using DialogueFactory =
        std::function<std::unique_ptr<StreamDialogue>(const wire::Endpoint& remote, Admission)>;

    /**
     * \param node the host
     * \param protocol the socket factory, such as GuardedTcpSocketFactory
     * \param factory asked for a dialogue for each client; it may destroy the listener
     * \param limit the connections held at once
     */
    StreamListener(Ptr<Node> node,
                   TypeId protocol,
                   DialogueFactory factory,
                   std::size_t limit = CONNECTION_LIMIT);

    StreamListener(const StreamListener&) = delete;
    StreamListener& operator=(const StreamListener&) = delete;

    /// Closes the port and drops the connections, without telling their dialogues.
    ~StreamListener();

    /**
     * Opens the port. May be called again after Close(), and before the simulation runs.
     * \param local the address and port, such as InetSocketAddress(Ipv4Address::GetAny(), 25)
     * \return OK, or why it cannot be opened: PORT_IN_USE, NO_PROTOCOL, FAILED
     */
    SocketStatus Listen(const Address& local);

    /// Closes the port, if it is open. Connections that are cut are told by events.
    void Close(Live live);

    /// The connections that have not ended, those above the limit included.
    std::size_t GetConnectionCount() const
    {
        return m_served.size() + m_acceptor.CountWaiting();
    }

  private:
    class Served;

    void Admit(std::unique_ptr<StreamSocket> socket);
    void DropLater(std::uint64_t number);

    Ptr<Node> m_node;
    DialogueFactory m_factory;
    std::size_t m_limit;
    std::map<std::uint64_t, std::unique_ptr<Served>> m_served; ///< by number
    std::uint64_t m_lastNumber{0};
    StreamAcceptor m_acceptor;
    Life m_life;
};

} // namespace ns3::postroad

#endif // POSTROAD_NET_STREAM_LISTENER_H
