#include "postroad/net/guarded-tcp-socket.h"

#include "ns3/log.h"
#include "ns3/object-factory.h"
#include "ns3/rtt-estimator.h"
#include "ns3/simulator.h"
#include "ns3/tcp-congestion-ops.h"
#include "ns3/tcp-l4-protocol.h"
#include "ns3/tcp-recovery-ops.h"
#include "ns3/tcp-rx-buffer.h"
#include "ns3/tcp-tx-buffer.h"

#include <cstdint>
#include <string>
#include <utility>

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

int
GuardedTcpSocket::Close()
{
    if (m_tcb->m_rxBuffer->Available() > 0 || m_tcb->m_rxBuffer->Size() == 0)
    {
        return TcpSocketBase::Close();
    }
    m_closeOnEmpty = m_txBuffer->SizeFromSequence(m_tcb->m_nextTxSequence) > 0;
    return m_closeOnEmpty ? 0 : DoClose();
}

void
GuardedTcpSocket::DoForwardUp(Ptr<Packet> packet, const Address& from, const Address& to)
{
    if (m_state == LISTEN || m_state > ESTABLISHED)
    {
        Segment segment{{}, packet, from, to};
        packet->RemoveHeader(segment.header);
        Take(segment);
    }
    else
    {
        TcpSocketBase::DoForwardUp(packet, from, to);
    }
}

/// Takes data and the FIN behind them one after the other, where ns-3 takes them for one.
void
GuardedTcpSocket::Take(Segment segment)
{
    const auto flags = segment.header.GetFlags();
    const auto size = segment.data->GetSize();
    if ((flags & TcpHeader::FIN) && size > 0 && m_state != LISTEN)
    {
        auto fin = segment;
        fin.data = Create<Packet>();
        fin.header.SetSequenceNumber(segment.header.GetSequenceNumber() + SequenceNumber32(size));
        segment.header.SetFlags(flags & ~TcpHeader::FIN);
        Take(segment);
        Take(fin);
        return;
    }
    switch (m_state)
    {
    case LISTEN:
        TakeAtListener(segment);
        break;
    case FIN_WAIT_1:
    case FIN_WAIT_2:
        TakeWhileWaiting(segment);
        break;
    case CLOSE_WAIT:
        TakeOpen(segment);
        break;
    case LAST_ACK:
    case CLOSING:
    case TIME_WAIT:
        TakeWhileClosing(segment);
        break;
    default:
        break;
    }
}

/// Who believes in a connection that is over learns of it by a RST; ns-3 lets him wait.
void
GuardedTcpSocket::TakeAtListener(const Segment& segment)
{
    const auto& header = segment.header;
    if (header.GetFlags() & (TcpHeader::SYN | TcpHeader::RST) ||
        !(header.GetFlags() & TcpHeader::ACK))
    {
        Pass(segment);
        return;
    }
    TcpHeader reset;
    reset.SetFlags(TcpHeader::RST);
    reset.SetSequenceNumber(header.GetAckNumber());
    reset.SetSourcePort(header.GetDestinationPort());
    reset.SetDestinationPort(header.GetSourcePort());
    m_tcp->SendPacket(Create<Packet>(), reset, segment.to, segment.from, m_boundnetdevice);
}

/// The other side has ended, this one has not: its FIN may come again.
void
GuardedTcpSocket::TakeOpen(Segment segment)
{
    const auto flags = segment.header.GetFlags();
    if (flags & TcpHeader::FIN)
    {
        SendEmptyPacket(TcpHeader::ACK);
        segment.header.SetFlags(flags & ~TcpHeader::FIN);
    }
    Pass(segment);
}

