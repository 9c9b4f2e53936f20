/**
 * The data of an SOA record: who is responsible for a zone, and how long what it says and does not
 * say holds (RFC 1035 section 3.3.13; RFC 2308 section 4 for the last number).
 */
#ifndef POSTROAD_DNS_DATA_DNS_SOA_DATA_H
#define POSTROAD_DNS_DATA_DNS_SOA_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"

#include <cstdint>

namespace ns3::postroad::dns
{

/// SOA ns.a.net. hostmaster.a.net. 1 7200 3600 1209600 3600
struct SoaData
{
    static constexpr RecordType TYPE = RecordType::SOA;

    Name primary;             ///< the server that holds the original (MNAME)
    Name mailbox;             ///< the responsible person; the first label is the user (RNAME)
    std::uint32_t serial{0};  ///< the version of the zone
    std::uint32_t refresh{0}; ///< seconds between two looks of a secondary at the serial
    std::uint32_t retry{0};   ///< seconds until a failed look is tried again
    std::uint32_t expire{0};  ///< seconds after which a secondary that cannot look falls silent
    std::uint32_t minimum{0}; ///< seconds for which "no such name" and "no such data" hold

    static SoaData Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static SoaData Parse(FieldReader& fields);

    /// The two names and the five numbers, one blank between them.
    std::string ToString() const;

    bool operator==(const SoaData&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_SOA_DATA_H
