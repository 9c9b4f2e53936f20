/**
 * The data of a DS record: the digest of the key with which a delegated zone is signed (RFC 4034
 * section 5).
 *
 * It stands beside the NS records of a delegation, and its zone is the one above. Nobody here
 * checks a signature.
 */
#ifndef POSTROAD_DNS_DATA_DNS_DS_DATA_H
#define POSTROAD_DNS_DATA_DNS_DS_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"

#include <cstdint>
#include <string>

namespace ns3::postroad::dns
{

/// DS 60485 5 1 2BB1...
struct DsData
{
    static constexpr RecordType TYPE = RecordType::DS;

    std::uint16_t keyTag{0};    ///< of the DNSKEY record
    std::uint8_t algorithm{0};  ///< of the key
    std::uint8_t digestType{0}; ///< 1 SHA-1, 2 SHA-256, 3 GOST R 34.11-94, 4 SHA-384
    std::string digest;         ///< as many octets as its type has; at least one of an unknown type

    static DsData Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static DsData Parse(FieldReader& fields);

    /// "60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118".
    std::string ToString() const;

    bool operator==(const DsData&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_DS_DATA_H
