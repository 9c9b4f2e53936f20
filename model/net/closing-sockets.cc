#include "postroad/net/closing-sockets.h"

#include "postroad/net/socket-address.h"

#include "ns3/packet.h"
#include "ns3/simulator.h"
#include "ns3/tcp-header.h"
#include "ns3/tcp-rx-buffer.h"
#include "ns3/tcp-tx-buffer.h"

namespace ns3::postroad
{

NS_OBJECT_ENSURE_REGISTERED(ClosingSockets);

const Time ClosingSockets::LINGER = Seconds(60);
const Time ClosingSockets::INTERVAL = Seconds(5);

void
BreakOff(TcpSocketBase& socket)
{
    // Closing does so while there is unread input: here an octet that never came.
    const auto input = socket.GetRxBuffer();
    TcpHeader header;
    header.SetSequenceNumber(input->NextRxSequence());
    input->Add(Create<Packet>(1), header);
    socket.Close();
}

TypeId
ClosingSockets::GetTypeId()
{
    static TypeId tid = TypeId("ns3::postroad::ClosingSockets")
                            .SetParent<Object>()
                            .SetGroupName("Postroad")
                            .AddConstructor<ClosingSockets>();
    return tid;
}

Ptr<ClosingSockets>
ClosingSockets::Of(Ptr<Node> node)
{
    auto sockets = node->GetObject<ClosingSockets>();
    if (!sockets)
    {
        sockets = CreateObject<ClosingSockets>();
        node->AggregateObject(sockets);
    }
    return sockets;
}

void
ClosingSockets::Add(Ptr<TcpSocketBase> socket)
{
    if (m_isDisposed)
    {
        return;
    }
    m_orphans.push_back({socket, Simulator::Now()});
    if (m_timer.IsExpired())
    {
        LookLater();
    }
}

void
ClosingSockets::DoDispose()
{
    m_isDisposed = true;
    m_timer.Cancel();
    m_orphans.clear();
    Object::DoDispose();
}

void
ClosingSockets::LookLater()
{
    m_timer = Simulator::Schedule(INTERVAL, &ClosingSockets::Look, this);
}

void
ClosingSockets::Look()
{
    m_orphans.remove_if(&ClosingSockets::IsOver);
    if (!m_orphans.empty())
    {
        LookLater();
    }
}

bool
ClosingSockets::IsOver(Orphan& orphan)
{
    if (GetLocalEndpoint(*orphan.socket).port == 0)
    {
        return true; // a socket whose connection is over has no address
    }
    if (orphan.socket->GetTxBuffer()->Size() > 0)
    {
        orphan.since = Simulator::Now();
    }
    if (Simulator::Now() < orphan.since + LINGER)
    {
        return false;
    }
    BreakOff(*orphan.socket);
    return true;
}

} // namespace ns3::postroad
