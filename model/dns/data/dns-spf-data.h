/**
 * The data of an SPF record, the type in which RFC 4408 had what belongs into TXT (RFC 7208 section
 * 3.1).
 *
 * It is carried, and nobody here reads a policy from it.
 */
#ifndef POSTROAD_DNS_DATA_DNS_SPF_DATA_H
#define POSTROAD_DNS_DATA_DNS_SPF_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"

#include <string>
#include <vector>

namespace ns3::postroad::dns
{

/// SPF "v=spf1 mx -all"
struct SpfData
{
    static constexpr RecordType TYPE = RecordType::SPF;

    /// At least one, each of at most FieldReader::STRING_LIMIT octets.
    std::vector<std::string> strings;

    static SpfData Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static SpfData Parse(FieldReader& fields);

    /// Each string in quotes, one blank between them.
    std::string ToString() const;

    bool operator==(const SpfData&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_SPF_DATA_H
