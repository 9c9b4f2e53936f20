#include "postroad/spec/value/derived-zone.h"

#include "postroad/spec/value/name-service.h"
#include "postroad/spec/value/zone-edit.h"

#include <algorithm>
#include <cstdint>
#include <stdexcept>

namespace ns3::postroad::scenario
{

namespace
{

/// Serial, refresh, retry, expire and minimum of every SOA record, as RFC 1912 advises.
constexpr auto SOA_TIMES = " 1 7200 3600 1209600 3600";

/// The name with its final dot; the empty name is the root's.
std::string
MakeAbsolute(const std::string& name)
{
    return name + '.';
}

/// "192.0.2.1" to "1.2.0.192.in-addr.arpa"
std::string
MakeReverse(const std::string& address)
{
    const auto record = dns::Record::Parse(". A " + address, {}).GetValue();
    return dns::MakeReverseName(std::get<dns::AData>(record.data).address).ToHostName();
}

/// Writes the records of one domain.
class RecordWriter
{
  public:
    RecordWriter(const Spec& spec, const DomainSpec& domain, const AddressesOf& addressesOf)
        : m_spec(spec)
        , m_domain(domain)
        , m_addressesOf(addressesOf)
    {
    }

    std::vector<std::string> Write()
    {
        AddApex();
        AddHosts();
        AddDelegations();
        if (m_domain.name.LiesIn(REVERSE_ZONE))
        {
            AddPointers();
        }
        return std::move(m_records);
    }

  private:
    /// Adds a record, once.
    void Add(const std::string& owner, std::uint32_t ttl, const std::string& data)
    {
        auto line = MakeAbsolute(owner) + ' ' + std::to_string(ttl) + " IN " + data;
        if (std::find(m_records.begin(), m_records.end(), line) == m_records.end())
        {
            m_records.push_back(std::move(line));
        }
    }

    void AddApex()
    {
        const auto& name = m_domain.name;
        const auto server = m_domain.nameServers.empty() ? name : m_domain.nameServers.front();
        const auto& contact = name.IsEmpty() ? server : name;
        Add(name,
            m_domain.ttl,
            "SOA " + MakeAbsolute(server) + ' ' +
                MakeAbsolute(mail::MakeNameIn(contact, "hostmaster")) + SOA_TIMES);
        AddServers(m_domain);
        for (const auto& [preference, host] : m_domain.mx)
        {
            Add(m_domain.name,
                m_domain.ttl,
                "MX " + std::to_string(preference) + ' ' + MakeAbsolute(host));
        }
    }

    /// The addresses of hosts. Those that others find by a delegation can be kept as long as that.
    void AddHosts()
    {
        for (const auto& host : m_spec.hosts)
        {
            if (IsOwn(host.name))
            {
                Add(host.name,
                    host.Has(HostRole::DNS) ? DELEGATION_TTL : m_domain.ttl,
                    "A " + m_addressesOf(host.name).front());
            }
        }
    }

    void AddDelegations()
    {
        for (const auto& child : m_spec.domains)
        {
            const auto* const parent = FindParent(m_spec, child);
            if (parent ? parent->name == m_domain.name : m_domain.name.IsEmpty())
            {
                AddServers(child);
            }
        }
    }

    /// The NS records of this domain or of one that it gives away, and the addresses of servers
    /// that nobody could look up otherwise (RFC 1034 section 4.2.1).
    void AddServers(const DomainSpec& domain)
    {
        for (const auto& server : domain.nameServers)
        {
            Add(domain.name, DELEGATION_TTL, "NS " + MakeAbsolute(server));
        }
        for (const auto& server : domain.nameServers)
        {
            if (server.LiesIn(m_domain.name) && !IsOwn(server) && m_spec.FindHost(server))
            {
                Add(server, DELEGATION_TTL, "A " + m_addressesOf(server).front());
            }
        }
    }

    void AddPointers()
    {
        for (const auto& host : m_spec.hosts)
        {
            if (!m_spec.FindDomainOf(host.name))
            {
                continue;
            }
            for (const auto& address : m_addressesOf(host.name))
            {
                const mail::DomainName name(MakeReverse(address));
                if (IsOwn(name))
                {
                    Add(name, m_domain.ttl, "PTR " + MakeAbsolute(host.name));
                }
            }
        }
    }

    /// Whether the records of a name belong into this zone and no inner one.
    bool IsOwn(const mail::DomainName& name) const
    {
        const auto* const innermost = m_spec.FindDomainOf(name);
        return innermost && innermost->name == m_domain.name;
    }

    const Spec& m_spec;
    const DomainSpec& m_domain;
    const AddressesOf& m_addressesOf;
    std::vector<std::string> m_records;
};

/// Throws std::logic_error for what cannot stand in a zone.
void
Require(const std::optional<wire::Error>& fault, const std::string& what)
{
    if (fault)
    {
        throw std::logic_error("DeriveZone: " + what + ": " + fault->reason);
    }
}

} // namespace

const DomainSpec*
FindParent(const Spec& spec, const DomainSpec& domain)
{
    const auto& name = domain.name.ToString();
    const auto dot = name.find('.');
    return dot == std::string::npos ? nullptr : spec.FindDomainOf(name.substr(dot + 1));
}

dns::Name
GetOrigin(const DomainSpec& domain)
{
    return dns::Name::Parse(MakeAbsolute(domain.name)).GetValue();
}

std::optional<DomainSpec>
MakeRoot(const Spec& spec)
{
    if (spec.rootServer.IsEmpty())
    {
        return std::nullopt;
    }
    DomainSpec root;
    root.nameServers = {spec.rootServer};
    return root;
}

std::vector<DomainSpec>
GetServedDomains(const Spec& spec)
{
    auto domains = spec.domains;
    if (auto root = MakeRoot(spec))
    {
        domains.insert(domains.begin(), std::move(*root));
    }
    return domains;
}

std::vector<std::string>
DeriveRecords(const Spec& spec, const DomainSpec& domain, const AddressesOf& addressesOf)
{
    return RecordWriter(spec, domain, addressesOf).Write();
}

dns::Zone
DeriveZone(const Spec& spec, const DomainSpec& domain, const AddressesOf& addressesOf)
{
    dns::Zone zone(GetOrigin(domain));
    if (!domain.zone.empty())
    {
        Require(ReplaceRecords(zone, domain.zone, domain.ttl), domain.name);
    }
    else
    {
        for (const auto& line : DeriveRecords(spec, domain, addressesOf))
        {
            Require(AddRecord(zone, line, domain.ttl), line);
        }
    }
    for (const auto& set : domain.removed)
    {
        Require(RemoveRecords(zone, set), set);
    }
    for (const auto& line : domain.records)
    {
        Require(AddRecord(zone, line, domain.ttl), line);
    }
    return zone;
}

std::vector<ServedZone>
DeriveZones(const Spec& spec, const AddressesOf& addressesOf)
{
    std::vector<ServedZone> zones;
    for (const auto& domain : GetServedDomains(spec))
    {
        zones.push_back({DeriveZone(spec, domain, addressesOf), domain.nameServers});
    }
    return zones;
}

} // namespace ns3::postroad::scenario
