/**
 * What a DNAME record makes of the names below its owner (RFC 6672 sections 2.2 and 3.1).
 */
#ifndef POSTROAD_DNS_RECORD_DNS_REDIRECTION_H
#define POSTROAD_DNS_RECORD_DNS_REDIRECTION_H

#include "postroad/dns/record/dns-record.h"

#include <optional>
#include <span>

namespace ns3::postroad::dns
{

/// The first DNAME record of the class IN that stands above the name, not at it; nullptr for none.
const Record* FindRedirection(std::span<const Record> records, const Name& name);

/// The CNAME record that a DNAME record makes for a name below its owner, with the TTL of that
/// record; none when the alias would be too long a name.
std::optional<Record> MakeAlias(const Record& redirection, const Name& name);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_RECORD_DNS_REDIRECTION_H
