/**
 * A network that stands in the simulator: its nodes, addresses and routes, and what fails in it.
 *
 * A cut link loses the frames that are on it and those that are sent into it; both ends see their
 * interface go down and all hosts route around it at once, as if a routing protocol had converged
 * in no time, or after the time that NetworkOptions gives them to find out. Open TCP connections
 * are told nothing: they send again until they give up. A host that is switched off has all its
 * links silent; its programs run on, unheard, and its loopback works. What is not modelled: a host
 * that loses its memory, ICMP "unreachable" messages.
 */
#ifndef POSTROAD_TOPOLOGY_INSTALLED_NETWORK_H
#define POSTROAD_TOPOLOGY_INSTALLED_NETWORK_H

#include "postroad/event/event.h"
#include "postroad/topology/address-plan.h"
#include "postroad/topology/interface-capture.h"
#include "postroad/topology/link-error-model.h"
#include "postroad/topology/network-graph.h"
#include "postroad/topology/oper-state.h"
#include "postroad/topology/route-table.h"

#include "ns3/ipv4-address.h"
#include "ns3/node-container.h"
#include "ns3/object.h"
#include "ns3/traced-callback.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad
{

/// What NetworkInstaller made, in the order of the graph's hosts and links.
struct NetworkParts
{
    Ptr<RouteTable> routes;                                    ///< with graph and addresses
    NodeContainer nodes;                                       ///< by host
    std::vector<std::array<Ptr<LinkErrorModel>, 2>> receivers; ///< at a and at b, by link
    std::vector<std::unique_ptr<InterfaceCapture>> captures;   ///< none when not wanted
};

/// What may be changed of a link while the simulation runs; none: it stays.
struct LinkProperties
{
    std::optional<std::uint64_t> rateBps; ///< bits a second, from the next frame on
    std::optional<wire::Duration> delay;  ///< from one end to the other; the routes follow
    std::optional<double> loss;           ///< chance of a frame to be lost, 0 to 1

    bool operator==(const LinkProperties&) const = default;
};

/// Made by NetworkInstaller. Keep it until the simulation has ended.
///
/// The trace source "Event" tells of cut and restored links, of hosts switched off and on. All
/// functions with names throw std::invalid_argument for a name that the network does not have.
class InstalledNetwork : public Object
{
  public:
    static TypeId GetTypeId();

    explicit InstalledNetwork(NetworkParts parts);
    ~InstalledNetwork() override;

    /// The network as it is when nothing is down.
    const NetworkGraph& GetGraph() const;

    /// The addresses of all interfaces.
    const AddressPlan& GetPlan() const;

    /// The node of a host.
    Ptr<Node> GetNode(std::string_view host) const;

    /// The primary address of a host.
    Ipv4Address GetAddress(std::string_view host) const;

    /// Cuts or restores a link.
    void SetLinkState(std::string_view link, OperState state);

    /// Gives a link other properties; frames that are on it are on it still.
    void ChangeLink(std::string_view link, const LinkProperties& properties);

    /// Whether a link is not cut, be its hosts on or off.
    bool IsLinkUp(std::string_view link) const;

    /// Switches the interfaces of a host off or on.
    void SetHostState(std::string_view host, OperState state);

    /// Shuts a port of a host, so that what comes to it is lost, or opens it again.
    void SetPortState(std::string_view host, std::uint16_t port, OperState state);

    /// Whether a host is on.
    bool IsHostUp(std::string_view host) const;

    /// Ends all captures. Throws std::runtime_error when one could not be written to its end.
    void CloseCaptures();

    /// TracedCallback signature of "Event".
    typedef void (*EventTracedCallback)(const event::Event& event);

  protected:
    void DoDispose() override;

  private:
    HostIndex RequireHost(std::string_view name) const;
    LinkIndex RequireLink(std::string_view name) const;
    void ApplyState(LinkIndex link);
    template <typename Make>
    void Report(const Make& make);

    NetworkParts m_parts;
    std::vector<bool> m_isLinkUp;  // by link
    std::vector<bool> m_isHostUp;  // by host
    std::vector<bool> m_isCarried; // by link: up, with both hosts on
    TracedCallback<const event::Event&> m_event;
};

} // namespace ns3::postroad

#endif // POSTROAD_TOPOLOGY_INSTALLED_NETWORK_H
