#include "postroad/spec/check/spec-checks.h"
#include "postroad/text/ascii.h"

#include <deque>
#include <map>

namespace ns3::postroad::scenario
{

namespace
{

using Neighbours = std::map<mail::DomainName, std::vector<const HostSpec*>>;

/// The ends of a link are two hosts; false when not.
bool
CheckEnds(SpecChecks& checks, const LinkSpec& link, const std::string& path)
{
    bool areKnown = true;
    for (std::size_t i = 0; i < link.ends.size(); ++i)
    {
        areKnown = checks.RequireHost(PathOf(path + ".between", i), link.ends[i]) && areKnown;
    }
    if (areKnown && link.ends[0] == link.ends[1])
    {
        checks.Fail(path + ".between", "two different hosts", Quote(link.ends[0]) + " twice");
    }
    return areKnown;
}

Neighbours
FindNeighbours(const Spec& spec)
{
    Neighbours neighbours;
    for (const auto& link : spec.links)
    {
        const auto* const a = spec.FindHost(link.ends[0]);
        const auto* const b = spec.FindHost(link.ends[1]);
        neighbours[a->name].push_back(b);
        neighbours[b->name].push_back(a);
    }
    return neighbours;
}

/// The hosts that packets of a host can reach: through routers only.
std::set<mail::DomainName>
FindReached(const HostSpec& from, const Neighbours& neighbours)
{
    std::set<mail::DomainName> reached{from.name};
    std::deque<const HostSpec*> open{&from};
    for (; !open.empty(); open.pop_front())
    {
        const auto around = neighbours.find(open.front()->name);
        if (around == neighbours.end() ||
            (open.front() != &from && !open.front()->Has(HostRole::ROUTER)))
        {
            continue;
        }
        for (const auto* const next : around->second)
        {
            if (reached.insert(next->name).second)
            {
                open.push_back(next);
            }
        }
    }
    return reached;
}

/// Tells of each host that `from` cannot reach; true when there is none.
bool
CheckReach(SpecChecks& checks, const HostSpec& from, const Neighbours& neighbours)
{
    const auto reached = FindReached(from, neighbours);
    for (const auto& host : checks.GetSpec().hosts)
    {
        if (!reached.contains(host.name))
        {
            checks.Fail("hosts." + host.name.ToString(),
                        "a way over `links` from " + from.name,
                        "none",
                        "add a link, or role router to a host between them");
        }
    }
    return reached.size() == checks.GetSpec().hosts.size();
}

} // namespace

void
CheckLinks(SpecChecks& checks)
{
    const auto& spec = checks.GetSpec();
    std::set<std::string, text::LessIgnoringCase> names;
    bool areKnown = true;
    for (std::size_t i = 0; i < spec.links.size(); ++i)
    {
        const auto path = PathOf("links", i);
        areKnown = CheckEnds(checks, spec.links[i], path) && areKnown;
        if (!names.insert(spec.links[i].name).second)
        {
            checks.Fail(path + ".name",
                        "a name of its own",
                        Quote(spec.links[i].name),
                        "give one of the two links another `name`");
        }
    }
    if (!areKnown)
    {
        return;
    }
    const auto neighbours = FindNeighbours(spec);
    for (const auto& host : spec.hosts)
    {
        if (!CheckReach(checks, host, neighbours))
        {
            return;
        }
    }
}

} // namespace ns3::postroad::scenario
