/**
 * ns-3's TCP without its crash under loss.
 *
 * Up to ns-3.40 the sender takes a window that is exactly full for one with room: NextSeg() of its
 * buffer gives a segment of no octets, and the packet for it is a null pointer (ns-3's issue 991).
 * This socket tells its buffer of a window with one octet less where that would happen, so that the
 * buffer sees it as full. On the wire it is ns3::TcpSocketBase, octet for octet.
 *
 * A class cannot be changed behind ns3::TcpSocketFactory, so there is a factory for it.
 */
#ifndef POSTROAD_NET_GUARDED_TCP_SOCKET_H
#define POSTROAD_NET_GUARDED_TCP_SOCKET_H

#include "ns3/node.h"
#include "ns3/ptr.h"
#include "ns3/socket-factory.h"
#include "ns3/socket.h"
#include "ns3/tcp-socket-base.h"

#include <cstdint>

namespace ns3::postroad
{

/// A socket of ns-3's TCP that sends no segment without octets.
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

  protected:
    Ptr<TcpSocketBase> Fork() override;

  private:
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
