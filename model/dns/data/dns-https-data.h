/**
 * The data of an HTTPS record: how a web server is reached (RFC 9460 section 9).
 */
#ifndef POSTROAD_DNS_DATA_DNS_HTTPS_DATA_H
#define POSTROAD_DNS_DATA_DNS_HTTPS_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"
#include "postroad/dns/data/dns-service-binding.h"

#include <string>

namespace ns3::postroad::dns
{

/// HTTPS 1 . alpn="h2,h3"
struct HttpsData
{
    static constexpr RecordType TYPE = RecordType::HTTPS;

    ServiceBinding binding; ///< priority, target and parameters

    static HttpsData Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static HttpsData Parse(FieldReader& fields);

    /// "1 . alpn="h2,h3"".
    std::string ToString() const;

    bool operator==(const HttpsData&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_HTTPS_DATA_H
