/**
 * A connected ns-3 socket of any stream factory that does what its user expects of TCP.
 *
 * ns-3's TCP has edges that bite a protocol in which the server speaks first. This class rounds
 * off those that show in a single socket:
 *  - a lost last ACK of the handshake, after which both sides wait for ever, for ns-3 overlooks the
 *    repeated SYN+ACK: the ACK is given again while nothing is heard of the server;
 *  - a refusal, which ns-3 tells only after all retries of the SYN: the RST is seen at once;
 *  - a reset, which ns-3 tells as a normal close: the same;
 *  - sends that are taken whole or not at all: what the socket has no room for waits here;
 *  - half-closing, after which data in flight may never be followed by a FIN: the whole socket is
 *    closed, once everything was handed over, and goes on receiving;
 *  - closing with unread input, which is a reset: the input is read first;
 *  - a window that was shut and is not told to be open again when the input is read: it is told;
 *  - a failed connect that keeps its port: the port is given back;
 *  - a FIN that is repeated for ever, and one that is awaited for ever: see ClosingSockets;
 *  - a crash when a window is full and a segment is lost, and streams that do not end, or lose what
 *    was said last, when both sides end at the same time: see GuardedTcpSocket;
 *  - callbacks with bare pointers: they are gone before this is.
 *
 * The socket's callbacks only write down what happened and call the wake function; the user then
 * looks, from an event of its own. What is special to TcpSocketBase is left out for other sockets.
 * ICMP errors are not looked at.
 */
#ifndef POSTROAD_NET_STREAM_SOCKET_H
#define POSTROAD_NET_STREAM_SOCKET_H

#include "postroad/net/closing-sockets.h"
#include "postroad/net/socket-status.h"
#include "postroad/wire/endpoint.h"

#include "ns3/event-id.h"
#include "ns3/node.h"
#include "ns3/ptr.h"
#include "ns3/socket.h"
#include "ns3/tcp-header.h"
#include "ns3/tcp-socket-base.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace ns3::postroad
{

/// Owns a socket for as long as somebody is interested in it.
class StreamSocket
{
  public:
    /// The most that one Read() gives, in octets.
    static constexpr std::size_t READ_LIMIT = 16384;

    /// The seconds between the last ACK of a handshake and the same again, and how often it is
    /// given again: for as long as a server repeats its SYN+ACK under ApplyTcpSettings().
    static constexpr int ACK_INTERVAL = 1;
    static constexpr int ACK_REPEATS = 6;

    /// A socket yet to be connected.
    StreamSocket() = default;

    /// A socket that a listener has just accepted.
    explicit StreamSocket(Ptr<Socket> accepted);

    StreamSocket(const StreamSocket&) = delete;
    StreamSocket& operator=(const StreamSocket&) = delete;

    /// Lets go of the socket; one that is open is closed by an event at the same virtual time.
    ~StreamSocket();

    /// Calls `wake` from now on whenever something has happened to the socket.
    void SetWake(std::function<void()> wake);

    /**
     * Begins to connect. Only from an event, for ns-3 readies its nodes at time 0.
     * \param node the host
     * \param protocol the socket factory, such as GuardedTcpSocketFactory
     * \param remote where to
     * \return OK, or why it cannot even begin
     */
    SocketStatus Connect(Ptr<Node> node, TypeId protocol, const Address& remote);

    /// True once the handshake is over.
    bool IsConnected() const
    {
        return m_isConnected;
    }

    /// Why the connection is gone in both directions, once it is.
    std::optional<SocketStatus> GetFailure() const
    {
        return m_failure;
    }

    /// True when bytes of the peer wait to be read.
    bool HasInput() const;

    /// True when the peer will send no more and all that it has sent was read.
    bool IsInputOver() const
    {
        return m_isPeerDone && !HasInput();
    }

    /// Takes what has come from the peer, at most READ_LIMIT octets.
    std::string Read();

    /// Reads what has come and throws it away.
    void DropInput();

    /// Sends `bytes` behind those that still wait, as far as the socket has room.
    void Write(std::string_view bytes);

    /// The octets that wait for room in the socket.
    std::size_t GetUnsent() const
    {
        return m_unsent.size() - m_sent;
    }

    /// Sends a FIN behind the last octet handed over. Input that waits is dropped, for it would
    /// make this a reset; what comes later can be read.
    void Close();

    /// Breaks the connection off: what waits to be sent is dropped, and the peer gets a RST. A
    /// socket that is not TCP's, or not connected, is closed.
    void Reset();

    wire::Endpoint GetLocal() const;
    wire::Endpoint GetRemote() const;

  private:
    void Attach();
    void Detach();
    void SendWaiting();
    void Fail(SocketStatus status);
    void RepeatAckLater();
    void RepeatAck();
    void SendAck();
    bool IsWindowShut() const;

    void OnConnected(Ptr<Socket> socket);
    void OnNotConnected(Ptr<Socket> socket);
    void OnPeerDone(Ptr<Socket> socket);
    void OnError(Ptr<Socket> socket);
    void OnInput(Ptr<Socket> socket);
    void OnRoom(Ptr<Socket> socket, std::uint32_t octets);
    void
    OnSegment(Ptr<const Packet> packet, const TcpHeader& header, Ptr<const TcpSocketBase> socket);

    Ptr<Socket> m_socket;
    Ptr<TcpSocketBase> m_tcp;             ///< the same; none if it is no TcpSocketBase
    Ptr<ClosingSockets> m_closingSockets; ///< of this host, if it is one
    std::function<void()> m_wake{[] {}};
    std::optional<SocketStatus> m_failure;
    bool m_isConnected{false};
    bool m_isPeerDone{false};
    bool m_isClosed{false};
    std::string m_unsent;
    std::size_t m_sent{0};         ///< octets of m_unsent that were handed over
    bool m_isHandshakeSure{false}; ///< the server was heard, or will hear our data
    int m_ackRepeats{0};
    EventId m_ackTimer;
};

} // namespace ns3::postroad

#endif // POSTROAD_NET_STREAM_SOCKET_H
