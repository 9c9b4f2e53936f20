/**
 * Master files: the text in which the authors of zones write them (RFC 1035 section 5, RFC 2308
 * section 4 for $TTL).
 *
 * An error names line, column, what was expected and what came: "3:12: expected ...". Whoever knows
 * the name of the file puts it in front.
 *
 * As with BIND and NSD, times may have units ("1h30m"), and $GENERATE makes lines that differ in a
 * number (dns-generate.h).
 *
 * Left out: $INCLUDE, for one file holds the whole zone here, and an omitted class other than IN.
 */
#ifndef POSTROAD_DNS_ZONE_DNS_MASTER_FILE_H
#define POSTROAD_DNS_ZONE_DNS_MASTER_FILE_H

#include "postroad/dns/zone/dns-zone.h"

namespace ns3::postroad::dns
{

/// One record of a file.
struct MasterRecord
{
    Record record;
    std::size_t line{0}; ///< where it begins, counted from 1

    bool operator==(const MasterRecord&) const = default;
};

/**
 * Reads the records of a file, as they stand there.
 * \param text the file's content
 * \param defaults the origin, until the file tells another; the TTL of records that tell none in a
 *        file that tells none either
 */
wire::Result<std::vector<MasterRecord>>
ParseMasterFile(std::string_view text, const RecordDefaults& defaults);

/// Reads a file into a zone of the defaults' origin. A record that cannot stand in it is an error.
wire::Result<Zone> ParseZone(std::string_view text, const RecordDefaults& defaults);

/// The zone as a file, names written absolute; ParseZone() reads it back.
std::string SerializeZone(const Zone& zone);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_ZONE_DNS_MASTER_FILE_H
