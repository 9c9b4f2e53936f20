#include "postroad/topology/table-routing-helper.h"

#include "postroad/topology/table-routing.h"

namespace ns3::postroad
{

TableRoutingHelper::TableRoutingHelper(Ptr<RouteTable> table,
                                       HostIndex host,
                                       const Time& detectionDelay)
    : m_table(table)
    , m_host(host)
    , m_detectionDelay(detectionDelay)
{
}

TableRoutingHelper*
TableRoutingHelper::Copy() const
{
    return new TableRoutingHelper(*this);
}

Ptr<Ipv4RoutingProtocol>
TableRoutingHelper::Create(Ptr<Node> /* node */) const
{
    auto routing = CreateObject<TableRouting>();
    routing->SetTable(m_table, m_host, m_detectionDelay);
    return routing;
}

} // namespace ns3::postroad
