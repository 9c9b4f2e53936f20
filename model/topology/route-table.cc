#include "postroad/topology/route-table.h"

#include <cstdint>
#include <utility>

namespace ns3::postroad
{

RouteTable::RouteTable(NetworkGraph graph, AddressPlan plan)
    : m_graph(std::move(graph))
    , m_plan(std::move(plan))
    , m_isDown(m_graph.CountLinks())
    , m_rows(m_graph.CountHosts())
{
}

const NetworkGraph&
RouteTable::GetGraph() const
{
    return m_graph;
}

const AddressPlan&
RouteTable::GetPlan() const
{
    return m_plan;
}

bool
RouteTable::IsOwn(HostIndex host, Ipv4Address address) const
{
    return m_plan.FindOwner(address) == host;
}

std::optional<NextHop>
RouteTable::FindNextHop(HostIndex from, Ipv4Address to)
{
    const auto destination = m_plan.FindOwner(to);
    const auto link = destination ? GetRow(*destination)[from] : NO_LINK;
    if (link == NO_LINK)
    {
        return std::nullopt;
    }
    const auto& [a, b] = m_plan.GetEnds(link);
    return a.host == from ? NextHop{a.interface, b.address} : NextHop{b.interface, a.address};
}

void
RouteTable::SetInterfaceState(HostIndex host, std::uint32_t interface, OperState state)
{
    const auto& links = m_graph.GetLinks(host);
    if (interface == 0 || interface > links.size())
    {
        return; // the loopback interface, or one that the network does not know
    }
    const auto link = links[interface - 1];
    auto& isDown = m_isDown[link][m_graph.GetEnds(link).first == host ? 0 : 1];
    if (isDown != (state == OperState::DOWN))
    {
        isDown = !isDown;
        m_rows.assign(m_rows.size(), {});
    }
}

void
RouteTable::ChangeLink(LinkIndex link, const NetworkLink& properties)
{
    m_graph.ChangeLink(link, properties);
    m_rows.assign(m_rows.size(), {});
}

const std::vector<LinkIndex>&
RouteTable::GetRow(HostIndex destination)
{
    auto& row = m_rows[destination];
    if (row.empty())
    {
        std::vector<bool> isCut;
        for (const auto& [a, b] : m_isDown)
        {
            isCut.push_back(a || b);
        }
        row = m_graph.FindNextLinks(destination, isCut);
    }
    return row;
}

} // namespace ns3::postroad
