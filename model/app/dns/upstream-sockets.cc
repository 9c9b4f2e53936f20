#include "postroad/app/dns/upstream-sockets.h"

#include "postroad/net/socket-address.h"
#include "postroad/wire/well-known-ports.h"

#include "ns3/udp-socket-factory.h"

#include <cstdint>
#include <utility>

namespace ns3::postroad
{

UpstreamSockets::UpstreamSockets(Ptr<Node> node, Receiver receiver, Refusal refusal)
    : m_node(node)
    , m_receiver(std::move(receiver))
    , m_refusal(std::move(refusal))
{
}

SocketStatus
UpstreamSockets::Send(const dns::UpstreamQuery& query)
{
    const auto server = ToAddress({query.path.server, wire::DNS_PORT});
    const auto port = query.path.port;
    auto endpoint = std::make_unique<DatagramEndpoint>(
        m_node,
        UdpSocketFactory::GetTypeId(),
        [this, port](std::string_view octets, const Address& from) {
            Receive(port, octets, from);
        });
    endpoint->SetRefusal([this, query](const std::string& host) {
        if (host == query.path.server)
        {
            m_refusal(dns::UpstreamQuery(query)); // the endpoint may go during the call
        }
    });
    const auto bound = endpoint->Bind(GetAnyAddress(*m_node, port));
    if (bound != SocketStatus::OK || !server)
    {
        return bound != SocketStatus::OK ? bound : SocketStatus::NO_ROUTE;
    }
    const auto sent = endpoint->Send(query.octets, *server);
    if (sent == SocketStatus::OK)
    {
        m_endpoints.emplace(port, std::move(endpoint));
        m_ports.emplace(query.handle, port);
    }
    return sent;
}

void
UpstreamSockets::Close(dns::LookupHandle lookup)
{
    const auto [begin, end] = m_ports.equal_range(lookup);
    for (auto at = begin; at != end; ++at)
    {
        m_endpoints.erase(at->second);
    }
    m_ports.erase(begin, end);
}

/// Name servers answer from the port at which they are asked. The receiver may close the port.
void
UpstreamSockets::Receive(std::uint16_t port, std::string_view octets, const Address& from)
{
    const auto server = ToEndpoint(from);
    if (server.port == wire::DNS_PORT)
    {
        m_receiver({server.address, dns::Transport::UDP, port}, octets);
    }
}

} // namespace ns3::postroad
