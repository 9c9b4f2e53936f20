/**
 * What a message says by its OPT record (EDNS version 0, RFC 6891 section 6): how large a datagram
 * its sender takes, and the upper bits of the response code.
 *
 * Left out: the meaning of any option; they are carried through.
 */
#ifndef POSTROAD_DNS_RECORD_DNS_EDNS_H
#define POSTROAD_DNS_RECORD_DNS_EDNS_H

#include "postroad/dns/record/dns-record.h"

#include <cstdint>

namespace ns3::postroad::dns
{

/// The OPT record of one message.
struct Edns
{
    /// The version that is understood here.
    static constexpr std::uint8_t VERSION = 0;

    /// The size that fits into one packet nearly everywhere, in octets (DNS Flag Day 2020).
    static constexpr std::uint16_t DEFAULT_SIZE = 1232;

    std::uint16_t udpSize{DEFAULT_SIZE}; ///< the largest datagram that the sender takes, in octets
    std::uint8_t extendedCode{0};        ///< the upper eight bits of the response code's twelve
    std::uint8_t version{VERSION};       ///< the highest version that the sender understands
    bool isDnssecOk{false};              ///< DO: the sender wants signatures (RFC 3225)
    std::string options;                 ///< as they stand on the wire

    /// Reads an OPT record; an error if it has an owner or its options run over its end.
    static wire::Result<Edns> FromRecord(const Record& record);

    Record ToRecord() const;

    bool operator==(const Edns&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_RECORD_DNS_EDNS_H
