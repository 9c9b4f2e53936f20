#include "net/two-hosts.h"

#include "postroad/net/tcp-settings.h"

#include "ns3/error-model.h"
#include "ns3/inet-socket-address.h"
#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-address-helper.h"
#include "ns3/ipv4.h"
#include "ns3/point-to-point-helper.h"
#include "ns3/point-to-point-net-device.h"
#include "ns3/pointer.h"
#include "ns3/queue.h"
#include "ns3/simulator.h"
#include "ns3/string.h"
#include "ns3/tcp-socket-factory.h"

#include <cstdint>

namespace ns3::postroad::test
{

namespace
{

constexpr const char* CLIENT = "192.0.2.1";
constexpr const char* SERVER = "192.0.2.2";

void
Lose(Ptr<NetDevice> device, const std::list<std::uint32_t>& numbers)
{
    const auto model = CreateObject<ReceiveListErrorModel>();
    model->SetList(numbers);
    device->SetAttribute("ReceiveErrorModel", PointerValue(model));
}

void
LoseByChance(Ptr<NetDevice> device, double chance)
{
    const auto model = CreateObject<RateErrorModel>();
    model->SetUnit(RateErrorModel::ERROR_UNIT_PACKET);
    model->SetRate(chance);
    device->SetAttribute("ReceiveErrorModel", PointerValue(model));
}

} // namespace

TwoHosts::TwoHosts(const Link& link)
{
    ApplyTcpSettings();
    m_nodes.Create(2);
    InternetStackHelper stack;
    stack.SetIpv6StackInstall(false);
    stack.Install(m_nodes);
    PointToPointHelper helper;
    helper.SetDeviceAttribute("DataRate", StringValue(link.rate));
    helper.SetChannelAttribute("Delay", StringValue(link.delay));
    helper.SetQueue("ns3::DropTailQueue", "MaxSize", StringValue(link.queue));
    if (!link.hasQueueDisc)
    {
        helper.DisableFlowControl();
    }
    m_devices = helper.Install(m_nodes);
    if (link.loss > 0)
    {
        LoseByChance(m_devices.Get(0), link.loss);
        LoseByChance(m_devices.Get(1), link.loss);
    }
    Ipv4AddressHelper("192.0.2.0", "255.255.255.0").Assign(m_devices);
}

TwoHosts::~TwoHosts()
{
    Simulator::Destroy();
}

Ptr<Node>
TwoHosts::GetClient() const
{
    return m_nodes.Get(0);
}

Ptr<Node>
TwoHosts::GetServer() const
{
    return m_nodes.Get(1);
}

Address
TwoHosts::GetServerAddress(std::uint16_t port) const
{
    return InetSocketAddress(Ipv4Address(SERVER), port);
}

Address
TwoHosts::GetClientAddress(std::uint16_t port) const
{
    return InetSocketAddress(Ipv4Address(CLIENT), port);
}

Address
TwoHosts::GetAny(std::uint16_t port)
{
    return InetSocketAddress(Ipv4Address::GetAny(), port);
}

void
TwoHosts::LoseAtServer(const std::list<std::uint32_t>& numbers)
{
    Lose(m_devices.Get(1), numbers);
}

void
TwoHosts::LoseAtClient(const std::list<std::uint32_t>& numbers)
{
    Lose(m_devices.Get(0), numbers);
}

std::uint32_t
TwoHosts::GetLost() const
{
    std::uint32_t lost = 0;
    for (auto device = m_devices.Begin(); device != m_devices.End(); ++device)
    {
        lost += DynamicCast<PointToPointNetDevice>(*device)->GetQueue()->GetTotalDroppedPackets();
    }
    return lost;
}

void
TwoHosts::TakeServerDown()
{
    GetServer()->GetObject<Ipv4>()->SetDown(1);
}

Ptr<Socket>
TwoHosts::MakeBareSocket(Ptr<Node> node)
{
    return Socket::CreateSocket(node, TcpSocketFactory::GetTypeId());
}

void
TwoHosts::At(double seconds, std::function<void()> action)
{
    Simulator::Schedule(Seconds(seconds) - Simulator::Now(), std::move(action));
}

void
TwoHosts::RunUntil(double seconds)
{
    Simulator::Stop(Seconds(seconds) - Simulator::Now());
    Simulator::Run();
}

double
TwoHosts::GetSeconds()
{
    return Simulator::Now().GetSeconds();
}

} // namespace ns3::postroad::test
