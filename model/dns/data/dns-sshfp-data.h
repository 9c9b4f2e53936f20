/**
 * The data of an SSHFP record: the fingerprint of a key by which an SSH server is known (RFC 4255,
 * RFC 6594 for SHA-256).
 */
#ifndef POSTROAD_DNS_DATA_DNS_SSHFP_DATA_H
#define POSTROAD_DNS_DATA_DNS_SSHFP_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"

#include <cstdint>
#include <string>

namespace ns3::postroad::dns
{

/// SSHFP 1 2 87E4...
struct SshfpData
{
    static constexpr RecordType TYPE = RecordType::SSHFP;

    std::uint8_t algorithm{0};       ///< of the key: 1 RSA, 2 DSA, 3 ECDSA, 4 Ed25519
    std::uint8_t fingerprintType{0}; ///< 1 SHA-1, 2 SHA-256
    std::string fingerprint; ///< as many octets as its type has; at least one of an unknown type

    static SshfpData Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static SshfpData Parse(FieldReader& fields);

    /// "2 1 123456789ABCDEF67890123456789ABCDEF67890".
    std::string ToString() const;

    bool operator==(const SshfpData&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_SSHFP_DATA_H
