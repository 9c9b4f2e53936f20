/**
 * The data of a NAPTR record: a rule by which a name becomes another name or a URI (RFC 3403
 * section 4).
 *
 * The rule is carried; nobody here applies it.
 */
#ifndef POSTROAD_DNS_DATA_DNS_NAPTR_DATA_H
#define POSTROAD_DNS_DATA_DNS_NAPTR_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"

#include <cstdint>
#include <string>

namespace ns3::postroad::dns
{

/// NAPTR 100 50 "s" "SIP+D2U" "" _sip._udp.a.net.
struct NaptrData
{
    static constexpr RecordType TYPE = RecordType::NAPTR;

    std::uint16_t order{0};      ///< the lowest is taken first
    std::uint16_t preference{0}; ///< among those of one order, the lowest first
    std::string flags;           ///< what comes next: "s", "a", "u", "p" or nothing
    std::string services;        ///< for which services and protocols
    std::string regexp;          ///< the substitution; empty where there is a replacement
    Name replacement;            ///< the next name; the root where there is a substitution

    static NaptrData Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static NaptrData Parse(FieldReader& fields);

    /// "100 50 "s" "SIP+D2U" "" _sip._udp.a.net.".
    std::string ToString() const;

    bool operator==(const NaptrData&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_NAPTR_DATA_H
