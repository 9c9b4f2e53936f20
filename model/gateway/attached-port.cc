#include "postroad/gateway/attached-port.h"

#include "postroad/net/socket-address.h"

#include "ns3/log.h"
#include "ns3/simulator.h"

#include <cstdint>
#include <utility>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadAttachedPort");

const Time AttachedPort::INTERVAL = Seconds(1);

AttachedPort::AttachedPort(Ptr<Node> node,
                           TypeId protocol,
                           std::uint16_t port,
                           std::shared_ptr<HostProbe> probe,
                           StreamAcceptor::Handler handler)
    : m_node(node)
    , m_port(port)
    , m_probe(std::move(probe))
    , m_acceptor(node, protocol, std::move(handler))
{
    Ask();
}

AttachedPort::~AttachedPort()
{
    m_timer.Cancel();
}

void
AttachedPort::Close()
{
    m_timer.Cancel();
    m_probe->Close();
    m_acceptor.Close();
}

void
AttachedPort::OnRefused()
{
    if (std::exchange(m_isOpen, false))
    {
        m_acceptor.Close();
        m_timer = Simulator::Schedule(INTERVAL, &AttachedPort::Ask, this);
    }
}

void
AttachedPort::Ask()
{
    m_probe->Ask([this](bool isThere) { OnAnswer(isThere); });
}

void
AttachedPort::OnAnswer(bool isThere)
{
    const auto status =
        isThere ? m_acceptor.Listen(GetAnyAddress(*m_node, m_port)) : SocketStatus::REFUSED;
    m_isOpen = status == SocketStatus::OK;
    if (!m_isOpen)
    {
        NS_LOG_INFO("port " << m_port << " stays closed: " << GetText(status));
        m_timer = Simulator::Schedule(INTERVAL, &AttachedPort::Ask, this);
    }
}

} // namespace ns3::postroad
