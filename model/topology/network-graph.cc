#include "postroad/topology/network-graph.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <stdexcept>
#include <tuple>

namespace ns3::postroad
{

namespace
{

/// What an edge carries: the number of its link.
struct EdgeLink
{
    LinkIndex link{NO_LINK};
};

using Graph = boost::
    adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, EdgeLink>;

/// The length of a path: a link without delay still costs its step, so no path runs in circles.
struct Cost
{
    wire::Duration delay{0};
    std::uint32_t steps{0};

    bool operator==(const Cost&) const = default;

    bool operator<(const Cost& other) const
    {
        return std::tie(delay, steps) < std::tie(other.delay, other.steps);
    }
};

constexpr Cost UNREACHABLE{wire::Duration::max(), std::numeric_limits<std::uint32_t>::max()};

Cost
Add(const Cost& left, const Cost& right)
{
    return left == UNREACHABLE || right == UNREACHABLE
               ? UNREACHABLE
               : Cost{left.delay + right.delay, left.steps + right.steps};
}

[[noreturn]] void
Refuse(const std::string& reason)
{
    throw std::invalid_argument("network: " + reason);
}

bool
IsNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_';
}

/// Host names also name files, so they may not hold a slash or begin with a dot.
void
CheckName(const std::string& name)
{
    if (name.empty() || name.front() == '.' ||
        !std::all_of(name.begin(), name.end(), IsNameCharacter))
    {
        Refuse("'" + name +
               "' is no host name: expected letters, digits, '.', '-' and '_', not beginning "
               "with '.'");
    }
}

void
CheckValues(const NetworkLink& link)
{
    const auto name = "link " + link.a + " - " + link.b + ": ";
    if (link.rateBps == 0)
    {
        Refuse(name + "the rate is 0, expected at least 1 bit a second");
    }
    if (link.delay < wire::Duration::zero())
    {
        Refuse(name + "the delay is negative, expected 0 or more");
    }
    if (!(link.loss >= 0.0 && link.loss <= 1.0))
    {
        Refuse(name + "the loss is " + std::to_string(link.loss) + ", expected 0 to 1");
    }
    if (link.queuePackets == 0)
    {
        Refuse(name + "the queue is 0 packets, expected at least 1");
    }
}

} // namespace

struct NetworkGraph::Impl
{
    HostIndex Require(const std::string& name) const
    {
        const auto found = names.find(name);
        if (found == names.end())
        {
            Refuse("a link names the host '" + name + "', which was not added");
        }
        return found->second;
    }

    /// Whether a link may be the next step away from a destination, taken from this host.
    bool LeadsOn(LinkIndex link,
                 HostIndex from,
                 HostIndex destination,
                 const std::vector<bool>& isCut) const
    {
        return (from == destination || hosts[from].isRouter) && (isCut.empty() || !isCut[link]);
    }

    std::vector<Cost> FindCosts(HostIndex destination, const std::vector<bool>& isCut) const;

    Graph graph;
    std::vector<NetworkHost> hosts;
    std::vector<std::vector<LinkIndex>> linksOfHosts;
    std::vector<NetworkLink> links;
    std::vector<std::pair<HostIndex, HostIndex>> ends;
    std::map<std::string, HostIndex, std::less<>> names;
    std::map<std::string, LinkIndex, std::less<>> linkNames;
};

std::vector<Cost>
NetworkGraph::Impl::FindCosts(HostIndex destination, const std::vector<bool>& isCut) const
{
    using Edge = Graph::edge_descriptor;
    const std::function<bool(Edge)> leadsOn = [&](Edge edge) {
        const auto from = static_cast<HostIndex>(source(edge, graph));
        return LeadsOn(graph[edge].link, from, destination, isCut);
    };
    const auto weight = [this](Edge edge) { return Cost{links[graph[edge].link].delay, 1}; };
    std::vector<Cost> costs(hosts.size(), UNREACHABLE);
    const boost::filtered_graph passable(graph, leadsOn);
    boost::dijkstra_shortest_paths(
        passable,
        destination,
        boost::weight_map(boost::make_function_property_map<Edge>(weight))
            .distance_map(
                boost::make_iterator_property_map(costs.begin(), get(boost::vertex_index, graph)))
            .distance_compare(std::less<>())
            .distance_combine(&Add)
            .distance_inf(UNREACHABLE)
            .distance_zero(Cost{}));
    return costs;
}

NetworkGraph::NetworkGraph()
    : m_impl(std::make_unique<Impl>())
{
}

NetworkGraph::NetworkGraph(const NetworkGraph& other)
    : m_impl(std::make_unique<Impl>(*other.m_impl))
{
}

NetworkGraph::NetworkGraph(NetworkGraph&& other) noexcept = default;

NetworkGraph&
NetworkGraph::operator=(NetworkGraph other) noexcept
{
    m_impl.swap(other.m_impl);
    return *this;
}

NetworkGraph::~NetworkGraph() = default;

HostIndex
NetworkGraph::AddHost(NetworkHost host)
{
    CheckName(host.name);
    const auto index = static_cast<HostIndex>(m_impl->hosts.size());
    if (!m_impl->names.emplace(host.name, index).second)
    {
        Refuse("there are two hosts named '" + host.name + "'");
    }
    m_impl->hosts.push_back(std::move(host));
    m_impl->linksOfHosts.emplace_back();
    add_vertex(m_impl->graph);
    return index;
}

