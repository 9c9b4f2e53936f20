#include "postroad/spec/zone-warnings.h"

#include "postroad/dns/dns-zone-check.h"
#include "postroad/spec/derived-zone.h"
#include "postroad/wire/ascii.h"

#include <algorithm>

namespace ns3::postroad::scenario
{

namespace
{

/// Looks at all zones together.
class ZoneReview
{
  public:
    explicit ZoneReview(const Spec& spec)
        : m_spec(spec)
    {
        const auto anywhere = [](const std::string& /*host*/) {
            return std::vector<std::string>{"192.0.2.1"};
        };
        for (const auto& domain : spec.domains)
        {
            m_zones.push_back(DeriveZone(spec, domain, anywhere));
        }
    }

    std::vector<ConfigWarning> Find()
    {
        for (std::size_t i = 0; i < m_zones.size(); ++i)
        {
            const auto& domain = m_spec.domains[i];
            const auto records = m_zones[i].GetRecords();
            Warn(domain, dns::CheckZone(m_zones[i].GetOrigin(), records));
            Warn(domain,
                 dns::CheckDelegations(records, [this](const auto& server, const auto& origin) {
                     return Serves(server, origin);
                 }));
            for (const auto& record : records)
            {
                CheckExchanger(domain, m_zones[i], record);
            }
        }
        return std::move(m_warnings);
    }

  private:
    bool Serves(const dns::Name& server, const dns::Name& origin) const
    {
        const auto* const domain = m_spec.FindDomain(origin.ToHostName());
        return domain && std::any_of(domain->nameServers.begin(),
                                     domain->nameServers.end(),
                                     [host = server.ToHostName()](const auto& name) {
                                         return wire::EqualsIgnoringCase(name, host);
                                     });
    }

    /// An exchanger outside of the zone has its address in the zone that it lies in.
    void CheckExchanger(const DomainSpec& domain, const dns::Zone& zone, const dns::Record& record)
    {
        const auto* const data = std::get_if<dns::MxData>(&record.data);
        if (!data || data->exchange.IsRoot() || data->exchange.IsAtOrBelow(zone.GetOrigin()))
        {
            return;
        }
        const auto host = data->exchange.ToHostName();
        const auto* const home = m_spec.FindDomainOf(host);
        const auto problem = "the MX record of " + record.name.ToString() + " names " + host + ".";
        if (!home)
        {
            Warn(domain,
                 record.name,
                 problem + ", which lies in no domain of this scenario; add the domain");
            return;
        }
        const auto& there = m_zones[static_cast<std::size_t>(home - m_spec.domains.data())];
        const auto source = there.FindSource(data->exchange);
        if (!source || there.Find(*source, dns::RecordType::A).empty())
        {
            const bool isAlias = source && !there.Find(*source, dns::RecordType::CNAME).empty();
            Warn(domain,
                 record.name,
                 problem + (isAlias ? ", which is an alias; let it name the host that the alias "
                                      "stands for"
                                    : ", which has no address in the zone " + home->name +
                                          "; add an A record there"));
        }
    }

    void Warn(const DomainSpec& domain, const std::vector<dns::ZoneFinding>& findings)
    {
        for (const auto& finding : findings)
        {
            Warn(domain, finding.name, finding.problem + "; " + finding.advice);
        }
    }

    void Warn(const DomainSpec& domain, const dns::Name& name, const std::string& text)
    {
        const auto path = FindPath(domain, name);
        m_warnings.push_back({m_spec.places.Find(path), path, text});
    }

    /// The field that a record of a name was written in; the domain for derived ones.
    static std::string FindPath(const DomainSpec& domain, const dns::Name& name)
    {
        const auto path = "domains." + domain.name;
        for (std::size_t i = 0; i < domain.records.size(); ++i)
        {
            const auto record =
                dns::Record::Parse(domain.records[i], {GetOrigin(domain), domain.ttl});
            if (record && record->name == name)
            {
                return path + ".records[" + std::to_string(i) + "]";
            }
        }
        return domain.zone.empty() ? path : path + ".zone";
    }

    const Spec& m_spec;
    std::vector<dns::Zone> m_zones; ///< by domain
    std::vector<ConfigWarning> m_warnings;
};

} // namespace

std::vector<ConfigWarning>
FindZoneWarnings(const Spec& spec)
{
    return ZoneReview(spec).Find();
}

} // namespace ns3::postroad::scenario
