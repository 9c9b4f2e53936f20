#include "postroad/spec/check/zone-warnings.h"

#include "postroad/dns/zone/dns-zone-check.h"
#include "postroad/spec/check/spec-checks.h"
#include "postroad/spec/value/derived-zone.h"
#include "postroad/spec/value/spec-graph.h"
#include "postroad/spec/value/zone-edit.h"
#include "postroad/text/ascii.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

/// What is found in the zone of one domain.
struct DomainFinding
{
    const DomainSpec* domain;
    dns::ZoneFinding finding;

    bool operator==(const DomainFinding&) const = default;
};

/// The path of the line among those of a list that reads as the record; the other path if none.
std::string
FindLine(const std::vector<std::string>& lines,
         const std::string& list,
         const DomainFinding& found,
         const std::string& otherPath)
{
    const dns::RecordDefaults defaults{GetOrigin(*found.domain), found.domain->ttl};
    for (std::size_t i = 0; i < lines.size(); ++i)
    {
        const auto record = dns::Record::Parse(lines[i], defaults);
        if (record && *record == found.finding.record)
        {
            return PathOf(list, i);
        }
    }
    return otherPath;
}

/// The field that a record was written in; the domain for derived ones.
std::string
FindPath(const DomainFinding& found)
{
    const auto path = "domains." + found.domain->name.ToString();
    return FindLine(found.domain->records,
                    path + ".records",
                    found,
                    found.domain->zone.empty() ? path : path + ".zone");
}

/// Looks at all zones together, as they are at first and after each edit.
class ZoneReview
{
  public:
    explicit ZoneReview(const Spec& spec)
        : m_spec(spec)
        , m_addresses(PlanAddresses(spec))
    {
        const auto addressesOf = [this](const auto& host) { return m_addresses.at(host); };
        for (const auto& domain : spec.domains)
        {
            m_zones.push_back(DeriveZone(spec, domain, addressesOf));
            m_inner[FindParent(spec, domain)].push_back(&domain);
        }
    }

    std::vector<ConfigWarning> Find()
    {
        auto known = Check();
        for (const auto& found : known)
        {
            Warn(FindPath(found), found);
        }
        for (std::size_t i = 0; i < m_spec.events.size(); ++i)
        {
            if (const auto* const edit = std::get_if<EditZone>(&m_spec.events[i].action))
            {
                known = Follow(*edit, PathOf("events", i) + ".edit-zone", known);
            }
        }
        return std::move(m_warnings);
    }

  private:
    std::vector<DomainFinding> Check() const
    {
        std::vector<DomainFinding> all;
        for (std::size_t i = 0; i < m_zones.size(); ++i)
        {
            for (auto& finding : CheckOne(m_spec.domains[i], m_zones[i]))
            {
                all.push_back({&m_spec.domains[i], std::move(finding)});
            }
        }
        return all;
    }

    std::vector<dns::ZoneFinding> CheckOne(const DomainSpec& domain, const dns::Zone& zone) const
    {
        const auto records = zone.GetRecords();
        auto findings = dns::CheckZone(zone.GetOrigin(), records);
        const auto lame = dns::CheckDelegations(
            zone.GetOrigin(),
            records,
            [this](const auto& server, const auto& origin) { return Serves(server, origin); });
        findings.insert(findings.end(), lame.begin(), lame.end());
        AddMissingApex(domain, zone, findings);
        AddMissingDelegations(domain, zone, findings);
        for (const auto& record : records)
        {
            for (auto& finding :
                 {CheckExchanger(domain, record), CheckAddress(record), CheckPointer(record)})
            {
                if (finding)
                {
                    findings.push_back(*finding);
                }
            }
        }
        return findings;
    }

    /// RFC 1035 section 5.2 and RFC 1034 section 4.2.1: what stands at the top of each zone.
    static void AddMissingApex(const DomainSpec& domain,
                               const dns::Zone& zone,
                               std::vector<dns::ZoneFinding>& findings)
    {
        const auto name = "the zone " + domain.name.ToString();
        const auto server = domain.nameServers.empty() ? domain.name : domain.nameServers.front();
        if (!zone.HasGivenSoa())
        {
            findings.push_back({dns::ZoneFault::MISSING_SOA,
                                zone.GetSoa(),
                                name + " has no SOA record, so a plain one stands in for it",
                                "add '@ SOA " + server.ToString() + ". hostmaster 1 2h 1h 2w 1h'"});
        }
        if (zone.Find(zone.GetOrigin(), dns::RecordType::NS).empty())
        {
            findings.push_back({dns::ZoneFault::MISSING_NAME_SERVERS,
                                zone.GetSoa(),
                                name + " has no NS record, so it does not tell who serves it",
                                "add '@ NS " + server.ToString() + ".'"});
        }
    }

