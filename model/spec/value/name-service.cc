#include "postroad/spec/value/name-service.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

/// The last label of a name: "net".
mail::DomainName
GetTopLevel(const mail::DomainName& name)
{
    const auto& text = name.ToString();
    return mail::DomainName(text.substr(text.rfind('.') + 1));
}

/// The names of the hosts with a role, before any is added.
std::vector<mail::DomainName>
FindNames(const Spec& spec, HostRole role)
{
    std::vector<mail::DomainName> names;
    for (const auto* const host : spec.FindHosts(role))
    {
        names.push_back(host->name);
    }
    return names;
}

/// Where hosts are joined to the network.
class Routers
{
  public:
    explicit Routers(const Spec& spec)
        : m_spec(spec)
    {
    }

    /// The router that is linked to most other routers; empty when there is none.
    mail::DomainName FindMiddle() const
    {
        mail::DomainName middle;
        std::ptrdiff_t most = -1;
        for (const auto* const router : m_spec.FindHosts(HostRole::ROUTER))
        {
            const auto count = std::count_if(m_spec.links.begin(),
                                             m_spec.links.end(),
                                             [this, router](const auto& link) {
                                                 const auto* const other =
                                                     FindOther(link, router->name);
                                                 return other && other->Has(HostRole::ROUTER);
                                             });
            if (count > most)
            {
                most = count;
                middle = router->name;
            }
        }
        return middle;
    }

    /// The router that the first host of a domain is linked to; the middle when there is none.
    mail::DomainName FindNear(const DomainSpec& domain) const
    {
        for (const auto& host : m_spec.hosts)
        {
            if (m_spec.FindDomainOf(host.name) != &domain || host.Has(HostRole::ROUTER))
            {
                continue;
            }
            for (const auto& link : m_spec.links)
            {
                const auto* const other = FindOther(link, host.name);
                if (other && other->Has(HostRole::ROUTER))
                {
                    return other->name;
                }
            }
        }
        return FindMiddle();
    }

  private:
    /// The other end of a link of a host; nullptr when the host has no end of it.
    const HostSpec* FindOther(const LinkSpec& link, const mail::DomainName& name) const
    {
        if (link.ends[0] == name)
        {
            return m_spec.FindHost(link.ends[1]);
        }
        return link.ends[1] == name ? m_spec.FindHost(link.ends[0]) : nullptr;
    }

    const Spec& m_spec;
};

/// Adds a host and its link to a router, unless the scenario has a host of that name.
void
AddHost(Spec& spec,
        const mail::DomainName& name,
        HostRole role,
        const mail::DomainName& router,
        wire::Duration delay)
{
    if (spec.FindHost(name))
    {
        return;
    }
    auto& host = spec.hosts.emplace_back();
    host.name = name;
    host.roles = {role};
    auto& link = spec.links.emplace_back();
    link.ends = {name, router};
    link.delay = delay;
}

/// Adds the reverse zone, unless the scenario declares it or the root's server cannot serve it.
void
AddReverseZone(Spec& spec)
{
    const auto* const server = spec.FindHost(spec.rootServer);
    if (server && server->Has(HostRole::DNS) && !spec.FindDomain(REVERSE_ZONE))
    {
        auto& domain = spec.domains.emplace_back();
        domain.name = REVERSE_ZONE;
        domain.nameServers = {spec.rootServer};
    }
}

/// Completes a full name service.
class FullNameService
{
  public:
    FullNameService(Spec& spec, mail::DomainName middle)
        : m_spec(spec)
        , m_resolvers(FindNames(spec, HostRole::RESOLVER))
        , m_middle(std::move(middle))
    {
    }

    void Add()
    {
        AddTopLevelDomains();
        AddHost(m_spec, ROOT_SERVER, HostRole::DNS, m_middle, ROOT_SERVER_DELAY);
        m_spec.rootServer = ROOT_SERVER;
        AddReverseZone(m_spec);
        for (auto& domain : m_spec.domains)
        {
            if (domain.nameServers.empty())
            {
                domain.nameServers = {FindNameServer(domain)};
            }
        }
        // By index, for the list grows.
        for (std::size_t i = 0; i < m_spec.hosts.size(); ++i)
        {
            if (AsksForNames(m_spec.hosts[i]) && m_spec.hosts[i].resolvers.empty())
            {
                const auto resolver = FindResolver(m_spec.hosts[i].name);
                m_spec.hosts[i].resolvers = {resolver};
            }
        }
    }

