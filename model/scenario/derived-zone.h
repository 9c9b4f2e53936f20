/**
 * The zone that follows from a domain of a scenario: which hosts are where, and which take its
 * mail.
 *
 * SOA and NS from its name server, an MX record for each exchanger, an A record for each host whose
 * name lies in the domain and in no inner one, and the records that the scenario adds.
 *
 * Left out: delegations (one name server may answer for all), glue and reverse zones.
 */
#ifndef POSTROAD_SCENARIO_DERIVED_ZONE_H
#define POSTROAD_SCENARIO_DERIVED_ZONE_H

#include "postroad/dns/dns-zone.h"
#include "postroad/scenario/spec.h"
#include "postroad/wire/result.h"

#include <functional>
#include <string>
#include <vector>

namespace ns3::postroad::scenario
{

/// The address of a host, in text form, by its name.
using AddressOf = std::function<std::string(const std::string& hostName)>;

/// The derived records as lines of a zone file: "b.net. 3600 IN MX 10 mail.b.net.", SOA first.
std::vector<std::string>
DeriveRecords(const Spec& spec, const DomainSpec& domain, const AddressOf& addressOf);

/// Reads one of DomainSpec::records.
wire::Result<dns::Record> ParseRecord(const DomainSpec& domain, const std::string& line);

/// The zone of a checked domain. Throws std::logic_error for a record that the checker refuses.
dns::Zone DeriveZone(const Spec& spec, const DomainSpec& domain, const AddressOf& addressOf);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_DERIVED_ZONE_H