    /// Inner zones that nobody finds, for the outer one does not tell of them. Where the same
    /// servers have both, they are found nevertheless.
    void AddMissingDelegations(const DomainSpec& domain,
                               const dns::Zone& zone,
                               std::vector<dns::ZoneFinding>& findings) const
    {
        const auto at = m_inner.find(&domain);
        if (at == m_inner.end())
        {
            return;
        }
        for (const auto* const inner : at->second)
        {
            const auto name = GetOrigin(*inner);
            if (inner->nameServers != domain.nameServers &&
                zone.Find(name, dns::RecordType::NS).empty())
            {
                findings.push_back({dns::ZoneFault::MISSING_DELEGATION,
                                    zone.GetSoa(),
                                    "the zone " + domain.name.ToString() +
                                        " has no NS record for " + name.ToString() +
                                        ", so nobody finds that zone's servers",
                                    "add '" + name.ToString() + " NS " +
                                        inner->nameServers.front().ToString() + ".'"});
            }
        }
    }

    bool Serves(const dns::Name& server, const dns::Name& origin) const
    {
        const auto* const domain = m_spec.FindDomain(origin.ToHostName());
        return domain && std::any_of(domain->nameServers.begin(),
                                     domain->nameServers.end(),
                                     [host = mail::DomainName(server.ToHostName())](
                                         const auto& name) { return name == host; });
    }

    /// An exchanger has an address that the networks carry, in the zone that it lies in.
    std::optional<dns::ZoneFinding>
    CheckExchanger(const DomainSpec& domain, const dns::Record& record) const
    {
        const auto* const data = std::get_if<dns::MxData>(&record.data);
        if (!data || data->exchange.IsRoot() || dns::BeginsWithAddress(data->exchange))
        {
            return std::nullopt;
        }
        const auto host = data->exchange.ToHostName();
        const auto* const home = m_spec.FindDomainOf(host);
        const auto problem = "the MX record of " + record.name.ToString() + " names " + host + ".";
        if (!home)
        {
            return dns::ZoneFinding{dns::ZoneFault::EXCHANGER_WITHOUT_ADDRESS,
                                    record,
                                    problem + ", which lies in no domain of this scenario",
                                    "add the domain"};
        }
        const auto& there = m_zones[static_cast<std::size_t>(home - m_spec.domains.data())];
        const auto source = there.FindSource(data->exchange);
        const auto has = [&there, &source](dns::RecordType type) {
            return source && !there.Find(*source, type).empty();
        };
        if (has(dns::RecordType::A))
        {
            return std::nullopt;
        }
        if (has(dns::RecordType::AAAA))
        {
            return dns::ZoneFinding{dns::ZoneFault::EXCHANGER_WITHOUT_IPV4,
                                    record,
                                    problem + ", which has an IPv6 address alone",
                                    "the simulated networks carry IPv4: add an A record for it"};
        }
        if (home == &domain)
        {
            return std::nullopt; // CheckZone() tells the rest
        }
        if (has(dns::RecordType::CNAME))
        {
            return dns::ZoneFinding{dns::ZoneFault::EXCHANGER_IS_ALIAS,
                                    record,
                                    problem + ", which is an alias",
                                    "let it name the host that the alias stands for"};
        }
        return dns::ZoneFinding{dns::ZoneFault::EXCHANGER_WITHOUT_ADDRESS,
                                record,
                                problem + ", which has no address in the zone " + home->name,
                                "add an A record there"};
    }

    /// A host is found only where its zone says that it is.
    std::optional<dns::ZoneFinding> CheckAddress(const dns::Record& record) const
    {
        const auto* const data = std::get_if<dns::AData>(&record.data);
        const auto* const host = data ? m_spec.FindHost(record.name.ToHostName()) : nullptr;
        if (!host)
        {
            return std::nullopt;
        }
        const auto told = data->ToString();
        const auto& addresses = m_addresses.at(host->name);
        if (std::find(addresses.begin(), addresses.end(), told) != addresses.end())
        {
            return std::nullopt;
        }
        return dns::ZoneFinding{dns::ZoneFault::WRONG_ADDRESS,
                                record,
                                "the A record of " + record.name.ToString() + " tells " + told +
                                    ", but the host has " + addresses.front(),
                                host->address.empty() ? "write 'address: " + told + "' at the host"
                                                      : "write " + host->address + " in the zone"};
    }