/// This side has ended, the other has not. A hole before its FIN may be filled now, at which ns-3
/// forgets that this side has ended.
void
GuardedTcpSocket::TakeWhileWaiting(const Segment& segment)
{
    const bool isAcknowledged = m_state == FIN_WAIT_2 || IsEndAcknowledged(segment.header);
    Pass(segment);
    if (m_state == CLOSE_WAIT || m_state == LAST_ACK)
    {
        m_state = CLOSING;
        if (isAcknowledged)
        {
            TimeWait();
        }
    }
    if (m_state == CLOSING)
    {
        TellEnd();
    }
}

/// Both sides have ended: what counts is whether the ACK is one of this side's FIN.
void
GuardedTcpSocket::TakeWhileClosing(Segment segment)
{
    const auto flags = segment.header.GetFlags();
    if (flags & TcpHeader::RST)
    {
        Pass(segment);
        return;
    }
    if (segment.data->GetSize() > 0 || (flags & (TcpHeader::FIN | TcpHeader::SYN)))
    {
        AcknowledgeAgain();
    }
    if (!(flags & TcpHeader::ACK) || m_state == TIME_WAIT)
    {
        return;
    }
    segment.data = Create<Packet>();
    segment.header.SetFlags(TcpHeader::ACK);
    segment.header.SetSequenceNumber(m_tcb->m_rxBuffer->NextRxSequence());
    const auto state = m_state.Get();
    const bool isAcknowledged = IsEndAcknowledged(segment.header);
    if (!isAcknowledged)
    {
        m_state = CLOSE_WAIT; // the state in which ns-3 looks at what an ACK acknowledges
    }
    Pass(segment);
    if (!isAcknowledged && m_state != CLOSED)
    {
        m_state = state;
        RepeatEndLater();
    }
}

void
GuardedTcpSocket::Pass(const Segment& segment)
{
    const auto packet = segment.data->Copy();
    packet->AddHeader(segment.header);
    TcpSocketBase::DoForwardUp(packet, segment.from, segment.to);
}

/// Whether the ACK is one of the FIN, which stands behind the last octet.
bool
GuardedTcpSocket::IsEndAcknowledged(const TcpHeader& header) const
{
    return (header.GetFlags() & TcpHeader::ACK) &&
           header.GetAckNumber() > m_tcb->m_highTxMark.Get();
}

/// Tells of the other side's FIN when it has come; ns-3 waits for the ACK of the own one.
void
GuardedTcpSocket::TellEnd()
{
    if (!std::exchange(m_closeNotified, true))
    {
        NotifyNormalClose();
    }
}

/// ns-3 gives the timer up with the last octet that is acknowledged.
void
GuardedTcpSocket::RepeatEndLater()
{
    if ((m_state == CLOSING || m_state == LAST_ACK) && m_retxEvent.IsExpired())
    {
        m_retxEvent = Simulator::Schedule(m_rto, &GuardedTcpSocket::ReTxTimeout, this);
    }
}

void
GuardedTcpSocket::ReTxTimeout()
{
    if (m_state == LAST_ACK && m_txBuffer->Size() == 0)
    {
        SendEmptyPacket(TcpHeader::FIN);
        return;
    }
    TcpSocketBase::ReTxTimeout();
}

void
GuardedTcpSocket::SendEmptyPacket(std::uint8_t flags)
{
    const auto timeout = m_rto.Get();
    TcpSocketBase::SendEmptyPacket(flags);
    const bool isAck = !(flags & (TcpHeader::SYN | TcpHeader::FIN | TcpHeader::RST));
    if (isAck && m_txBuffer->Size() > 0 && m_rto.Get() < timeout)
    {
        m_rto = timeout;
    }
}

/// Acknowledges what the other side repeats. After the FIN of this side was acknowledged, it lasts
/// as long again until the connection is forgotten.
void
GuardedTcpSocket::AcknowledgeAgain()
{
    if (m_state == TIME_WAIT)
    {
        m_tcb->m_nextTxSequence = m_tcb->m_highTxMark.Get() + SequenceNumber32(1);
        TimeWait();
    }
    SendEmptyPacket(TcpHeader::ACK);
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
