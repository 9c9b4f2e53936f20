/**
 * The data of an AAAA record: a host's IPv6 address (RFC 3596 section 2.2), its text form after
 * RFC 4291 section 2.2 and, in writing, RFC 5952.
 *
 * Left out: zone indices ("%eth0"); an IPv4 address at the end is read and never written.
 */
#ifndef POSTROAD_DNS_DATA_DNS_AAAA_DATA_H
#define POSTROAD_DNS_DATA_DNS_AAAA_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"

#include <array>
#include <cstdint>

namespace ns3::postroad::dns
{

/// AAAA 2001:db8::1
struct AaaaData
{
    static constexpr RecordType TYPE = RecordType::AAAA;

    std::array<std::uint16_t, 8> pieces{}; ///< as they are written left to right

    static AaaaData Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static AaaaData Parse(FieldReader& fields);

    /// "2001:db8::1".
    std::string ToString() const;

    bool operator==(const AaaaData&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_AAAA_DATA_H
