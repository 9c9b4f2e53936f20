#include "postroad/topology/network-installer.h"

#include "postroad/text/file-name.h"
#include "postroad/topology/table-routing-helper.h"

#include "ns3/assert.h"
#include "ns3/boolean.h"
#include "ns3/data-rate.h"
#include "ns3/error-model.h"
#include "ns3/global-value.h"
#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-interface-address.h"
#include "ns3/ipv4.h"
#include "ns3/log.h"
#include "ns3/point-to-point-helper.h"
#include "ns3/pointer.h"
#include "ns3/queue-size.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadNetworkInstaller");

namespace
{

/// The first random stream of the hosts' stacks, above those of the links.
constexpr std::int64_t STACK_STREAM = 2 * NetworkInstaller::FIRST_STREAM;

/// ns-3's number for the interface of a host to itself.
constexpr std::uint32_t LOOPBACK_INTERFACE = 0;

const Ipv4Mask LINK_MASK(0xffffffffU << (32 - AddressPlan::LINK_PREFIX_LENGTH));

NetDeviceContainer
MakeDevices(const NetworkLink& link, Ptr<Node> a, Ptr<Node> b)
{
    PointToPointHelper helper;
    helper.SetDeviceAttribute("DataRate", DataRateValue(DataRate(link.rateBps)));
    helper.SetChannelAttribute("Delay", TimeValue(NanoSeconds(link.delay.count())));
    helper.SetQueue("ns3::DropTailQueue",
                    "MaxSize",
                    QueueSizeValue(QueueSize(QueueSizeUnit::PACKETS, link.queuePackets)));
    helper.DisableFlowControl(); // else each device gets a queue discipline with delays of its own
    return helper.Install(a, b);
}

/// "mail.a.net-to-r1.pcap", at a host's end of a link.
std::string
MakeCaptureName(const NetworkGraph& graph, LinkIndex link, HostIndex host)
{
    const auto peer = graph.GetPeer(link, host);
    const auto& links = graph.GetLinks(host);
    const auto number =
        std::count_if(links.begin(), links.end(), [&graph, link, host, peer](LinkIndex other) {
            return other <= link && graph.GetPeer(other, host) == peer;
        });
    return text::MakeFileNamePart(graph.GetHost(host).name) + "-to-" +
           text::MakeFileNamePart(graph.GetHost(peer).name) +
           (number > 1 ? '-' + std::to_string(number) : "") + ".pcap";
}

Ptr<LinkErrorModel>
MakeErrorModel(const NetworkLink& link, std::int64_t stream)
{
    auto model = CreateObject<LinkErrorModel>();
    model->SetAttribute("DataRate", DataRateValue(DataRate(link.rateBps)));
    model->SetAttribute("Delay", TimeValue(NanoSeconds(link.delay.count())));
    auto chance = CreateObject<RateErrorModel>();
    chance->SetUnit(RateErrorModel::ERROR_UNIT_PACKET);
    chance->AssignStreams(stream);
    model->SetAttribute("Chance", PointerValue(chance));
    model->SetLoss(link.loss);
    return model;
}

} // namespace

NetworkInstaller::NetworkInstaller(NetworkOptions options)
    : m_options(std::move(options))
{
}

Ptr<InstalledNetwork>
NetworkInstaller::Install(const NetworkGraph& graph) const
{
    NS_LOG_FUNCTION(this << graph.CountHosts() << graph.CountLinks());
    NetworkParts parts;
    parts.routes = Create<RouteTable>(graph, AddressPlan(graph, m_options.prefix));
    const bool isCaptured = !m_options.pcapFolder.empty();
    if (isCaptured)
    {
        std::filesystem::create_directories(m_options.pcapFolder);
    }
    GlobalValue::Bind("ChecksumEnabled", BooleanValue(isCaptured));
    InstallHosts(parts);
    for (LinkIndex link = 0; link < graph.CountLinks(); ++link)
    {
        InstallLink(link, parts);
    }
    return CreateObject<InstalledNetwork>(std::move(parts));
}

void
NetworkInstaller::InstallHosts(NetworkParts& parts) const
{
    const auto& graph = parts.routes->GetGraph();
    const auto& plan = parts.routes->GetPlan();
    parts.nodes.Create(static_cast<std::uint32_t>(graph.CountHosts()));
    InternetStackHelper stack;
    stack.SetIpv6StackInstall(false);
    for (HostIndex host = 0; host < graph.CountHosts(); ++host)
    {
        stack.SetRoutingHelper(
            TableRoutingHelper(parts.routes, host, NanoSeconds(m_options.detectionDelay.count())));
        stack.Install(parts.nodes.Get(host));
        const auto ipv4 = parts.nodes.Get(host)->GetObject<Ipv4>();
        ipv4->SetAttribute("IpForward", BooleanValue(graph.GetHost(host).isRouter));
        if (graph.GetDegree(host) == 0)
        {
            // Without a link the host still answers to its own address. Not as a /32, for ns-3
            // takes the only address of a subnet for its broadcast address and sends no datagrams
            // to it.
            ipv4->AddAddress(LOOPBACK_INTERFACE,
                             Ipv4InterfaceAddress(plan.GetPrimary(host), Ipv4Mask::GetZero()));
        }
    }
    stack.AssignStreams(parts.nodes, STACK_STREAM);
}

void
NetworkInstaller::InstallLink(LinkIndex link, NetworkParts& parts) const
{
    const auto& graph = parts.routes->GetGraph();
    const auto& spec = graph.GetLink(link);
    const auto& ends = parts.routes->GetPlan().GetEnds(link);
    const auto devices =
        MakeDevices(spec, parts.nodes.Get(ends[0].host), parts.nodes.Get(ends[1].host));
    auto& receivers = parts.receivers.emplace_back();
    for (std::uint32_t side = 0; side < ends.size(); ++side)
    {
        receivers[side] = MakeErrorModel(spec, FIRST_STREAM + 2 * std::int64_t{link} + side);
        devices.Get(side)->SetAttribute("ReceiveErrorModel", PointerValue(receivers[side]));
        InstallInterface(ends[side], devices.Get(side), parts);
        if (!m_options.pcapFolder.empty())
        {
            const auto name = MakeCaptureName(graph, link, ends[side].host);
            parts.captures.push_back(std::make_unique<InterfaceCapture>(devices.Get(side),
                                                                        m_options.pcapFolder / name,
                                                                        m_options.epoch,
                                                                        m_options.framing));
        }
    }
}

void
NetworkInstaller::InstallInterface(const LinkEnd& end,
                                   Ptr<NetDevice> device,
                                   NetworkParts& parts) const
{
    const auto& plan = parts.routes->GetPlan();
    const auto ipv4 = parts.nodes.Get(end.host)->GetObject<Ipv4>();
    const auto interface = ipv4->AddInterface(device);
    NS_ASSERT_MSG(interface == end.interface, "the plan and ns-3 number interfaces differently");
    if (interface == 1 && plan.IsApart(end.host))
    {
        ipv4->AddAddress(interface,
                         Ipv4InterfaceAddress(plan.GetPrimary(end.host), Ipv4Mask::GetOnes()));
    }
    ipv4->AddAddress(interface, Ipv4InterfaceAddress(end.address, LINK_MASK));
    ipv4->SetUp(interface);
}

} // namespace ns3::postroad
