/**
 * Gives an InternetStackHelper the TableRouting of one host.
 */
#ifndef POSTROAD_TOPOLOGY_TABLE_ROUTING_HELPER_H
#define POSTROAD_TOPOLOGY_TABLE_ROUTING_HELPER_H

#include "postroad/topology/route-table.h"

#include "ns3/ipv4-routing-helper.h"

namespace ns3::postroad
{

/// One for each host, as each is another host of the table.
class TableRoutingHelper : public Ipv4RoutingHelper
{
  public:
    TableRoutingHelper(Ptr<RouteTable> table, HostIndex host, const Time& detectionDelay = Time(0));

    TableRoutingHelper* Copy() const override;
    Ptr<Ipv4RoutingProtocol> Create(Ptr<Node> node) const override;

  private:
    Ptr<RouteTable> m_table;
    HostIndex m_host;
    Time m_detectionDelay;
};

} // namespace ns3::postroad

#endif // POSTROAD_TOPOLOGY_TABLE_ROUTING_HELPER_H
