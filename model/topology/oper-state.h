#ifndef POSTROAD_TOPOLOGY_OPER_STATE_H
#define POSTROAD_TOPOLOGY_OPER_STATE_H

namespace ns3::postroad
{

/// Whether a host, a link or an interface works: ifOperStatus of RFC 2863 section 6, as far as it
/// goes here.
enum class OperState
{
    UP,
    DOWN,
};

} // namespace ns3::postroad

#endif // POSTROAD_TOPOLOGY_OPER_STATE_H
