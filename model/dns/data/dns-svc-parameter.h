/**
 * One parameter of an SVCB or HTTPS record, such as alpn="h2,h3" (RFC 9460 sections 2.1, 7 and 8,
 * appendix A).
 *
 * The keys with a form of their own are mandatory, alpn, no-default-alpn, port, ipv4hint, ech and
 * ipv6hint. All others are octets behind keyNNNNN. What a client does by them is not here.
 */
#ifndef POSTROAD_DNS_DATA_DNS_SVC_PARAMETER_H
#define POSTROAD_DNS_DATA_DNS_SVC_PARAMETER_H

#include "postroad/dns/codec/dns-field-reader.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ns3::postroad::dns
{

/// The number of a parameter's key. Any 16-bit number may come from a peer.
enum class SvcKey : std::uint16_t
{
    MANDATORY = 0,       ///< the keys that a client must understand
    ALPN = 1,            ///< the protocols of the service
    NO_DEFAULT_ALPN = 2, ///< the scheme's own protocol is not among them
    PORT = 3,            ///< where the service listens
    IPV4HINT = 4,        ///< addresses of the target
    ECH = 5,             ///< how a client hides whom it asks for
    IPV6HINT = 6,        ///< addresses of the target
    INVALID = 65535,     ///< never a key
};

/// A key and its value.
struct SvcParameter
{
    SvcKey key{SvcKey::ALPN}; ///< which
    std::string value;        ///< as it stands on the wire

    /// True when the value has the form that belongs to the key.
    bool IsValid() const;

    /// Takes a field such as alpn="h2,h3".
    static SvcParameter Parse(FieldReader& fields);

    /// "alpn="h2,h3"".
    std::string ToString() const;

    bool operator==(const SvcParameter&) const = default;
};

/// "alpn", or "key65280" for a key without a name.
std::string ToString(SvcKey key);

/// The keys that the value of a valid parameter MANDATORY names, in the order of their numbers.
std::vector<SvcKey> GetMandatoryKeys(const SvcParameter& mandatory);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_SVC_PARAMETER_H
