/**
 * Joins one protocol session to one simulated stream socket: the driver of wire::StreamSession.
 *
 * Whatever happens (bytes, room to send, a deadline, an answer of the agent) wakes the connection,
 * and an event at the same virtual time goes through the same few steps: open, read, tell the
 * session, write, close. So the dialogue is never called from inside a call of its own, and may
 * destroy the connection whenever it is called. What ns-3's TCP does its own way is dealt with in
 * StreamSocket; any other socket factory will do, and any address family.
 *
 *     class Delivery : public StreamDialogue { ... smtp::ClientSession m_session;
 *                                              std::optional<StreamConnection> m_connection; };
 *     m_connection.emplace(node, GuardedTcpSocketFactory::GetTypeId(), server, *this);
 *
 * The dialogue and its session must outlive the connection: declare the connection last. Destroy
 * it before or while the simulator is destroyed, as ns3::Object::DoDispose() does. Whether the
 * session is one in the clear or a wrapper that secures another is not known here.
 */
#ifndef POSTROAD_NET_STREAM_CONNECTION_H
#define POSTROAD_NET_STREAM_CONNECTION_H

#include "postroad/net/life.h"
#include "postroad/net/stream-dialogue.h"
#include "postroad/net/stream-socket.h"
#include "postroad/wire/time-point.h"

#include "ns3/address.h"
#include "ns3/event-id.h"
#include "ns3/node.h"
#include "ns3/type-id.h"

#include <memory>
#include <optional>

namespace ns3::postroad
{

/// One connection, from its first event to the telling of its end.
class StreamConnection
{
  public:
    /// How long closing may take without any progress: flushing the last bytes, and then waiting
    /// for the peer to close its side too.
    static constexpr wire::Duration CLOSING_LIMIT = std::chrono::minutes(2);

    /// Octets that may wait for a peer that does not read; beyond, nothing more is read from it.
    static constexpr std::size_t UNSENT_LIMIT = 65536;

    /**
     * Connects to a server, from an event at the present time, so also before the simulation runs.
     * \param node the host on which this end is
     * \param protocol the socket factory, such as GuardedTcpSocketFactory
     * \param remote the server's address and port
     * \param dialogue what the connection is for
     */
    StreamConnection(Ptr<Node> node,
                     TypeId protocol,
                     const Address& remote,
                     StreamDialogue& dialogue);

    /**
     * Takes over a connection that a server has accepted.
     * \param node the host on which this end is
     * \param accepted the connected socket
     * \param dialogue what the connection is for
     */
    StreamConnection(Ptr<Node> node,
                     std::unique_ptr<StreamSocket> accepted,
                     StreamDialogue& dialogue);

    StreamConnection(const StreamConnection&) = delete;
    StreamConnection& operator=(const StreamConnection&) = delete;

    /// Drops the connection without telling the dialogue; the peer is told as by a program that
    /// ends: what was handed to the socket is sent, then comes a FIN, or a RST if input is unread.
    ~StreamConnection();

    /// To be called after the session was called from outside, such as with a late answer: the
    /// dialogue is told of progress, and what the session has to send is sent, by an event.
    void Pump();

    /// Breaks the connection off, as when the host is switched off: the session is aborted and the
    /// dialogue told CUT, by an event.
    void Cut();

    /// This end, from OnOpened() on.
    const wire::Endpoint& GetLocal() const
    {
        return m_local;
    }

    /// The peer's end, from OnOpened() on.
    const wire::Endpoint& GetRemote() const
    {
        return m_remote;
    }

  private:
    enum class Phase
    {
        IDLE,       ///< not yet connecting
        CONNECTING, ///< waiting for the handshake
        OPENED,     ///< the dialogue knows, the session was not started yet
        RUNNING,    ///< the session is at work
        CLOSING,    ///< our side is closed, the peer's is not
        ENDED,      ///< the dialogue was told the end
    };

    /// Has Advance() called by an event at the present time.
    void Wake();

    /// Goes through the steps below, which is all that this class does.
    void Advance();

    // The steps. A call of the dialogue is always the last thing a step does.
    void Connect();
    void Open();
    void Start();
    void TellProgress();
    void ReadInput();
    void TellInputIsOver();
    void TellTime();
    void TellFailure();
    void WriteOutput();
    void Close();
    void Finish();
    void Rest();

    bool CanGoOn() const;
    bool CanRead() const;
    bool WantsClose() const;
    std::optional<wire::TimePoint> GetSessionDeadline() const;
    std::optional<SocketStatus> GetFailure() const;
    void End(SocketStatus status);

    Ptr<Node> m_node;
    TypeId m_protocol;
    Address m_address; ///< the server's, on the client's side
    StreamDialogue& m_dialogue;
    wire::StreamSession& m_session;
    std::unique_ptr<StreamSocket> m_socket;
    Phase m_phase;
    bool m_isWoken{false};
    bool m_isAdvancing{false};
    bool m_isPumped{false}; ///< the session was called from outside
    bool m_isCut{false};
    bool m_knowsInputIsOver{false}; ///< the session was told ReceiveEnd()
    bool m_knowsFailure{false};     ///< the session was told Abort()
    std::optional<wire::TimePoint> m_closingLimit;
    std::size_t m_flushing{0}; ///< octets unsent when the closing limit was last set
    SocketStatus m_closed{SocketStatus::CLOSED}; ///< who closed first
    wire::Endpoint m_local;
    wire::Endpoint m_remote;
    EventId m_timer; ///< removed, not cancelled: cancelled events stay till their time has come
    wire::TimePoint m_timerAt; ///< when m_timer fires
    Life m_life;
};

} // namespace ns3::postroad

#endif // POSTROAD_NET_STREAM_CONNECTION_H
