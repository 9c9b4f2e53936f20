/**
 * The data of a PTR record: the name that belongs to an address (RFC 1035 sections 3.3.12 and 3.5).
 */
#ifndef POSTROAD_DNS_DATA_DNS_PTR_DATA_H
#define POSTROAD_DNS_DATA_DNS_PTR_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"

#include <array>
#include <cstdint>
#include <optional>

namespace ns3::postroad::dns
{

/// PTR mail.a.net.
struct PtrData
{
    static constexpr RecordType TYPE = RecordType::PTR;

    Name target; ///< the name of the host that has the address

    static PtrData Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static PtrData Parse(FieldReader& fields);

    /// "mail.a.net.".
    std::string ToString() const;

    bool operator==(const PtrData&) const = default;
};

/// The name at which the PTR record of an IPv4 address stands: "1.0.0.10.in-addr.arpa.".
Name MakeReverseName(const std::array<std::uint8_t, 4>& address);

/// The IPv4 address whose PTR record stands at the name; none for other names.
std::optional<std::array<std::uint8_t, 4>> FindReversedAddress(const Name& name);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_PTR_DATA_H