LinkIndex
NetworkGraph::AddLink(NetworkLink link)
{
    const auto a = m_impl->Require(link.a);
    const auto b = m_impl->Require(link.b);
    if (a == b)
    {
        Refuse("a link joins '" + link.a + "' to itself");
    }
    if (link.name.empty())
    {
        link.name = link.a + "--" + link.b;
    }
    CheckValues(link);
    const auto index = static_cast<LinkIndex>(m_impl->links.size());
    if (!m_impl->linkNames.emplace(link.name, index).second)
    {
        Refuse("there are two links named '" + link.name + "'");
    }
    m_impl->links.push_back(std::move(link));
    m_impl->ends.emplace_back(a, b);
    m_impl->linksOfHosts[a].push_back(index);
    m_impl->linksOfHosts[b].push_back(index);
    add_edge(a, b, EdgeLink{index}, m_impl->graph);
    return index;
}

std::size_t
NetworkGraph::CountHosts() const
{
    return m_impl->hosts.size();
}

std::size_t
NetworkGraph::CountLinks() const
{
    return m_impl->links.size();
}

const NetworkHost&
NetworkGraph::GetHost(HostIndex host) const
{
    return m_impl->hosts.at(host);
}

const NetworkLink&
NetworkGraph::GetLink(LinkIndex link) const
{
    return m_impl->links.at(link);
}

std::optional<HostIndex>
NetworkGraph::FindHost(std::string_view name) const
{
    const auto found = m_impl->names.find(name);
    return found == m_impl->names.end() ? std::nullopt : std::optional(found->second);
}

std::optional<LinkIndex>
NetworkGraph::FindLink(std::string_view name) const
{
    const auto found = m_impl->linkNames.find(name);
    return found == m_impl->linkNames.end() ? std::nullopt : std::optional(found->second);
}

void
NetworkGraph::ChangeLink(LinkIndex link, const NetworkLink& properties)
{
    CheckValues(properties);
    auto& changed = m_impl->links.at(link);
    changed.rateBps = properties.rateBps;
    changed.delay = properties.delay;
    changed.loss = properties.loss;
    changed.queuePackets = properties.queuePackets;
}

std::pair<HostIndex, HostIndex>
NetworkGraph::GetEnds(LinkIndex link) const
{
    return m_impl->ends.at(link);
}

HostIndex
NetworkGraph::GetPeer(LinkIndex link, HostIndex host) const
{
    const auto [a, b] = m_impl->ends.at(link);
    return host == a ? b : a;
}

const std::vector<LinkIndex>&
NetworkGraph::GetLinks(HostIndex host) const
{
    return m_impl->linksOfHosts.at(host);
}

std::size_t
NetworkGraph::GetDegree(HostIndex host) const
{
    return GetLinks(host).size();
}

std::vector<HostIndex>
NetworkGraph::FindUnreachable(HostIndex from) const
{
    // A path is one in both directions: those that do not reach the host are those it cannot reach.
    const auto next = FindNextLinks(from);
    std::vector<HostIndex> unreachable;
    for (HostIndex host = 0; host < next.size(); ++host)
    {
        if (host != from && next[host] == NO_LINK)
        {
            unreachable.push_back(host);
        }
    }
    return unreachable;
}

bool
NetworkGraph::IsConnected() const
{
    for (HostIndex host = 0; host < CountHosts(); ++host)
    {
        if (!FindUnreachable(host).empty())
        {
            return false;
        }
    }
    return true;
}

std::vector<LinkIndex>
NetworkGraph::FindNextLinks(HostIndex destination, const std::vector<bool>& isCut) const
{
    const auto costs = m_impl->FindCosts(destination, isCut);
    std::vector<LinkIndex> next(CountHosts(), NO_LINK);
    for (HostIndex host = 0; host < next.size(); ++host)
    {
        const auto& links = GetLinks(host);
        const auto isShortest = [&](LinkIndex link) {
            const auto peer = GetPeer(link, host);
            return m_impl->LeadsOn(link, peer, destination, isCut) &&
                   Add(costs[peer], {GetLink(link).delay, 1}) == costs[host];
        };
        const auto found = std::find_if(links.begin(), links.end(), isShortest);
        if (costs[host] != UNREACHABLE && found != links.end())
        {
            next[host] = *found;
        }
    }
    return next;
}

std::vector<std::optional<std::uint32_t>>
NetworkGraph::CountSteps(HostIndex destination) const
{
    std::vector<std::optional<std::uint32_t>> steps;
    for (const auto& cost : m_impl->FindCosts(destination, {}))
    {
        steps.push_back(cost == UNREACHABLE ? std::nullopt : std::optional(cost.steps));
    }
    return steps;
}

std::vector<HostIndex>
NetworkGraph::FindPath(HostIndex from, HostIndex to) const
{
    const auto next = FindNextLinks(to);
    std::vector<HostIndex> path{from};
    while (path.back() != to)
    {
        const auto link = next[path.back()];
        if (link == NO_LINK)
        {
            return {};
        }
        path.push_back(GetPeer(link, path.back()));
    }
    return path;
}

} // namespace ns3::postroad
