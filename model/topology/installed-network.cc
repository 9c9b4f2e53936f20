#include "postroad/topology/installed-network.h"

#include "postroad/topology/table-routing.h"

#include "ns3/channel.h"
#include "ns3/data-rate.h"
#include "ns3/ipv4-l3-protocol.h"
#include "ns3/ipv4.h"
#include "ns3/log.h"
#include "ns3/simulator.h"

#include <cstdint>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadInstalledNetwork");
NS_OBJECT_ENSURE_REGISTERED(InstalledNetwork);

namespace
{

/// "1000000 bit/s, 20 ms, 5 % lost"
std::string
Describe(const NetworkLink& link)
{
    std::ostringstream words;
    words << link.rateBps << " bit/s, " << static_cast<double>(link.delay.count()) / 1e6 << " ms, "
          << link.loss * 100 << " % lost";
    return words.str();
}

} // namespace

TypeId
InstalledNetwork::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::postroad::InstalledNetwork")
            .SetParent<Object>()
            .SetGroupName("Postroad")
            .AddTraceSource("Event",
                            "A link was cut or restored, a host was switched off or on.",
                            MakeTraceSourceAccessor(&InstalledNetwork::m_event),
                            "ns3::postroad::InstalledNetwork::EventTracedCallback");
    return tid;
}

InstalledNetwork::InstalledNetwork(NetworkParts parts)
    : m_parts(std::move(parts))
    , m_isLinkUp(GetGraph().CountLinks(), true)
    , m_isHostUp(GetGraph().CountHosts(), true)
    , m_isCarried(GetGraph().CountLinks(), true)
{
}

InstalledNetwork::~InstalledNetwork() = default;

const NetworkGraph&
InstalledNetwork::GetGraph() const
{
    return m_parts.routes->GetGraph();
}

const AddressPlan&
InstalledNetwork::GetPlan() const
{
    return m_parts.routes->GetPlan();
}

Ptr<Node>
InstalledNetwork::GetNode(std::string_view host) const
{
    return m_parts.nodes.Get(RequireHost(host));
}

Ipv4Address
InstalledNetwork::GetAddress(std::string_view host) const
{
    return GetPlan().GetPrimary(RequireHost(host));
}

/// Tells what `make` returns, which is called only while somebody listens.
template <typename Make>
void
InstalledNetwork::Report(const Make& make)
{
    if (!m_event.IsEmpty())
    {
        event::Event event = make();
        event.time = wire::TimePoint(wire::Duration(Simulator::Now().GetNanoSeconds()));
        m_event(event);
    }
}

void
InstalledNetwork::SetLinkState(std::string_view name, OperState state)
{
    const bool isUp = state == OperState::UP;
    NS_LOG_FUNCTION(this << std::string(name) << isUp);
    const auto link = RequireLink(name);
    if (m_isLinkUp[link] == isUp)
    {
        return;
    }
    m_isLinkUp[link] = isUp;
    Report([name, isUp] {
        return event::Event(isUp ? event::EventKind::LINK_UP : event::EventKind::LINK_DOWN,
                            event::LinkChange{std::string(name)});
    });
    ApplyState(link);
}

void
InstalledNetwork::ChangeLink(std::string_view name, const LinkProperties& properties)
{
    NS_LOG_FUNCTION(this << std::string(name));
    const auto link = RequireLink(name);
    auto now = GetGraph().GetLink(link);
    now.rateBps = properties.rateBps.value_or(now.rateBps);
    now.delay = properties.delay.value_or(now.delay);
    now.loss = properties.loss.value_or(now.loss);
    m_parts.routes->ChangeLink(link, now);
    const DataRateValue rate{DataRate(now.rateBps)};
    const TimeValue delay(NanoSeconds(now.delay.count()));
    for (const auto& end : GetPlan().GetEnds(link))
    {
        const auto ipv4 = m_parts.nodes.Get(end.host)->GetObject<Ipv4>();
        const auto device = ipv4->GetObject<Ipv4L3Protocol>()->GetNetDevice(end.interface);
        device->SetAttribute("DataRate", rate);
        device->GetChannel()->SetAttribute("Delay", delay);
    }
    for (const auto& receiver : m_parts.receivers[link])
    {
        receiver->SetTiming(rate.Get(), delay.Get());
        receiver->SetLoss(now.loss);
    }
    Report([&now] {
        return event::Event(event::EventKind::LINK_CHANGED,
                            event::LinkAlteration{now.name, Describe(now)});
    });
}

bool
InstalledNetwork::IsLinkUp(std::string_view link) const
{
    return m_isLinkUp[RequireLink(link)];
}

void
InstalledNetwork::SetHostState(std::string_view host, OperState state)
{
    const bool isUp = state == OperState::UP;
    NS_LOG_FUNCTION(this << std::string(host) << isUp);
    const auto index = RequireHost(host);
    if (m_isHostUp[index] == isUp)
    {
        return;
    }
    m_isHostUp[index] = isUp;
    Report([host, isUp] {
        event::Event event(isUp ? event::EventKind::HOST_UP : event::EventKind::HOST_DOWN);
        event.host = host;
        return event;
    });
    for (const auto link : GetGraph().GetLinks(index))
    {
        ApplyState(link);
    }
}

void
InstalledNetwork::SetPortState(std::string_view host, std::uint16_t port, OperState state)
{
    const auto ipv4 = GetNode(host)->GetObject<Ipv4>();
    DynamicCast<TableRouting>(ipv4->GetRoutingProtocol())->SetPortState(port, state);
}

bool
InstalledNetwork::IsHostUp(std::string_view host) const
{
    return m_isHostUp[RequireHost(host)];
}

void
InstalledNetwork::CloseCaptures()
{
    for (const auto& capture : m_parts.captures)
    {
        capture->Close();
    }
    m_parts.captures.clear();
}

void
InstalledNetwork::DoDispose()
{
    m_parts.captures.clear();
    m_parts.receivers.clear();
    m_parts.nodes = NodeContainer();
    Object::DoDispose();
}

HostIndex
InstalledNetwork::RequireHost(std::string_view name) const
{
    const auto host = GetGraph().FindHost(name);
    if (!host)
    {
        throw std::invalid_argument("the network has no host '" + std::string(name) + "'");
    }
    return *host;
}

LinkIndex
InstalledNetwork::RequireLink(std::string_view name) const
{
    const auto link = GetGraph().FindLink(name);
    if (!link)
    {
        throw std::invalid_argument("the network has no link '" + std::string(name) + "'");
    }
    return *link;
}

/// Lets a link carry frames, or not, as the states of itself and of its two hosts say.
void
InstalledNetwork::ApplyState(LinkIndex link)
{
    const auto& ends = GetPlan().GetEnds(link);
    const bool isCarried = m_isLinkUp[link] && m_isHostUp[ends[0].host] && m_isHostUp[ends[1].host];
    if (m_isCarried[link] == isCarried)
    {
        return;
    }
    m_isCarried[link] = isCarried;
    for (const auto& receiver : m_parts.receivers[link])
    {
        isCarried ? receiver->Restore() : receiver->Cut();
    }
    for (const auto& end : ends)
    {
        const auto ipv4 = m_parts.nodes.Get(end.host)->GetObject<Ipv4>();
        isCarried ? ipv4->SetUp(end.interface) : ipv4->SetDown(end.interface);
    }
}

} // namespace ns3::postroad
