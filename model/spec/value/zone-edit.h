/**
 * Changes to a zone as an author writes them: sets of records that go, "www A" or "@ MX", and
 * records that come, each a line of a master file (RFC 1035 section 5). Names are completed with
 * the zone's as in any master file.
 */
#ifndef POSTROAD_SPEC_VALUE_ZONE_EDIT_H
#define POSTROAD_SPEC_VALUE_ZONE_EDIT_H

#include "postroad/dns/zone/dns-zone.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace ns3::postroad::scenario
{

/// Removes a set of records. \return why it cannot: it is no set, or the zone does not have it
std::optional<wire::Error> RemoveRecords(dns::Zone& zone, std::string_view set);

/// Adds a record, with that TTL in seconds where the line names none. \return why it cannot
std::optional<wire::Error> AddRecord(dns::Zone& zone, std::string_view line, std::uint32_t ttl);

/// Fills an empty zone from the text of a master file. \return why it cannot, "3:12: expected ..."
std::optional<wire::Error>
ReplaceRecords(dns::Zone& zone, std::string_view text, std::uint32_t ttl);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_ZONE_EDIT_H
