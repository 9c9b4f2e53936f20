/**
 * The data of a CAA record: who may issue certificates for the name (RFC 8659 section 4.1).
 *
 * What the tags mean is left to certification authorities; a tag that nobody knows is carried, too.
 */
#ifndef POSTROAD_DNS_DATA_DNS_CAA_DATA_H
#define POSTROAD_DNS_DATA_DNS_CAA_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"

#include <cstdint>
#include <string>

namespace ns3::postroad::dns
{

/// CAA 0 issue "ca.example.net"
struct CaaData
{
    static constexpr RecordType TYPE = RecordType::CAA;

    std::uint8_t flags{0}; ///< 128 for "issuer critical"
    std::string tag;       ///< 1 to 255 letters and digits: issue, issuewild, iodef
    std::string value;     ///< of any length

    static CaaData Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static CaaData Parse(FieldReader& fields);

    /// "0 issue "ca.example.net"".
    std::string ToString() const;

    bool operator==(const CaaData&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_CAA_DATA_H