  private:
    void AddTopLevelDomains()
    {
        for (std::size_t i = 0; i < m_spec.domains.size(); ++i)
        {
            const auto& name = m_spec.domains[i].name;
            const auto top = GetTopLevel(name);
            if (!m_spec.FindDomain(top) && !name.LiesIn(REVERSE_ZONE))
            {
                m_spec.domains.emplace_back().name = top;
            }
        }
    }

    /// The host with a role in a domain and in no inner one; empty when there is none.
    mail::DomainName FindHostIn(const DomainSpec* domain, HostRole role) const
    {
        for (const auto* const host : m_spec.FindHosts(role))
        {
            if (domain && m_spec.FindDomainOf(host->name) == domain && host->name != ROOT_SERVER)
            {
                return host->name;
            }
        }
        return {};
    }

    mail::DomainName FindNameServer(const DomainSpec& domain)
    {
        auto name = FindHostIn(&domain, HostRole::DNS);
        if (!name.IsEmpty())
        {
            return name;
        }
        const bool isTop = domain.name == GetTopLevel(domain.name);
        name = mail::MakeNameIn(domain.name, isTop ? "a.nic" : "ns");
        AddHost(m_spec,
                name,
                HostRole::DNS,
                isTop ? m_middle : Routers(m_spec).FindNear(domain),
                isTop ? ROOT_SERVER_DELAY : LinkSpec().delay);
        return name;
    }

    mail::DomainName FindResolver(const mail::DomainName& hostName)
    {
        const auto* const domain = m_spec.FindDomainOf(hostName);
        auto name =
            m_resolvers.size() == 1 ? m_resolvers.front() : FindHostIn(domain, HostRole::RESOLVER);
        if (name.IsEmpty())
        {
            name =
                domain ? mail::MakeNameIn(domain->name, "resolver") : mail::DomainName("resolver");
            AddHost(m_spec,
                    name,
                    HostRole::RESOLVER,
                    domain ? Routers(m_spec).FindNear(*domain) : m_middle,
                    LinkSpec().delay);
        }
        return name;
    }

    Spec& m_spec;
    std::vector<mail::DomainName> m_resolvers; ///< those that the scenario declares
    mail::DomainName m_middle;
};

/// Completes a name service of one server.
void
AddSingle(Spec& spec, const mail::DomainName& router)
{
    if (spec.FindHosts(HostRole::DNS).empty() && !spec.domains.empty() && !router.IsEmpty())
    {
        AddHost(spec,
                mail::MakeNameIn(spec.domains.front().name, "ns"),
                HostRole::DNS,
                router,
                LinkSpec().delay);
    }
    const auto servers = FindNames(spec, HostRole::DNS);
    const auto resolvers = FindNames(spec, HostRole::RESOLVER);
    if (servers.size() == 1)
    {
        spec.rootServer = servers.front();
        AddReverseZone(spec);
    }
    const auto& asked = resolvers.empty() ? servers : resolvers;
    for (auto& host : spec.hosts)
    {
        if (host.resolvers.empty() && !host.Has(HostRole::RESOLVER) && asked.size() == 1)
        {
            host.resolvers = asked;
        }
    }
    for (auto& domain : spec.domains)
    {
        if (domain.nameServers.empty() && servers.size() == 1)
        {
            domain.nameServers = servers;
        }
    }
}

} // namespace

bool
AsksForNames(const HostSpec& host)
{
    return host.HasAny(&RoleDescriptor::looksUpNames);
}

void
AddNameService(Spec& spec)
{
    const auto router = Routers(spec).FindMiddle();
    const bool isWanted =
        !spec.domains.empty() || std::any_of(spec.hosts.begin(), spec.hosts.end(), AsksForNames);
    if (spec.nameService == NameService::SINGLE)
    {
        AddSingle(spec, router);
    }
    else if (isWanted && !router.IsEmpty())
    {
        FullNameService(spec, router).Add();
    }
}

} // namespace ns3::postroad::scenario
