#include "postroad/net/stream-socket.h"

#include "postroad/net/guarded-tcp-socket.h"
#include "postroad/net/socket-address.h"

#include "ns3/log.h"
#include "ns3/simulator.h"
#include "ns3/tcp-rx-buffer.h"
#include "ns3/trace-source-accessor.h"
#include "ns3/uinteger.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadStreamSocket");

namespace
{

/// What tells of each segment that a socket of TCP receives. Looking it up by its name for each
/// connection would cost as much as a packet.
const TraceSourceAccessor&
GetSegmentSource()
{
    static const auto source = TcpSocketBase::GetTypeId().LookupTraceSourceByName("Rx");
    return *source;
}

} // namespace

StreamSocket::StreamSocket(Ptr<Socket> accepted)
    : m_socket(accepted)
    , m_isConnected(true)
{
    Attach();
}

StreamSocket::~StreamSocket()
{
    if (!m_socket)
    {
        return;
    }
    Detach();
    if (!m_isClosed)
    {
        // ns-3's TCP keeps the socket until the connection is over. An event, because a socket
        // may not send while the simulator is being destroyed; then the event never comes.
        Simulator::ScheduleWithContext(m_socket->GetNode()->GetId(), Time(0), [socket = m_socket] {
            socket->Close();
        });
    }
    if (m_tcp)
    {
        m_closingSockets->Add(m_tcp);
    }
}

void
StreamSocket::SetWake(std::function<void()> wake)
{
    m_wake = std::move(wake);
}

SocketStatus
StreamSocket::Connect(Ptr<Node> node, TypeId protocol, const Address& remote)
{
    const auto factory = FindSocketFactory(node, protocol);
    if (!factory)
    {
        return SocketStatus::NO_PROTOCOL;
    }
    m_socket = factory->CreateSocket();
    Attach();
    if (m_socket->Connect(remote) == 0)
    {
        return SocketStatus::OK;
    }
    const auto error = m_socket->GetErrno();
    // The port that it has taken comes free only when a socket is closed that was in some state.
    m_socket->Listen();
    Close();
    NS_LOG_WARN("connecting to " << remote << " fails with error " << error);
    return ToStatus(error);
}

bool
StreamSocket::HasInput() const
{
    return m_socket && m_socket->GetRxAvailable() > 0;
}

std::string
StreamSocket::Read()
{
    const bool isWindowShut = IsWindowShut();
    std::string bytes(std::min<std::size_t>(READ_LIMIT, m_socket->GetRxAvailable()), '\0');
    const auto count = m_socket->Recv(reinterpret_cast<std::uint8_t*>(bytes.data()),
                                      static_cast<std::uint32_t>(bytes.size()),
                                      0);
    bytes.resize(static_cast<std::size_t>(std::max(count, 0)));
    if (isWindowShut)
    {
        SendAck();
    }
    return bytes;
}

void
StreamSocket::DropInput()
{
    while (HasInput() && !Read().empty())
    {
    }
}

void
StreamSocket::Write(std::string_view bytes)
{
    m_isHandshakeSure |= !bytes.empty();
    m_unsent.erase(0, std::exchange(m_sent, 0));
    m_unsent += bytes;
    SendWaiting();
}

void
StreamSocket::SendWaiting()
{
    const auto count = std::min<std::size_t>(GetUnsent(), m_socket->GetTxAvailable());
    if (count == 0 || m_failure)
    {
        return;
    }
    const auto* const begin = reinterpret_cast<const std::uint8_t*>(m_unsent.data()) + m_sent;
    if (m_socket->Send(begin, static_cast<std::uint32_t>(count), 0) < 0)
    {
        Fail(ToStatus(m_socket->GetErrno()));
        return;
    }
    m_sent += count;
    if (m_sent == m_unsent.size())
    {
        m_unsent.clear();
        m_sent = 0;
    }
}

void
StreamSocket::Close()
{
    DropInput();
    m_isClosed = true;
    m_socket->Close();
}

void
StreamSocket::Reset()
{
    DropInput();
    m_isClosed = true;
    if (m_tcp && m_isConnected && !m_failure)
    {
        BreakOff(*m_tcp);
    }
    else
    {
        m_socket->Close();
    }
}

wire::Endpoint
StreamSocket::GetLocal() const
{
    return GetLocalEndpoint(*m_socket);
}

wire::Endpoint
StreamSocket::GetRemote() const
{
    return GetRemoteEndpoint(*m_socket);
}

