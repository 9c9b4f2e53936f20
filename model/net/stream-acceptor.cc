#include "postroad/net/stream-acceptor.h"

#include "ns3/simulator.h"
#include "ns3/socket-factory.h"
#include "ns3/uinteger.h"

#include <utility>

namespace ns3::postroad
{

StreamAcceptor::StreamAcceptor(Ptr<Node> node, TypeId protocol, Handler handler)
    : m_node(node)
    , m_protocol(protocol)
    , m_handler(std::move(handler))
{
}

StreamAcceptor::~StreamAcceptor()
{
    Close();
}

SocketStatus
StreamAcceptor::Listen(const Address& local)
{
    const auto factory = m_node->GetObject<SocketFactory>(m_protocol);
    if (!factory)
    {
        return SocketStatus::NO_PROTOCOL;
    }
    Close();
    const auto socket = factory->CreateSocket();
    socket->SetAttributeFailSafe("ConnCount", UintegerValue(SYN_ACK_TRIES));
    if (socket->Bind(local) != 0 || socket->Listen() != 0)
    {
        return ToStatus(socket->GetErrno());
    }
    m_socket = socket;
    m_open = std::make_shared<StreamAcceptor*>(this);
    // Sockets in the midst of a handshake have copies of the callback and may outlive the
    // acceptor: it holds no bare pointer.
    m_socket->SetAcceptCallback(
        MakeNullCallback<bool, Ptr<Socket>, const Address&>(),
        Callback<void, Ptr<Socket>, const Address&>(
            [open = std::weak_ptr<StreamAcceptor*>(m_open)](Ptr<Socket> accepted, const Address&) {
                OnAccept(open, accepted);
            }));
    return SocketStatus::OK;
}

void
StreamAcceptor::Close()
{
    if (m_socket)
    {
        m_open.reset();
        m_accepted.clear();
        m_socket->SetAcceptCallback(MakeNullCallback<bool, Ptr<Socket>, const Address&>(),
                                    MakeNullCallback<void, Ptr<Socket>, const Address&>());
        std::exchange(m_socket, nullptr)->Close();
    }
}

void
StreamAcceptor::OnAccept(const std::weak_ptr<StreamAcceptor*>& acceptor, Ptr<Socket> socket)
{
    // Owned from here on, so that nothing is missed; and closed again if the port is.
    auto accepted = std::make_unique<StreamSocket>(socket);
    if (const auto open = acceptor.lock())
    {
        (*open)->m_accepted.push_back(std::move(accepted));
        Simulator::ScheduleNow([acceptor] {
            if (const auto stillOpen = acceptor.lock())
            {
                (*stillOpen)->GiveOut();
            }
        });
    }
}

void
StreamAcceptor::GiveOut()
{
    const std::weak_ptr<StreamAcceptor*> open = m_open;
    for (auto& socket : std::exchange(m_accepted, {}))
    {
        m_handler(std::move(socket));
        if (open.expired())
        {
            return;
        }
    }
}

} // namespace ns3::postroad
