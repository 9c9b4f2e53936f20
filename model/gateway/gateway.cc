#include "postroad/gateway/gateway.h"

#include "postroad/app/socket-address.h"

#include "ns3/log.h"
#include "ns3/node.h"
#include "ns3/simulator.h"
#include "ns3/tcp-socket-factory.h"

#include <utility>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadGateway");
NS_OBJECT_ENSURE_REGISTERED(Gateway);

TypeId
Gateway::GetTypeId()
{
    static TypeId tid = TypeId("ns3::postroad::Gateway")
                            .SetParent<Application>()
                            .SetGroupName("Postroad")
                            .AddConstructor<Gateway>()
                            .AddAttribute("Protocol",
                                          "The socket factory of the simulated connections.",
                                          TypeIdValue(TcpSocketFactory::GetTypeId()),
                                          MakeTypeIdAccessor(&Gateway::m_protocol),
                                          MakeTypeIdChecker());
    return tid;
}

Gateway::Gateway() = default;

Gateway::~Gateway() = default;

boost::asio::ip::tcp::endpoint
Gateway::Listen(const boost::asio::ip::tcp::endpoint& local, const Address& server)
{
    m_acceptors.push_back(
        std::make_unique<HostAcceptor>(GetLoop(), local, [this, server](const auto& host) {
            Connect(host, server);
        }));
    return m_acceptors.back()->GetLocal();
}

HostDatagramPort::Endpoint
Gateway::ListenDatagrams(const HostDatagramPort::Endpoint& local, const Address& server)
{
    const auto port = std::make_shared<HostDatagramPort>(GetLoop(), local);
    m_datagrams.push_back(std::make_unique<GatewayDatagrams>(GetNode(), port, server));
    return port->GetLocal();
}

SocketStatus
Gateway::Attach(Ptr<Node> node, std::uint16_t port, const boost::asio::ip::tcp::endpoint& server)
{
    m_attached.push_back(
        std::make_unique<StreamAcceptor>(node, m_protocol, [this, server](auto socket) {
            Join(std::make_shared<HostStream>(GetLoop(), server), std::move(socket));
        }));
    return m_attached.back()->Listen(GetAnyAddress(*node, port));
}

void
Gateway::StopOnSignal()
{
    m_signal = std::make_unique<StopSignal>(GetLoop(), [] { Simulator::Stop(); });
}

const std::shared_ptr<HostLoop>&
Gateway::GetLoop()
{
    if (!m_loop)
    {
        m_loop = std::make_shared<HostLoop>(GetNode()->GetId());
    }
    return m_loop;
}

void
Gateway::Stop()
{
    for (const auto& acceptor : m_acceptors)
    {
        acceptor->Close();
    }
    for (const auto& port : m_datagrams)
    {
        port->Close();
    }
    for (const auto& [number, stream] : m_streams)
    {
        stream->Break();
    }
    if (m_signal)
    {
        m_signal->Close();
    }
    if (m_loop)
    {
        m_loop->Finish();
    }
    m_signal.reset();
    m_datagrams.clear();
    m_attached.clear();
    m_streams.clear();
    m_acceptors.clear();
    m_loop.reset();
}

void
Gateway::DoDispose()
{
    Stop();
    Application::DoDispose();
}

void
Gateway::Connect(const std::shared_ptr<HostStream>& host, const Address& server)
{
    auto socket = std::make_unique<StreamSocket>();
    const bool hasRoom = m_streams.size() < CONNECTION_LIMIT;
    if (!hasRoom || socket->Connect(GetNode(), m_protocol, server) != SocketStatus::OK)
    {
        NS_LOG_WARN("a connection of the host cannot be passed on");
        host->Reset();
        return;
    }
    Join(host, std::move(socket));
}

void
Gateway::Join(const std::shared_ptr<HostStream>& host, std::unique_ptr<StreamSocket> socket)
{
    const auto number = ++m_lastNumber;
    const auto stream = std::make_shared<GatewayStream>(host, std::move(socket), [this, number] {
        m_streams.erase(number);
    });
    m_streams[number] = stream;
    stream->Start();
}

} // namespace ns3::postroad
