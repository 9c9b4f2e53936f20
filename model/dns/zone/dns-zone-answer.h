/**
 * What one zone has to say about a name: records, an alias, a referral, or that there are none (RFC
 * 1034 section 4.3.2 step 3, RFC 6672 section 3.2 for DNAME, RFC 4035 section 3.1.4.1 for DS).
 */
#ifndef POSTROAD_DNS_ZONE_DNS_ZONE_ANSWER_H
#define POSTROAD_DNS_ZONE_DNS_ZONE_ANSWER_H

#include "postroad/dns/record/dns-message.h"
#include "postroad/dns/zone/dns-zone.h"

#include <optional>

namespace ns3::postroad::dns
{

/// Adds to the response what the zone says. The target, when it is an alias that was not met
/// before: the question is to be answered for that name, too.
std::optional<Name>
AnswerFromZone(const Zone& zone, const Name& name, RecordType type, Message& response);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_ZONE_DNS_ZONE_ANSWER_H
