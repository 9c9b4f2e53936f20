#include "postroad/net/stream-acceptor.h"

#include "postroad/net/guarded-tcp-socket.h"

#include "ns3/simulator.h"
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
    const auto factory = FindSocketFactory(m_node, m_protocol);
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
    // Sockets in the midst of a handshake have copies of the callback and may outlive the acceptor.
    // What was accepted is owned at once, so that nothing is missed, and closed if the port is.
    m_socket->SetAcceptCallback(
        MakeNullCallback<bool, Ptr<Socket>, const Address&>(),
        Callback<void, Ptr<Socket>, const Address&>(
            [this, open = m_life.Watch()](Ptr<Socket> peer, const Address&) {
                auto accepted = std::make_unique<StreamSocket>(peer);
                if (open.IsAlive())
                {
                    Keep(std::move(accepted));
                }
            }));
    return SocketStatus::OK;
}

void
StreamAcceptor::Close()
{
    if (m_socket)
    {
        m_life.Renew();
        m_accepted.clear();
        m_socket->SetAcceptCallback(MakeNullCallback<bool, Ptr<Socket>, const Address&>(),
                                    MakeNullCallback<void, Ptr<Socket>, const Address&>());
        std::exchange(m_socket, nullptr)->Close();
    }
}

void
StreamAcceptor::Keep(std::unique_ptr<StreamSocket> accepted)
{
    m_accepted.push_back(std::move(accepted));
    Simulator::ScheduleNow([this, open = m_life.Watch()] {
        if (open.IsAlive())
        {
            GiveOut();
        }
    });
}

void
StreamAcceptor::GiveOut()
{
    const auto open = m_life.Watch();
    for (auto& socket : std::exchange(m_accepted, {}))
    {
        m_handler(std::move(socket));
        if (!open.IsAlive())
        {
            return;
        }
    }
}

} // namespace ns3::postroad
