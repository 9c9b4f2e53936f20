/**
 * The mistakes of novices in zones (dns-zone-check.h), found in a scenario as it is before it runs:
 * those in one zone, names of exchangers and name servers for which no other zone has an address,
 * and addresses that a host does not have. What an `edit-zone` breaks is told at the edit.
 */
#ifndef POSTROAD_SPEC_CHECK_ZONE_WARNINGS_H
#define POSTROAD_SPEC_CHECK_ZONE_WARNINGS_H

#include "postroad/spec/check/scenario-warnings.h"

namespace ns3::postroad::scenario
{

/// The warnings about the zones of a checked specification, in the order of its domains
/// and then of its events.
std::vector<ConfigWarning> FindZoneWarnings(const Spec& spec);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_CHECK_ZONE_WARNINGS_H
