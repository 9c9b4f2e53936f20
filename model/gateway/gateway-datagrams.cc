#include "postroad/gateway/gateway-datagrams.h"

#include "postroad/net/socket-address.h"

#include "ns3/simulator.h"
#include "ns3/udp-socket-factory.h"

#include <cstdint>
#include <utility>

namespace ns3::postroad
{

const Time GatewayDatagrams::TELLING_DELAY = Seconds(1);

GatewayDatagrams::GatewayDatagrams(Ptr<Node> node,
                                   std::shared_ptr<HostDatagramPort> port,
                                   const Address& server,
                                   std::size_t clientLimit,
                                   HostDatagramPort::LossHandler onLost)
    : m_node(node)
    , m_port(std::move(port))
    , m_server(server)
    , m_clientLimit(clientLimit)
    , m_onLost(std::move(onLost))
{
    m_port->Start([this](const auto& bytes, const auto& from) { OnHostDatagram(bytes, from); },
                  [this](auto lost) { OnLost(lost); });
}

GatewayDatagrams::~GatewayDatagrams()
{
    m_telling.Cancel();
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

void
GatewayDatagrams::OnLost(std::uint32_t lost)
{
    m_lost += lost;
    if (!m_telling.IsRunning())
    {
        m_telling =
            Simulator::Schedule(TELLING_DELAY, [this] { m_onLost(std::exchange(m_lost, 0)); });
    }
}

GatewayDatagrams::Client&
GatewayDatagrams::FindClient(const HostDatagramPort::Endpoint& from)
{
    const auto known = m_byEndpoint.find(from);
    if (known != m_byEndpoint.end())
    {
        m_clients.splice(m_clients.begin(), m_clients, known->second);
        return m_clients.front();
    }
    if (m_clients.size() == m_clientLimit)
    {
        m_byEndpoint.erase(m_clients.back().endpoint);
        m_clients.pop_back();
    }
    m_clients.push_front(MakeClient(from));
    m_byEndpoint[from] = m_clients.begin();
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
