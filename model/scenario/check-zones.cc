#include "postroad/scenario/derived-zone.h"
#include "postroad/scenario/spec-checks.h"

namespace ns3::postroad::scenario
{

namespace
{

/// What stands for the addresses of hosts, which are not known yet (RFC 5737).
constexpr auto ANY_ADDRESS = "192.0.2.1";

/// The domain's zone before the scenario's own records are added.
dns::Zone
MakeBareZone(const SpecChecks& checks, const DomainSpec& domain)
{
    auto bare = domain;
    bare.records.clear();
    bare.nameServer = domain.nameServer.empty() ? domain.name : domain.nameServer;
    return DeriveZone(checks.GetSpec(), bare, [](const std::string&) { return ANY_ADDRESS; });
}

void
CheckRecords(SpecChecks& checks, const DomainSpec& domain)
{
    auto zone = MakeBareZone(checks, domain);
    for (std::size_t i = 0; i < domain.records.size(); ++i)
    {
        const auto& line = domain.records[i];
        const auto path = PathOf("domains." + domain.name + ".records", i);
        if (line.find_first_of("\r\n") != std::string::npos)
        {
            checks.Fail(path,
                        "one record on one line",
                        Quote(line),
                        "write a list with an item for each record");
            continue;
        }
        const auto record = ParseRecord(domain, line);
        const auto fault = record ? zone.Add(*record) : record.GetError();
        if (fault)
        {
            checks.Fail(path,
                        "a record such as \"www 300 IN A 192.0.2.1\"",
                        Quote(line),
                        fault->reason);
        }
    }
}

} // namespace

const HostSpec*
SpecChecks::RequireKnownHost(const std::string& path,
                             std::string_view name,
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
    for (const auto& domain : checks.GetSpec().domains)
    {
        CheckRecords(checks, domain);
    }
}

} // namespace ns3::postroad::scenario
