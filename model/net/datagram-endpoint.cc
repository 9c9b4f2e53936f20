#include "postroad/net/datagram-endpoint.h"

#include "postroad/net/socket-address.h"

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
    return SocketStatus::OK;
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
