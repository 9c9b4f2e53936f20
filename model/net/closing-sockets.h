/**
 * The sockets of a host that nobody uses any more and whose connections are not over yet.
 *
 * ns-3's TCP repeats a FIN every second for ever when the other host does not acknowledge it, and
 * waits for ever for the FIN of a host that is gone. Here such a connection is broken off by a RST
 * when it has stood still for LINGER, as the kernel of a real host gives up its orphans. What was
 * handed to the socket and is not acknowledged is left to TCP, which knows when to give up.
 */
#ifndef POSTROAD_NET_CLOSING_SOCKETS_H
#define POSTROAD_NET_CLOSING_SOCKETS_H

#include "ns3/event-id.h"
#include "ns3/node.h"
#include "ns3/nstime.h"
#include "ns3/object.h"
#include "ns3/ptr.h"
#include "ns3/tcp-socket-base.h"

#include <list>

namespace ns3::postroad
{

/// Sends a RST and forgets the connection.
void BreakOff(TcpSocketBase& socket);

/// Sees the connections of one node to their end.
class ClosingSockets : public Object
{
  public:
    /// How long a connection may take to end once all its data are through.
    static const Time LINGER;

    /// How often the connections are looked at.
    static const Time INTERVAL;

    /**
     * Get the type ID.
     * \return the object TypeId
     */
    static TypeId GetTypeId();

    /// Those of a node.
    static Ptr<ClosingSockets> Of(Ptr<Node> node);

    /// Takes a socket that was closed, or is being closed by an event at the present time. Once the
    /// simulation was destroyed it is let go of at once.
    void Add(Ptr<TcpSocketBase> socket);

  private:
    /// A socket, and since when it has had nothing to send.
    struct Orphan
    {
        Ptr<TcpSocketBase> socket;
        Time since;
    };

    void DoDispose() override;
    void LookLater();
    void Look();
    static bool IsOver(Orphan& orphan);

    std::list<Orphan> m_orphans;
    EventId m_timer;
    bool m_isDisposed{false};
};

} // namespace ns3::postroad

#endif // POSTROAD_NET_CLOSING_SOCKETS_H
