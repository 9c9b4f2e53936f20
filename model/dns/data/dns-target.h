/**
 * The name that a record's data lead their reader to.
 */
#ifndef POSTROAD_DNS_DATA_DNS_TARGET_H
#define POSTROAD_DNS_DATA_DNS_TARGET_H

#include "postroad/dns/data/dns-record-data.h"

namespace ns3::postroad::dns
{

/// The name server, exchanger, alias or other target that the data tell; nullptr for data that
/// lead nowhere.
const Name* FindTarget(const RecordData& data);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_TARGET_H
