#include "postroad/net/guarded-tcp-socket.h"

#include "ns3/log.h"
#include "ns3/object-factory.h"
#include "ns3/rtt-estimator.h"
#include "ns3/tcp-congestion-ops.h"
#include "ns3/tcp-l4-protocol.h"
#include "ns3/tcp-recovery-ops.h"
#include "ns3/tcp-tx-buffer.h"

#include <cstdint>
#include <string>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadGuardedTcpSocket");
NS_OBJECT_ENSURE_REGISTERED(GuardedTcpSocket);
NS_OBJECT_ENSURE_REGISTERED(GuardedTcpSocketFactory);

namespace
{

/// Makes the algorithm that an attribute of TCP names.
template <typename T>
Ptr<T>
MakeAlgorithm(const TcpL4Protocol& tcp, const std::string& attribute)
{
    TypeIdValue type;
    tcp.GetAttribute(attribute, type);
    ObjectFactory factory;
    factory.SetTypeId(type.Get());
    return factory.Create<T>();
}

} // namespace

TypeId
GuardedTcpSocket::GetTypeId()
{
    static TypeId tid = TypeId("ns3::postroad::GuardedTcpSocket")
                            .SetParent<TcpSocketBase>()
                            .SetGroupName("Postroad")
                            .AddConstructor<GuardedTcpSocket>();
    return tid;
}

GuardedTcpSocket::GuardedTcpSocket()
{
    GuardBuffer();
}

GuardedTcpSocket::GuardedTcpSocket(const GuardedTcpSocket& listener)
    : TcpSocketBase(listener)
{
    GuardBuffer();
}

void
GuardedTcpSocket::GuardBuffer()
{
    m_txBuffer->SetRWndCallback(MakeCallback(&GuardedTcpSocket::GetUsableWindow, this));
}

/// The receiver's window in octets; one less when what was sent fills it.
std::uint32_t
GuardedTcpSocket::GetUsableWindow() const
{
    const auto window = m_rWnd.Get();
    // The buffer does not tell how much was sent, but all that it counts off to get what is in
    // flight.
    const auto sent = m_txBuffer->BytesInFlight() + m_txBuffer->GetLost() +
                      m_txBuffer->GetSacked() - m_txBuffer->GetRetransmitsCount();
    return sent == window && window > 0 ? window - 1 : window;
}

Ptr<TcpSocketBase>
GuardedTcpSocket::Fork()
{
    return CopyObject<GuardedTcpSocket>(Ptr<GuardedTcpSocket>(this));
}

TypeId
GuardedTcpSocketFactory::GetTypeId()
{
    static TypeId tid = TypeId("ns3::postroad::GuardedTcpSocketFactory")
                            .SetParent<SocketFactory>()
                            .SetGroupName("Postroad")
                            .AddConstructor<GuardedTcpSocketFactory>();
    return tid;
}

Ptr<Socket>
GuardedTcpSocketFactory::CreateSocket()
{
    NS_LOG_FUNCTION(this);
    const auto tcp = GetObject<TcpL4Protocol>();
    const auto socket = CreateObject<GuardedTcpSocket>();
    socket->SetNode(GetObject<Node>());
    socket->SetTcp(tcp);
    socket->SetRtt(MakeAlgorithm<RttEstimator>(*tcp, "RttEstimatorType"));
    socket->SetCongestionControlAlgorithm(MakeAlgorithm<TcpCongestionOps>(*tcp, "SocketType"));
    socket->SetRecoveryAlgorithm(MakeAlgorithm<TcpRecoveryOps>(*tcp, "RecoveryType"));
    tcp->AddSocket(socket);
    return socket;
}

Ptr<SocketFactory>
FindSocketFactory(Ptr<Node> node, TypeId protocol)
{
    auto factory = node->GetObject<SocketFactory>(protocol);
    if (!factory && protocol == GuardedTcpSocketFactory::GetTypeId() &&
        node->GetObject<TcpL4Protocol>())
    {
        factory = CreateObject<GuardedTcpSocketFactory>();
        node->AggregateObject(factory);
    }
    return factory;
}

} // namespace ns3::postroad
