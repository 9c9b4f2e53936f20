/**
 * The zones that follow from a scenario: which hosts are where, who serves which part of the tree,
 * and which hosts take a domain's mail.
 *
 * A domain's zone has SOA and NS records, an MX record for each exchanger, an A record for each
 * host whose name lies in the domain and in no inner one, and for each domain right below it a
 * delegation with glue. The root's zone delegates the outermost domains. A domain below
 * in-addr.arpa, or that itself, has a PTR record for each address of a host whose reverse name lies
 * in it and in no inner one (RFC 1035 section 3.5). What a scenario takes out of a domain's zone or
 * adds to it comes last; with DomainSpec::zone nothing is derived.
 */
#ifndef POSTROAD_SPEC_VALUE_DERIVED_ZONE_H
#define POSTROAD_SPEC_VALUE_DERIVED_ZONE_H

#include "postroad/dns/zone/dns-zone.h"
#include "postroad/spec/value/spec.h"
#include "postroad/wire/result.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ns3::postroad::scenario
{

/// The addresses of a host, in text form; the one that it is known by first.
using AddressesOf = std::function<std::vector<std::string>(const mail::DomainName& host)>;

/// The time to live of what leads to name servers: two days, in seconds, as the registries of
/// top-level domains have it.
inline constexpr std::uint32_t DELEGATION_TTL = 172800;

/// A zone and the hosts that serve it.
struct ServedZone
{
    dns::Zone zone;
    std::vector<mail::DomainName> servers;
};

/// All zones of a checked specification: the root, where there is a server of it, and the domains.
std::vector<ServedZone> DeriveZones(const Spec& spec, const AddressesOf& addressesOf);

/// The root, whose name is empty, as if the scenario had declared it; nothing where it has no
/// server.
std::optional<DomainSpec> MakeRoot(const Spec& spec);

/// The root and the domains.
std::vector<DomainSpec> GetServedDomains(const Spec& spec);

/// The derived records as lines of a master file: "b.net. 3600 IN MX 10 mail.b.net.", SOA first.
std::vector<std::string>
DeriveRecords(const Spec& spec, const DomainSpec& domain, const AddressesOf& addressesOf);

/// The zone of a checked domain. Throws std::logic_error for a record that the checker refuses.
dns::Zone DeriveZone(const Spec& spec, const DomainSpec& domain, const AddressesOf& addressesOf);

/// The domain right above; nullptr when that is the root.
const DomainSpec* FindParent(const Spec& spec, const DomainSpec& domain);

/// The domain's name in the tree.
dns::Name GetOrigin(const DomainSpec& domain);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_DERIVED_ZONE_H
