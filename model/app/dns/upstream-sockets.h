/**
 * The datagram sockets from which a recursive resolver asks name servers: each query has a port of
 * its own, so that who cannot see it cannot answer it (RFC 5452 section 9.2).
 *
 * Left out: queries over TCP (dns-stream-query.h).
 */
#ifndef POSTROAD_APP_DNS_UPSTREAM_SOCKETS_H
#define POSTROAD_APP_DNS_UPSTREAM_SOCKETS_H

#include "postroad/dns/resolver/dns-iterative-resolver.h"
#include "postroad/net/datagram-endpoint.h"

#include "ns3/node.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string_view>

namespace ns3::postroad
{

/// The sockets of all look-ups under way.
class UpstreamSockets
{
  public:
    /// The ports to choose from: neither the well-known ones nor those that the host gives out.
    static constexpr std::uint16_t FIRST_PORT = 1024;
    static constexpr std::uint16_t LAST_PORT = 49151;

    /// Takes one message from a name server; the octets are valid only during the call.
    using Receiver = std::function<void(const dns::UpstreamPath& path, std::string_view octets)>;

    /// Told of a query that was turned away: nobody serves at that port.
    using Refusal = std::function<void(const dns::UpstreamQuery& query)>;

    UpstreamSockets(Ptr<Node> node, Receiver receiver, Refusal refusal);

    /// Whether a query under way has this port.
    bool IsOpen(std::uint16_t port) const
    {
        return m_endpoints.contains(port);
    }

    /// Sends a query from the port that its path tells, and listens there for the answer.
    /// \return OK, or why it cannot be sent: PORT_IN_USE, NO_ROUTE, TOO_LARGE, FAILED
    SocketStatus Send(const dns::UpstreamQuery& query);

    /// Closes the ports of a look-up that has ended; also from a call of the receiver.
    void Close(dns::LookupHandle lookup);

  private:
    void Receive(std::uint16_t port, std::string_view octets, const Address& from);

    Ptr<Node> m_node;
    Receiver m_receiver;
    Refusal m_refusal;
    std::map<std::uint16_t, std::unique_ptr<DatagramEndpoint>> m_endpoints; ///< by port
    std::multimap<dns::LookupHandle, std::uint16_t> m_ports;
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_DNS_UPSTREAM_SOCKETS_H
