/**
 * A port of a host's UDP, or of any other datagram factory, for as long as it is owned.
 *
 * Datagrams are given to the receiver by events of their own, so that it may destroy the endpoint.
 * ns-3 may lose, repeat and reorder them; so may this.
 */
#ifndef POSTROAD_NET_DATAGRAM_ENDPOINT_H
#define POSTROAD_NET_DATAGRAM_ENDPOINT_H

#include "postroad/net/life.h"
#include "postroad/net/socket-status.h"
#include "postroad/wire/endpoint.h"

#include "ns3/address.h"
#include "ns3/ipv4-address.h"
#include "ns3/node.h"
#include "ns3/ptr.h"
#include "ns3/socket.h"
#include "ns3/type-id.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace ns3::postroad
{

/// Owns a datagram socket.
class DatagramEndpoint
{
  public:
    /// Takes one datagram; the bytes are valid only during the call.
    using Receiver = std::function<void(std::string_view bytes, const Address& from)>;

    /// Told of a host, by its address in text form, that has nobody at the port it was sent to.
    using Refusal = std::function<void(const std::string& host)>;

    /**
     * \param node the host
     * \param protocol the socket factory, such as ns3::UdpSocketFactory
     * \param receiver called for each datagram
     */
    DatagramEndpoint(Ptr<Node> node, TypeId protocol, Receiver receiver);

    DatagramEndpoint(const DatagramEndpoint&) = delete;
    DatagramEndpoint& operator=(const DatagramEndpoint&) = delete;
    ~DatagramEndpoint();

    /// Says who is told of ICMP's port unreachable (RFC 1122 section 4.1.3.3); before Bind().
    void SetRefusal(Refusal refusal);

    /**
     * Opens the port, in place of one that was open before.
     * \param local the address and port; port 0 lets the host choose
     * \return OK, or why it cannot be opened: PORT_IN_USE, NO_FREE_PORT, NO_PROTOCOL, FAILED
     */
    SocketStatus Bind(const Address& local);

    /**
     * Sends one datagram. Only from an event, for ns-3 readies its nodes at time 0.
     * \return OK, or why it cannot be sent: NO_ROUTE, TOO_LARGE, FAILED (also when not bound)
     */
    SocketStatus Send(std::string_view bytes, const Address& to);

    /// Closes the port; what has come and was not given out yet is lost.
    void Close();

    /// The address and port bound to; empty when not bound.
    wire::Endpoint GetLocal() const;

  private:
    void OnInput(Ptr<Socket> socket);
    void GiveOut();
    void OnIcmp(Ipv4Address source,
                std::uint8_t ttl,
                std::uint8_t type,
                std::uint8_t code,
                std::uint32_t info);

    Ptr<Node> m_node;
    TypeId m_protocol;
    Receiver m_receiver;
    Refusal m_refusal;
    Ptr<Socket> m_socket; ///< none while the port is closed
    Life m_life;          ///< of the open port
};

} // namespace ns3::postroad

#endif // POSTROAD_NET_DATAGRAM_ENDPOINT_H
