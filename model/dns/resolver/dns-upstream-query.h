/**
 * What a resolver wants sent to a name server, whichever resolver it is. The driver sends it to
 * port 53 of the server; over TCP on a connection of its own, which may be silent for the query's
 * time-out and no longer.
 */
#ifndef POSTROAD_DNS_RESOLVER_DNS_UPSTREAM_QUERY_H
#define POSTROAD_DNS_RESOLVER_DNS_UPSTREAM_QUERY_H

#include "postroad/dns/record/dns-transport.h"
#include "postroad/dns/resolver/dns-lookup.h"
#include "postroad/wire/time-point.h"

#include <cstdint>
#include <string>

namespace ns3::postroad::dns
{

/// Between which ends a message travels.
struct UpstreamPath
{
    std::string server;                  ///< its address, in text form
    Transport transport{Transport::UDP}; ///< how
    std::uint16_t port{0}; ///< on the resolver's side; 0 for the one port of a stub resolver

    bool operator==(const UpstreamPath&) const = default;
};

/// A query to be sent.
struct UpstreamQuery
{
    LookupHandle handle{};    ///< the look-up that it is for
    UpstreamPath path;        ///< where it goes
    std::uint16_t id{0};      ///< the id in it
    Question question;        ///< the question in it
    std::string octets;       ///< the message
    wire::Duration timeout{}; ///< how long the resolver waits before it goes on
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_RESOLVER_DNS_UPSTREAM_QUERY_H
