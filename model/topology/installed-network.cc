#include "postroad/topology/installed-network.h"

#include "ns3/ipv4.h"
#include "ns3/log.h"
#include "ns3/simulator.h"

#include <stdexcept>
#include <utility>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadInstalledNetwork");
NS_OBJECT_ENSURE_REGISTERED(InstalledNetwork);

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
InstalledNetwork::SetLinkState(std::string_view a, std::string_view b, OperState state)
{
    const bool isUp = state == OperState::UP;
    NS_LOG_FUNCTION(this << std::string(a) << std::string(b) << isUp);
    const auto link = RequireLink(a, b);
    if (m_isLinkUp[link] == isUp)
    {
        return;
    }
    m_isLinkUp[link] = isUp;
    const auto& spec = GetGraph().GetLink(link);
    Report([&spec, isUp] {
        return event::Event(
            isUp ? event::EventKind::LINK_UP : event::EventKind::LINK_DOWN,
            event::LinkChange{spec.name.empty() ? spec.a + "--" + spec.b : spec.name});
    });
    ApplyState(link);
}

bool
InstalledNetwork::IsLinkUp(std::string_view a, std::string_view b) const
{
    return m_isLinkUp[RequireLink(a, b)];
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
InstalledNetwork::RequireLink(std::string_view a, std::string_view b) const
{
    const auto link = GetGraph().FindLink(a, b);
    if (!link)
    {
        throw std::invalid_argument("the network has no link between '" + std::string(a) +
                                    "' and '" + std::string(b) + "'");
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
