/**
 * The data of an SRV record: a host and port where a service is to be had (RFC 2782).
 *
 * What a client makes of several of them, by priority and weight, is not here.
 */
#ifndef POSTROAD_DNS_DATA_DNS_SRV_DATA_H
#define POSTROAD_DNS_DATA_DNS_SRV_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"

#include <cstdint>

namespace ns3::postroad::dns
{

/// SRV 0 1 587 mail.a.net.
struct SrvData
{
    static constexpr RecordType TYPE = RecordType::SRV;

    std::uint16_t priority{0}; ///< the lowest is tried first
    std::uint16_t weight{0};   ///< the share among those of one priority
    std::uint16_t port{0};     ///< where the service listens
    Name target;               ///< the host; the root means that there is no such service here

    static SrvData Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static SrvData Parse(FieldReader& fields);

    /// "0 1 587 mail.a.net.".
    std::string ToString() const;

    bool operator==(const SrvData&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_SRV_DATA_H
