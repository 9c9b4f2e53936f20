#include "postroad/gateway/gateway-datagrams.h"

#include "postroad/net/socket-address.h"

#include "ns3/udp-socket-factory.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad
{

GatewayDatagrams::GatewayDatagrams(Ptr<Node> node,
                                   std::shared_ptr<HostDatagramPort> port,
                                   const Address& server)
    : m_node(node)
    , m_port(std::move(port))
    , m_server(server)
{
    m_port->Start([this](const auto& bytes, const auto& from) { OnHostDatagram(bytes, from); });
}

void
GatewayDatagrams::Close()
{
    m_port->Close();
}

void
GatewayDatagrams::OnHostDatagram(const std::string& bytes, const HostDatagramPort::Endpoint& from)
{
    FindClient(from).socket->Send(bytes, m_server);
}

GatewayDatagrams::Client&
GatewayDatagrams::FindClient(const HostDatagramPort::Endpoint& from)
{
    const auto known = std::find_if(m_clients.begin(),
                                    m_clients.end(),
                                    [&from](const Client& each) { return each.endpoint == from; });
    if (known != m_clients.end())
    {
        m_clients.splice(m_clients.begin(), m_clients, known);
        return m_clients.front();
    }
    if (m_clients.size() == CLIENT_LIMIT)
    {
        m_clients.pop_back();
    }
    m_clients.push_front(MakeClient(from));
    return m_clients.front();
}

GatewayDatagrams::Client
GatewayDatagrams::MakeClient(const HostDatagramPort::Endpoint& from)
{
    auto answer = [this, from](std::string_view bytes, const Address&) {
        m_port->Send(std::string(bytes), from);
    };
    auto socket = std::make_unique<DatagramEndpoint>(m_node,
                                                     UdpSocketFactory::GetTypeId(),
                                                     std::move(answer));
    socket->Bind(GetAnyAddress(*m_node, 0));
    return {from, std::move(socket)};
}

} // namespace ns3::postroad
