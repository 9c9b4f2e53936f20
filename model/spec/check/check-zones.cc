#include "postroad/spec/check/spec-checks.h"
#include "postroad/spec/value/derived-zone.h"
#include "postroad/spec/value/name-service.h"
#include "postroad/spec/value/spec-graph.h"
#include "postroad/spec/value/zone-edit.h"
#include "postroad/text/ascii.h"

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

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
        auto zone = MakeBare(domain);
        if (!domain.zone.empty())
        {
            Note(ReplaceRecords(zone, domain.zone, domain.ttl),
                 path + ".zone",
                 "a zone as a master file has it (RFC 1035 section 5)",
                 domain.zone);
        }
        Change({&zone},
               {domain.name, domain.removed, domain.records, {}},
               path,
               {"remove-records", "records"});
        auto& copies = m_zones[domain.name];
        copies.emplace(mail::DomainName(), zone);
        for (const auto& server : domain.nameServers)
        {
            copies.emplace(server, zone);
        }
    }

    /// Changes the copies of a zone that its servers have, or those of some of them.
    void Edit(const EditZone& edit, const std::string& path)
    {
        std::vector<dns::Zone*> zones;
        for (auto& [server, zone] : m_zones.at(edit.zone))
        {
            const auto& wanted = edit.servers;
            if (wanted.empty() || std::find(wanted.begin(), wanted.end(), server) != wanted.end())
            {
                zones.push_back(&zone);
            }
        }
        Change(zones, edit, path, {"remove", "add"});
    }

    bool Has(const mail::DomainName& zoneName) const
    {
        return m_zones.contains(zoneName);
    }

  private:
    /// Changes copies of a zone, and tells what cannot be done to one of them.
    void Change(const std::vector<dns::Zone*>& zones,
                const EditZone& edit,
                const std::string& path,
                const std::pair<std::string, std::string>& keys)
    {
        const auto ttl = m_checks.GetSpec().FindDomain(edit.zone)->ttl;
        const bool isKnown = !m_addresses.empty() || !edit.zone.LiesIn(REVERSE_ZONE);
        for (std::size_t i = 0; isKnown && i < edit.removed.size(); ++i)
        {
            const auto& set = edit.removed[i];
            Note(DoToEach(zones, [&set](auto& zone) { return RemoveRecords(zone, set); }),
                 PathOf(path + "." + keys.first, i),
                 "records of the zone, such as \"www A\"",
                 set);
        }
        for (std::size_t i = 0; i < edit.added.size(); ++i)
        {
            const auto& line = edit.added[i];
            Note(DoToEach(zones, [&](auto& zone) { return AddRecord(zone, line, ttl); }),
                 PathOf(path + "." + keys.second, i),
                 "a record such as \"www 300 IN A 192.0.2.1\"",
                 line);
        }
    }

    /// The first fault.
    template <typename Action>
    static std::optional<wire::Error> DoToEach(const std::vector<dns::Zone*>& zones, Action action)
    {
        std::optional<wire::Error> first;
        for (auto* const zone : zones)
        {
            const auto fault = action(*zone);
            first = first ? first : fault;
        }
        return first;
    }

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
    std::map<mail::DomainName, std::vector<std::string>> m_addresses;          ///< empty: not known
    std::map<mail::DomainName, std::map<mail::DomainName, dns::Zone>> m_zones; ///< by server, too;
                                                                               ///< and one of none
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
            check.Edit(*edit, PathOf("events", i) + ".edit-zone");
        }
    }
}

} // namespace ns3::postroad::scenario