    /// RFC 1912 section 2.1: the name that an address has, has that address.
    std::optional<dns::ZoneFinding> CheckPointer(const dns::Record& record) const
    {
        const auto* const data = std::get_if<dns::PtrData>(&record.data);
        const auto address = data ? dns::FindReversedAddress(record.name) : std::nullopt;
        const auto* const home = address ? m_spec.FindDomainOf(data->target.ToHostName()) : nullptr;
        if (!address || (home && HasAddress(*home, data->target, *address)))
        {
            return std::nullopt;
        }
        const auto name = data->target.ToString();
        return dns::ZoneFinding{dns::ZoneFault::POINTER_WITHOUT_ADDRESS,
                                record,
                                "the PTR record of " + record.name.ToString() + " names " + name +
                                    ", which does not have that address, so servers that ask for a "
                                    "client's name do not believe it",
                                "name the host that has it, or add an A record to " + name};
    }

    bool HasAddress(const DomainSpec& home,
                    const dns::Name& host,
                    const std::array<std::uint8_t, 4>& address) const
    {
        const auto text = dns::AData{address}.ToString();
        if (const auto own = m_addresses.find(host.ToHostName());
            own != m_addresses.end() &&
            std::find(own->second.begin(), own->second.end(), text) != own->second.end())
        {
            return true;
        }
        const auto& zone = m_zones[static_cast<std::size_t>(&home - m_spec.domains.data())];
        const auto source = zone.FindSource(host);
        const auto records = zone.Find(source.value_or(host), dns::RecordType::A);
        return std::any_of(records.begin(), records.end(), [&address](const auto& record) {
            return std::get<dns::AData>(record.data).address == address;
        });
    }

    /// Warns of what an edit brings, and returns all that is so from then on. What some servers
    /// alone have is looked at, and not followed further.
    std::vector<DomainFinding>
    Follow(const EditZone& edit, const std::string& path, const std::vector<DomainFinding>& before)
    {
        const auto* const domain = m_spec.FindDomain(edit.zone);
        auto& zone = m_zones[static_cast<std::size_t>(domain - m_spec.domains.data())];
        const auto earlier = zone;
        Edit(zone, *domain, edit);
        auto now = WarnOfNew(edit, path, before);
        if (!edit.servers.empty())
        {
            zone = earlier;
            return before;
        }
        return now;
    }

    /// Changes a zone as the run will; what cannot be done was told as an error before.
    static void Edit(dns::Zone& zone, const DomainSpec& domain, const EditZone& edit)
    {
        for (const auto& set : edit.removed)
        {
            RemoveRecords(zone, set);
        }
        for (const auto& line : edit.added)
        {
            AddRecord(zone, line, domain.ttl);
        }
    }

    /// Warns of what was not so before the edit, and returns all that is so now.
    std::vector<DomainFinding> WarnOfNew(const EditZone& edit,
                                         const std::string& path,
                                         const std::vector<DomainFinding>& before)
    {
        auto now = Check();
        for (const auto& found : now)
        {
            if (std::find(before.begin(), before.end(), found) == before.end())
            {
                Warn(FindLine(edit.added, path + ".add", found, path), found);
            }
        }
        return now;
    }

    void Warn(const std::string& path, const DomainFinding& found)
    {
        m_warnings.push_back(
            {m_spec.places.Find(path), path, found.finding.problem + "; " + found.finding.advice});
    }

    const Spec& m_spec;
    std::map<mail::DomainName, std::vector<std::string>> m_addresses;
    std::vector<dns::Zone> m_zones;                                      ///< by domain
    std::map<const DomainSpec*, std::vector<const DomainSpec*>> m_inner; ///< right below a domain
    std::vector<ConfigWarning> m_warnings;
};

} // namespace

std::vector<ConfigWarning>
FindZoneWarnings(const Spec& spec)
{
    return ZoneReview(spec).Find();
}

} // namespace ns3::postroad::scenario
