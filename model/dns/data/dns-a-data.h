/**
 * The data of an A record: a host's IPv4 address (RFC 1035 section 3.4.1).
 */
#ifndef POSTROAD_DNS_DATA_DNS_A_DATA_H
#define POSTROAD_DNS_DATA_DNS_A_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"

#include <array>
#include <cstdint>

namespace ns3::postroad::dns
{

/// A 10.0.0.1
struct AData
{
    static constexpr RecordType TYPE = RecordType::A;

    std::array<std::uint8_t, 4> address{}; ///< the octets, as they are written left to right

    static AData Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static AData Parse(FieldReader& fields);

    /// "10.0.0.1".
    std::string ToString() const;

    bool operator==(const AData&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_A_DATA_H
