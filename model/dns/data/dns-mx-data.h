/**
 * The data of an MX record: a host that takes mail for the name (RFC 1035 section 3.3.9).
 *
 * What a mailer makes of several of them is the matter of route/.
 */
#ifndef POSTROAD_DNS_DATA_DNS_MX_DATA_H
#define POSTROAD_DNS_DATA_DNS_MX_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"

#include <cstdint>

namespace ns3::postroad::dns
{

/// MX 10 mail.a.net.
struct MxData
{
    static constexpr RecordType TYPE = RecordType::MX;

    std::uint16_t preference{0}; ///< the lowest is tried first
    Name exchange;               ///< the host; the root means that there is no mail here (RFC 7505)

    static MxData Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static MxData Parse(FieldReader& fields);

    /// "10 mail.a.net.".
    std::string ToString() const;

    bool operator==(const MxData&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_MX_DATA_H
