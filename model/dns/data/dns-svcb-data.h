/**
 * The data of an SVCB record: how a service is reached (RFC 9460 section 2).
 */
#ifndef POSTROAD_DNS_DATA_DNS_SVCB_DATA_H
#define POSTROAD_DNS_DATA_DNS_SVCB_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"
#include "postroad/dns/data/dns-service-binding.h"

#include <string>

namespace ns3::postroad::dns
{

/// SVCB 1 . alpn="h2,h3"
struct SvcbData
{
    static constexpr RecordType TYPE = RecordType::SVCB;

    ServiceBinding binding; ///< priority, target and parameters

    static SvcbData Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static SvcbData Parse(FieldReader& fields);

    /// "1 . alpn="h2,h3"".
    std::string ToString() const;

    bool operator==(const SvcbData&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_SVCB_DATA_H
