/**
 * The data of an HINFO record: what a host is made of (RFC 1035 section 3.3.2).
 */
#ifndef POSTROAD_DNS_DATA_DNS_HINFO_DATA_H
#define POSTROAD_DNS_DATA_DNS_HINFO_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"

#include <string>

namespace ns3::postroad::dns
{

/// HINFO "VAX-11/780" "UNIX"
struct HinfoData
{
    static constexpr RecordType TYPE = RecordType::HINFO;

    std::string processor;       ///< CPU, at most FieldReader::STRING_LIMIT octets
    std::string operatingSystem; ///< OS, likewise

    static HinfoData Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static HinfoData Parse(FieldReader& fields);

    /// ""VAX-11/780" "UNIX"".
    std::string ToString() const;

    bool operator==(const HinfoData&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_HINFO_DATA_H
