/**
 * The data of an NS record: a name server that is authoritative for the zone (RFC 1035 section
 * 3.3.11).
 */
#ifndef POSTROAD_DNS_DATA_DNS_NS_DATA_H
#define POSTROAD_DNS_DATA_DNS_NS_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"

namespace ns3::postroad::dns
{

/// NS ns.a.net.
struct NsData
{
    static constexpr RecordType TYPE = RecordType::NS;

    Name nameServer; ///< the host that serves the zone

    static NsData Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static NsData Parse(FieldReader& fields);

    /// "ns.a.net.".
    std::string ToString() const;

    bool operator==(const NsData&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_NS_DATA_H
