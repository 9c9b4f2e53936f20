#include "postroad/net/datagram-endpoint.h"

#include "postroad/net/socket-address.h"

#include "ns3/icmpv4.h"
#include "ns3/inet-socket-address.h"
#include "ns3/packet.h"
#include "ns3/simulator.h"
#include "ns3/socket-factory.h"

#include <cstdint>
#include <utility>

namespace ns3::postroad
{

DatagramEndpoint::DatagramEndpoint(Ptr<Node> node, TypeId protocol, Receiver receiver)
    : m_node(node)
    , m_protocol(protocol)
    , m_receiver(std::move(receiver))
{
}

DatagramEndpoint::~DatagramEndpoint()
{
    Close();
}

void
DatagramEndpoint::SetRefusal(Refusal refusal)
{
    m_refusal = std::move(refusal);
}

SocketStatus
DatagramEndpoint::Bind(const Address& local)
{
    const auto factory = m_node->GetObject<SocketFactory>(m_protocol);
    if (!factory)
    {
        return SocketStatus::NO_PROTOCOL;
    }
    Close();
    const auto socket = factory->CreateSocket();
    if (socket->Bind(local) != 0)
    {
        return ToStatus(socket->GetErrno());
    }
    m_socket = socket;
    m_socket->SetRecvCallback(MakeCallback(&DatagramEndpoint::OnInput, this));
    if (m_refusal)
    {
        // Only sockets of UDP have it.
        m_socket->SetAttributeFailSafe(
            "IcmpCallback",
            CallbackValue(MakeCallback(&DatagramEndpoint::OnIcmp, this)));
    }
    return SocketStatus::OK;
}

void
DatagramEndpoint::OnIcmp(Ipv4Address source,
                         std::uint8_t /*ttl*/,
                         std::uint8_t type,
                         std::uint8_t code,
                         std::uint32_t /*info*/)
{
    if (type == Icmpv4Header::ICMPV4_DEST_UNREACH &&
        code == Icmpv4DestinationUnreachable::ICMPV4_PORT_UNREACHABLE)
    {
        const auto host = ToEndpoint(InetSocketAddress(source, 0)).address;
        Simulator::ScheduleNow([this, host, life = m_life.Watch()] {
            if (life.IsAlive())
            {
                m_refusal(host);
            }
        });
    }
}

SocketStatus
DatagramEndpoint::Send(std::string_view bytes, const Address& to)
{
    if (!m_socket)
    {
        return SocketStatus::FAILED;
    }
    const auto sent = m_socket->SendTo(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                       static_cast<std::uint32_t>(bytes.size()),
                                       0,
                                       to);
    return sent < 0 ? ToStatus(m_socket->GetErrno()) : SocketStatus::OK;
}

void
DatagramEndpoint::Close()
{
    if (m_socket)
    {
        m_life.Renew();
        m_socket->SetRecvCallback(MakeNullCallback<void, Ptr<Socket>>());
        m_socket->SetAttributeFailSafe("IcmpCallback", CallbackValue());
        std::exchange(m_socket, nullptr)->Close();
    }
}

wire::Endpoint
DatagramEndpoint::GetLocal() const
{
    return m_socket ? GetLocalEndpoint(*m_socket) : wire::Endpoint();
}

void
DatagramEndpoint::OnInput(Ptr<Socket> /*socket*/)
{
    Simulator::ScheduleNow([this, open = m_life.Watch()] {
        if (open.IsAlive())
        {
            GiveOut();
        }
    });
}

void
DatagramEndpoint::GiveOut()
{
    const auto open = m_life.Watch();
    Address from;
    while (const auto packet = m_socket->RecvFrom(from))
    {
        std::string bytes(packet->GetSize(), '\0');
        packet->CopyData(reinterpret_cast<std::uint8_t*>(bytes.data()), packet->GetSize());
        m_receiver(bytes, from);
        if (!open.IsAlive())
        {
            return;
        }
    }
}

} // namespace ns3::postroad
