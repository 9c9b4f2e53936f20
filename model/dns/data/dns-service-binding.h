/**
 * What the data of SVCB and HTTPS records have in common: a priority, a target and parameters (RFC
 * 9460 section 2).
 *
 * Priority 0 is an alias (section 2.4.2). Which record a client takes, and what it asks for next,
 * is not here.
 */
#ifndef POSTROAD_DNS_DATA_DNS_SERVICE_BINDING_H
#define POSTROAD_DNS_DATA_DNS_SERVICE_BINDING_H

#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/data/dns-svc-parameter.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ns3::postroad::dns
{

/// 1 svc.a.net. alpn="h2,h3"
struct ServiceBinding
{
    std::uint16_t priority{0};            ///< the lowest is tried first; 0 for an alias
    Name target;                          ///< the host; the root stands for the owner
    std::vector<SvcParameter> parameters; ///< in the order of their keys, each key once

    static ServiceBinding Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static ServiceBinding Parse(FieldReader& fields);

    /// "1 svc.a.net. alpn="h2,h3"".
    std::string ToString() const;

    bool operator==(const ServiceBinding&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_SERVICE_BINDING_H
