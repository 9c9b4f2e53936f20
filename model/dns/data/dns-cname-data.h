/**
 * The data of a CNAME record: the canonical name of an alias (RFC 1035 section 3.3.1).
 */
#ifndef POSTROAD_DNS_DATA_DNS_CNAME_DATA_H
#define POSTROAD_DNS_DATA_DNS_CNAME_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"

namespace ns3::postroad::dns
{

/// CNAME host.a.net.
struct CnameData
{
    static constexpr RecordType TYPE = RecordType::CNAME;

    Name canonicalName; ///< what the alias stands for

    static CnameData Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static CnameData Parse(FieldReader& fields);

    /// "host.a.net.".
    std::string ToString() const;

    bool operator==(const CnameData&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_CNAME_DATA_H
