/**
 * The data of a TLSA record: the certificate or key by which a TLS server is known (RFC 6698).
 *
 * Whether a certificate matches is left to TLS.
 */
#ifndef POSTROAD_DNS_DATA_DNS_TLSA_DATA_H
#define POSTROAD_DNS_DATA_DNS_TLSA_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"

#include <cstdint>
#include <string>

namespace ns3::postroad::dns
{

/// TLSA 3 1 1 D2AB...
struct TlsaData
{
    static constexpr RecordType TYPE = RecordType::TLSA;

    std::uint8_t usage{0};        ///< 0 PKIX-TA, 1 PKIX-EE, 2 DANE-TA, 3 DANE-EE (RFC 7218)
    std::uint8_t selector{0};     ///< 0 the certificate, 1 its public key
    std::uint8_t matchingType{0}; ///< 0 the whole, 1 SHA-256, 2 SHA-512
    std::string association;      ///< what is to match; at least one octet

    static TlsaData Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static TlsaData Parse(FieldReader& fields);

    /// "3 1 1 D2AB...".
    std::string ToString() const;

    bool operator==(const TlsaData&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_TLSA_DATA_H