void
StreamSocket::Attach()
{
    m_socket->SetConnectCallback(MakeCallback(&StreamSocket::OnConnected, this),
                                 MakeCallback(&StreamSocket::OnNotConnected, this));
    m_socket->SetCloseCallbacks(MakeCallback(&StreamSocket::OnPeerDone, this),
                                MakeCallback(&StreamSocket::OnError, this));
    m_socket->SetRecvCallback(MakeCallback(&StreamSocket::OnInput, this));
    m_socket->SetSendCallback(MakeCallback(&StreamSocket::OnRoom, this));
    m_tcp = DynamicCast<TcpSocketBase>(m_socket);
    if (m_tcp)
    {
        m_closingSockets = ClosingSockets::Of(m_socket->GetNode());
        GetSegmentSource().ConnectWithoutContext(PeekPointer(m_tcp),
                                                 MakeCallback(&StreamSocket::OnSegment, this));
    }
}

void
StreamSocket::Detach()
{
    Simulator::Cancel(m_ackTimer);
    const auto nothing = MakeNullCallback<void, Ptr<Socket>>();
    m_socket->SetConnectCallback(nothing, nothing);
    m_socket->SetCloseCallbacks(nothing, nothing);
    m_socket->SetRecvCallback(nothing);
    m_socket->SetSendCallback(MakeNullCallback<void, Ptr<Socket>, std::uint32_t>());
    if (m_tcp)
    {
        GetSegmentSource().DisconnectWithoutContext(PeekPointer(m_tcp),
                                                    MakeCallback(&StreamSocket::OnSegment, this));
    }
}

void
StreamSocket::Fail(SocketStatus status)
{
    if (!m_failure)
    {
        m_failure = status;
        m_wake();
    }
}

void
StreamSocket::OnConnected(Ptr<Socket> /*socket*/)
{
    m_isConnected = true;
    if (m_tcp)
    {
        RepeatAckLater();
    }
    m_wake();
}

void
StreamSocket::OnNotConnected(Ptr<Socket> /*socket*/)
{
    Fail(SocketStatus::TIMED_OUT);
}

void
StreamSocket::OnPeerDone(Ptr<Socket> /*socket*/)
{
    // ns-3 calls this also for a connection that was broken off.
    m_isPeerDone = !m_failure;
    m_wake();
}

void
StreamSocket::OnError(Ptr<Socket> /*socket*/)
{
    Fail(SocketStatus::TIMED_OUT);
}

void
StreamSocket::OnInput(Ptr<Socket> /*socket*/)
{
    m_wake();
}

void
StreamSocket::OnRoom(Ptr<Socket> /*socket*/, std::uint32_t /*octets*/)
{
    if (GetUnsent() > 0)
    {
        m_wake();
    }
}

void
StreamSocket::OnSegment(Ptr<const Packet> /*packet*/,
                        const TcpHeader& header,
                        Ptr<const TcpSocketBase> /*socket*/)
{
    // Once both sides have ended, a RST is but the word that the other one has forgotten about it.
    if ((header.GetFlags() & TcpHeader::RST) && !(m_isPeerDone && m_isClosed))
    {
        Fail(m_isConnected ? SocketStatus::RESET : SocketStatus::REFUSED);
    }
    m_isHandshakeSure |= !(header.GetFlags() & TcpHeader::SYN);
}

void
StreamSocket::RepeatAckLater()
{
    m_ackTimer = Simulator::Schedule(Seconds(ACK_INTERVAL), &StreamSocket::RepeatAck, this);
}

void
StreamSocket::RepeatAck()
{
    if (m_isHandshakeSure || m_isClosed || m_failure || m_ackRepeats == ACK_REPEATS)
    {
        return;
    }
    ++m_ackRepeats;
    SendAck();
    RepeatAckLater();
}

void
StreamSocket::SendAck()
{
    // A receive buffer that grows is the one thing that makes a connected socket send an ACK.
    UintegerValue size;
    m_tcp->GetAttribute("RcvBufSize", size);
    m_tcp->SetAttribute("RcvBufSize", UintegerValue(size.Get() + 1));
}

bool
StreamSocket::IsWindowShut() const
{
    if (!m_tcp)
    {
        return false;
    }
    const auto buffer = m_tcp->GetRxBuffer();
    return buffer->Size() + READ_LIMIT > buffer->MaxBufferSize();
}

} // namespace ns3::postroad
