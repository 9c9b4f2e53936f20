/**
 * Finds in the records of a zone what a server would take and its author cannot have meant: the
 * mistakes of RFC 1912 and RFC 2181 section 10, each with advice.
 *
 * The checks look at records alone and ask nobody. Left out: what only a look at other zones and at
 * the hosts tells, but for lame delegations, for which the caller knows who serves what.
 */
#ifndef POSTROAD_DNS_ZONE_DNS_ZONE_CHECK_H
#define POSTROAD_DNS_ZONE_DNS_ZONE_CHECK_H

#include "postroad/dns/record/dns-record.h"

#include <functional>
#include <span>

namespace ns3::postroad::dns
{

/// What is wrong.
enum class ZoneFault
{
    FORGOTTEN_DOT,             ///< a name holds the zone's name twice: mail.a.net.a.net.
    ALIAS_WITH_OTHER_DATA,     ///< a CNAME record beside other records
    EXCHANGER_IS_ALIAS,        ///< an MX record points to a CNAME record
    EXCHANGER_IS_ADDRESS,      ///< an MX record points to 10.0.0.1
    EXCHANGER_WITHOUT_ADDRESS, ///< an MX record points to a host of this zone without address
    EXCHANGER_WITHOUT_IPV4,    ///< an MX record points to a host with IPv6 addresses alone
    NULL_MX_BESIDE_OTHERS,     ///< "takes no mail" (RFC 7505), and exchangers too
    MISSING_SOA,               ///< the author of the zone gave no SOA record
    MISSING_NAME_SERVERS,      ///< no NS record at the zone's own name
    MISSING_GLUE,              ///< an NS record points to a host below it without address here
    LAME_DELEGATION,           ///< an NS record points to a host that does not serve the zone
    MISSING_DELEGATION,        ///< no NS record points to the servers of an inner zone
    BELOW_REDIRECTION,         ///< a record stands below a DNAME record
    REDIRECTION_AT_DELEGATION, ///< a DNAME record beside the NS records of another zone
    DIFFERENT_TTLS,            ///< records of one name and type with TTLs of their own
    SPF_TYPE,                  ///< a record of type SPF in place of TXT
    WRONG_ADDRESS,             ///< an A record tells another address than the host has
    POINTER_WITHOUT_ADDRESS,   ///< a PTR record names a host without that address
};

/// One mistake.
struct ZoneFinding
{
    ZoneFault fault{};   ///< what is wrong
    Record record;       ///< the record that is
    std::string problem; ///< in words: what is so
    std::string advice;  ///< in words: what to write instead

    bool operator==(const ZoneFinding&) const = default;
};

/// The mistakes of one zone, in the order of its records.
std::vector<ZoneFinding> CheckZone(const Name& origin, std::span<const Record> records);

/// Tells whether a host serves a zone.
using ServesZone = std::function<bool(const Name& server, const Name& origin)>;

/// The NS records, of the zone itself and of those it gives away, whose host does not serve.
/// Names with a forgotten dot are left to CheckZone().
std::vector<ZoneFinding>
CheckDelegations(const Name& origin, std::span<const Record> records, const ServesZone& servesZone);

/// True for names such as 10.0.0.1.a.net., made of an address that was taken for a name.
bool BeginsWithAddress(const Name& name);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_ZONE_DNS_ZONE_CHECK_H
