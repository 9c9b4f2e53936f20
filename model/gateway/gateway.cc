#include "postroad/gateway/gateway.h"

#include "postroad/net/guarded-tcp-socket.h"
#include "postroad/net/socket-address.h"

#include "ns3/log.h"
#include "ns3/node.h"
#include "ns3/simulator.h"
#include "ns3/uinteger.h"

#include <algorithm>
#include <cstdint>
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
                                          TypeIdValue(GuardedTcpSocketFactory::GetTypeId()),
                                          MakeTypeIdAccessor(&Gateway::m_protocol),
                                          MakeTypeIdChecker())
                            .AddAttribute("ConnectionLimit",
                                          "Connections beyond these are broken off at once.",
                                          UintegerValue(CONNECTION_LIMIT),
                                          MakeUintegerAccessor(&Gateway::m_connectionLimit),
                                          MakeUintegerChecker<std::uint32_t>())
                            .AddAttribute("DatagramClientLimit",
                                          "Programs beyond these take the simulated UDP port of "
                                          "the one that was silent for the longest time.",
                                          UintegerValue(DATAGRAM_CLIENT_LIMIT),
                                          MakeUintegerAccessor(&Gateway::m_datagramClientLimit),
                                          MakeUintegerChecker<std::uint32_t>(1));
    return tid;
}

Gateway::Gateway() = default;

Gateway::~Gateway() = default;

boost::asio::ip::tcp::endpoint
Gateway::Listen(const boost::asio::ip::tcp::endpoint& local, const Address& server)
{
    const auto acceptor = std::make_shared<HostAcceptor>(GetLoop(), local);
    acceptor->Start([this, server](const auto& host) { Connect(host, server); });
    m_acceptors.push_back(acceptor);
    return acceptor->GetLocal();
}

HostDatagramPort::Endpoint
Gateway::ListenDatagrams(const HostDatagramPort::Endpoint& local,
                         const Address& server,
                         HostDatagramPort::LossHandler onLost)
{
    const auto port = std::make_shared<HostDatagramPort>(GetLoop(), local);
    m_datagrams.push_back(std::make_unique<GatewayDatagrams>(GetNode(),
                                                             port,
                                                             server,
                                                             m_datagramClientLimit,
                                                             std::move(onLost)));
    return port->GetLocal();
}

void
Gateway::Attach(Ptr<Node> node, std::uint16_t port, const boost::asio::ip::tcp::endpoint& server)
{
    const auto index = m_attached.size();
    m_attached.push_back(std::make_unique<AttachedPort>(
        node,
        m_protocol,
        port,
        std::make_shared<HostProbe>(GetLoop(), server),
        [this, server, index](auto socket) {
            ConnectToHost(server, std::move(socket), *m_attached[index]);
        }));
}

void
Gateway::BreakOff(Ptr<Node> node)
{
    for (const auto& [number, joined] : m_streams)
    {
        if (joined.port && joined.port->IsAt(node))
        {
            joined.stream->Break();
        }
    }
}

std::size_t
Gateway::CountOpenPorts() const
{
    return static_cast<std::size_t>(std::count_if(m_attached.begin(),
                                                  m_attached.end(),
                                                  [](const auto& port) { return port->IsOpen(); }));
}

void
Gateway::StopOnSignal()
{
    m_signal = std::make_unique<StopSignal>(GetLoop(), [this] {
        Stop();
        Simulator::Stop();
    });
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
    for (const auto& [number, joined] : m_streams)
    {
        joined.stream->Break();
    }
    if (m_signal)
    {
        m_signal->Close();
    }
    for (const auto& port : m_attached)
    {
        port->Close();
    }
    if (m_loop)
    {
        m_loop->Finish();
    }
    // Streams go before the attached ports, which they tell of refusals.
    m_signal.reset();
    m_datagrams.clear();
    m_streams.clear();
    m_attached.clear();
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
    if (!HasRoom() || socket->Connect(GetNode(), m_protocol, server) != SocketStatus::OK)
    {
        NS_LOG_WARN("a connection of the host cannot be passed on");
        host->Reset();
        return;
    }
    Join(host, std::move(socket), nullptr);
}

void
Gateway::ConnectToHost(const boost::asio::ip::tcp::endpoint& server,
                       std::unique_ptr<StreamSocket> socket,
                       AttachedPort& port)
{
    if (!HasRoom())
    {
        socket->Reset();
        return;
    }
    Join(std::make_shared<HostStream>(GetLoop(), server), std::move(socket), &port);
}

void
Gateway::Join(const std::shared_ptr<HostStream>& host,
              std::unique_ptr<StreamSocket> socket,
              AttachedPort* port)
{
    const auto number = ++m_lastNumber;
    auto onOver = [this, number] { m_streams.erase(number); };
    auto onRefused = [port] {
        if (port)
        {
            port->OnRefused();
        }
    };
    const auto stream = std::make_shared<GatewayStream>(host,
                                                        std::move(socket),
                                                        std::move(onRefused),
                                                        std::move(onOver));
    m_streams[number] = {stream, port};
    stream->Start();
}

} // namespace ns3::postroad
