/**
 * The data of a TXT record: one or more strings (RFC 1035 section 3.3.14).
 *
 * Who reads them, such as SPF, joins them without anything in between.
 */
#ifndef POSTROAD_DNS_DATA_DNS_TXT_DATA_H
#define POSTROAD_DNS_DATA_DNS_TXT_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"

namespace ns3::postroad::dns
{

/// TXT "v=spf1 mx -all"
struct TxtData
{
    static constexpr RecordType TYPE = RecordType::TXT;

    /// At least one, each of at most FieldReader::STRING_LIMIT octets.
    std::vector<std::string> strings;

    static TxtData Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static TxtData Parse(FieldReader& fields);

    /// Each string in quotes, one blank between them.
    std::string ToString() const;

    bool operator==(const TxtData&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_TXT_DATA_H
