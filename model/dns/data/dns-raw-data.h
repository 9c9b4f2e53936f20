/**
 * The data of a record whose type is not understood: octets, carried through as they are (RFC
 * 3597).
 */
#ifndef POSTROAD_DNS_DATA_DNS_RAW_DATA_H
#define POSTROAD_DNS_DATA_DNS_RAW_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"

namespace ns3::postroad::dns
{

/// TYPE65280 \# 3 ABCDEF
struct RawData
{
    /// The field that announces this form in a master file.
    static constexpr std::string_view MARK = "\\#";

    RecordType type{};  ///< the type of the record
    std::string octets; ///< the data, at most 65535 octets

    static RawData Read(RecordType type, MessageReader& reader);
    void Write(MessageWriter& writer) const;

    /// The field MARK is the next one to be read.
    static RawData Parse(RecordType type, FieldReader& fields);

    /// "\# 3 ABCDEF".
    std::string ToString() const;

    bool operator==(const RawData&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_RAW_DATA_H
