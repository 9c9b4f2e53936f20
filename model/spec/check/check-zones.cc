#include "postroad/spec/check/spec-checks.h"
#include "postroad/spec/value/derived-zone.h"
#include "postroad/spec/value/name-service.h"
#include "postroad/spec/value/spec-graph.h"
#include "postroad/spec/value/zone-edit.h"
#include "postroad/text/ascii.h"

#include <map>
#include <stdexcept>
#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

/// Makes the zones and changes them as the run will, and tells what cannot be done.
class ZoneCheck
{
  public:
    explicit ZoneCheck(SpecChecks& checks)
        : m_checks(checks)
    {
        try
        {
            m_addresses = PlanAddresses(checks.GetSpec());
        }
        catch (const std::invalid_argument&)
        {
            // A mistake in hosts or links, which is told elsewhere.
        }
    }

    void Make(const DomainSpec& domain)
    {
        const auto path = "domains." + domain.name.ToString();
        auto& zone = m_zones.emplace(domain.name, MakeBare(domain)).first->second;
        if (!domain.zone.empty())
        {
            Note(ReplaceRecords(zone, domain.zone, domain.ttl),
                 path + ".zone",
                 "a zone as a master file has it (RFC 1035 section 5)",
                 domain.zone);
        }
        Change(domain.name, domain.removed, domain.records, path, {"remove-records", "records"});
    }

    void Change(const mail::DomainName& zoneName,
                const std::vector<std::string>& removed,
                const std::vector<std::string>& added,
                const std::string& path,
                const std::pair<std::string, std::string>& keys)
    {
        auto& zone = m_zones.at(zoneName);
        const auto ttl = m_checks.GetSpec().FindDomain(zoneName)->ttl;
        const bool isKnown = !m_addresses.empty() || !zoneName.LiesIn(REVERSE_ZONE);
        for (std::size_t i = 0; isKnown && i < removed.size(); ++i)
        {
            Note(RemoveRecords(zone, removed[i]),
                 PathOf(path + "." + keys.first, i),
                 "records of the zone, such as \"www A\"",
                 removed[i]);
        }
        for (std::size_t i = 0; i < added.size(); ++i)
        {
            Note(AddRecord(zone, added[i], ttl),
                 PathOf(path + "." + keys.second, i),
                 "a record such as \"www 300 IN A 192.0.2.1\"",
                 added[i]);
        }
    }

    bool Has(const mail::DomainName& zoneName) const
    {
        return m_zones.contains(zoneName);
    }

  private:
    /// The zone as it is derived, or empty where the scenario gives another.
    dns::Zone MakeBare(const DomainSpec& domain) const
    {
        if (!domain.zone.empty())
        {
            return dns::Zone(GetOrigin(domain));
        }
        auto bare = domain;
        bare.records.clear();
        bare.removed.clear();
        return DeriveZone(m_checks.GetSpec(), bare, [this](const auto& host) {
            const auto at = m_addresses.find(host);
            return at == m_addresses.end() ? std::vector<std::string>{"0.0.0.0"} : at->second;
        });
    }

    void Note(const std::optional<wire::Error>& fault,
              const std::string& path,
              std::string expected,
              const std::string& came)
    {
        if (fault)
        {
            m_checks.Fail(path, std::move(expected), Quote(came), fault->reason);
        }
    }

    SpecChecks& m_checks;
    std::map<mail::DomainName, std::vector<std::string>> m_addresses; ///< empty: not known
    std::map<mail::DomainName, dns::Zone> m_zones;
};

} // namespace

const HostSpec*
SpecChecks::RequireKnownHost(const std::string& path,
                             const mail::DomainName& name,
                             std::optional<HostRole> role)
{
    const auto* const host = RequireHost(path, name, role);
    if (host && !m_spec.FindDomainOf(name))
    {
        Fail(path,
             "a host whose address can be looked up",
             Quote(name),
             "it lies in no domain, so no zone has an A record for it; add the domain");
        return nullptr;
    }
    return host;
}

void
CheckZones(SpecChecks& checks)
{
    const auto& spec = checks.GetSpec();
    ZoneCheck check(checks);
    for (const auto& domain : spec.domains)
    {
        check.Make(domain);
    }
    for (std::size_t i = 0; i < spec.events.size(); ++i)
    {
        const auto* const edit = std::get_if<EditZone>(&spec.events[i].action);
        if (edit && check.Has(edit->zone))
        {
            const auto path = PathOf("events", i) + ".edit-zone";
            check.Change(edit->zone, edit->removed, edit->added, path, {"remove", "add"});
        }
    }
}

} // namespace ns3::postroad::scenario
