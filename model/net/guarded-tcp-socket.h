/**
 * ns-3's TCP without its crash under loss, and with ends that come whatever is lost or crosses.
 *
 * Up to ns-3.40 the sender takes a window that is exactly full for one with room: NextSeg() of its
 * buffer gives a segment of no octets, and the packet for it is a null pointer (ns-3's issue 991).
 * This socket tells its buffer of a window with one octet less where that would happen, so that the
 * buffer sees it as full.
 *
 * Where both sides close, ns-3 loses its way (as of 3.48): it takes the place of a FIN behind data
 * for that of the data, an ACK of data for one of its own FIN, and a repeated FIN for the end of
 * all; then it forgets data that are not acknowledged, answers with a RST, or never acknowledges a
 * FIN. Here a segment that comes to a closing socket is taken to pieces first, so that ns-3 sees
 * just what it handles well (RFC 9293 section 3.10.7.4). Until the second FIN it is
 * ns3::TcpSocketBase on the wire, octet for octet.
 *
 * A host that goes on repeating what was acknowledged long ago, because it hears nothing, must not
 * make this one give up early: in ns-3 each ACK that is sent sets the time-out back to that of the
 * round trip, so that six tries are over after 15 s in place of 123. Here the time-out keeps its
 * doubling while octets are not acknowledged (RFC 6298 section 5.5).
 *
 * A class cannot be changed behind ns3::TcpSocketFactory, so there is a factory for it.
 */
#ifndef POSTROAD_NET_GUARDED_TCP_SOCKET_H
#define POSTROAD_NET_GUARDED_TCP_SOCKET_H

#include "ns3/address.h"
#include "ns3/node.h"
#include "ns3/packet.h"
#include "ns3/ptr.h"
#include "ns3/socket-factory.h"
#include "ns3/socket.h"
#include "ns3/tcp-header.h"
#include "ns3/tcp-socket-base.h"

#include <cstdint>

namespace ns3::postroad
{

/// A socket of ns-3's TCP that sends no segment without octets, and ends as RFC 9293 has it.
class GuardedTcpSocket : public TcpSocketBase
{
  public:
    /**
     * Get the type ID.
     * \return the object TypeId
     */
    static TypeId GetTypeId();

    GuardedTcpSocket();

    /// What a listener makes of itself for each connection.
    GuardedTcpSocket(const GuardedTcpSocket& listener);

    /// As ns-3's, but octets behind a hole, which nobody can read yet, make it no RST.
    int Close() override;

  protected:
    Ptr<TcpSocketBase> Fork() override;
    void DoForwardUp(Ptr<Packet> packet, const Address& from, const Address& to) override;
    void ReTxTimeout() override;
    void SendEmptyPacket(std::uint8_t flags) override;

  private:
    /// A segment on its way up.
    struct Segment
    {
        TcpHeader header;
        Ptr<Packet> data;
        const Address& from;
        const Address& to;
    };

    void Take(Segment segment);
    void TakeAtListener(const Segment& segment);
    void TakeOpen(Segment segment);
    void TakeWhileWaiting(const Segment& segment);
    void TakeWhileClosing(Segment segment);
    void Pass(const Segment& segment);
    bool IsEndAcknowledged(const TcpHeader& header) const;
    void TellEnd();
    void RepeatEndLater();
    void AcknowledgeAgain();

    void GuardBuffer();
    std::uint32_t GetUsableWindow() const;
};

/// Makes these sockets, with the algorithms that the node's TcpL4Protocol is set to use.
class GuardedTcpSocketFactory : public SocketFactory
{
  public:
    /**
     * Get the type ID.
     * \return the object TypeId
     */
    static TypeId GetTypeId();

    Ptr<Socket> CreateSocket() override;
};

/**
 * The factory of a protocol on a node. GuardedTcpSocketFactory is put on a node that has TCP when
 * it is first asked for. \return none when the node does not have the protocol
 */
Ptr<SocketFactory> FindSocketFactory(Ptr<Node> node, TypeId protocol);

} // namespace ns3::postroad

#endif // POSTROAD_NET_GUARDED_TCP_SOCKET_H
