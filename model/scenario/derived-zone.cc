#include "postroad/scenario/derived-zone.h"

#include "postroad/wire/ascii.h"

#include <stdexcept>

namespace ns3::postroad::scenario
{

namespace
{

/// Serial, refresh, retry, expire and minimum of every SOA record, as RFC 1912 advises.
constexpr auto SOA_TIMES = " 1 7200 3600 1209600 3600";

dns::Name
GetOrigin(const DomainSpec& domain)
{
    return dns::Name::Parse(domain.name).GetValue();
}

/// Puts a record into a zone; throws std::logic_error with the zone's reason if it cannot stand.
void
AddTo(dns::Zone& zone, const wire::Result<dns::Record>& record, const std::string& line)
{
    const auto fault = record ? zone.Add(*record) : record.GetError();
    if (fault)
    {
        throw std::logic_error("DeriveZone: " + line + ": " + fault->reason);
    }
}

} // namespace

std::vector<std::string>
DeriveRecords(const Spec& spec, const DomainSpec& domain, const AddressOf& addressOf)
{
    std::vector<std::string> records;
    const auto add = [&records, &domain](const std::string& owner, const std::string& data) {
        records.push_back(owner + ". " + std::to_string(domain.ttl) + " IN " + data);
    };
    const auto server = domain.nameServer + ".";
    add(domain.name, "SOA " + server + " hostmaster." + domain.name + "." + SOA_TIMES);
    add(domain.name, "NS " + server);
    for (const auto& [preference, host] : domain.mx)
    {
        add(domain.name, "MX " + std::to_string(preference) + " " + host + ".");
    }
    for (const auto& host : spec.hosts)
    {
        const auto* const innermost = spec.FindDomainOf(host.name);
        if (innermost && wire::EqualsIgnoringCase(innermost->name, domain.name))
        {
            add(host.name, "A " + addressOf(host.name));
        }
    }
    return records;
}

wire::Result<dns::Record>
ParseRecord(const DomainSpec& domain, const std::string& line)
{
    return dns::Record::Parse(line, {GetOrigin(domain), domain.ttl});
}

dns::Zone
DeriveZone(const Spec& spec, const DomainSpec& domain, const AddressOf& addressOf)
{
    dns::Zone zone(GetOrigin(domain));
    auto lines = DeriveRecords(spec, domain, addressOf);
    lines.insert(lines.end(), domain.records.begin(), domain.records.end());
    for (const auto& line : lines)
    {
        AddTo(zone, ParseRecord(domain, line), line);
    }
    return zone;
}

} // namespace ns3::postroad::scenario
