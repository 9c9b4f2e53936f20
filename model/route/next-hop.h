/**
 * Where a message for a domain goes next: into a mailbox here, to a smart host, to an address that
 * the sender spelled out, or to the exchangers that DNS names (RFC 5321 section 5.1).
 *
 * Aliases and lists are not modelled yet.
 */
#ifndef POSTROAD_ROUTE_NEXT_HOP_H
#define POSTROAD_ROUTE_NEXT_HOP_H

#include "postroad/mail/domain-name.h"
#include "postroad/store/local-domains.h"

#include <map>
#include <string>
#include <string_view>

namespace ns3::postroad::route
{

/// How a message leaves this agent.
enum class NextHopKind
{
    LOCAL,           ///< handed to the delivery agent of this host
    SMART_HOST,      ///< handed to one configured host
    ADDRESS_LITERAL, ///< sent to the address in the recipient's domain: bob@[192.0.2.25]
    EXCHANGERS,      ///< sent to the exchangers of the domain
};

/// A next hop, before any name is looked up.
struct NextHop
{
    NextHopKind kind{NextHopKind::EXCHANGERS};
    std::string name; ///< domain, host name or bare address; empty for LOCAL

    bool operator==(const NextHop&) const = default;
};

/// What an agent knows about routes by its configuration.
struct RoutePolicy
{
    store::LocalDomains local; ///< what goes into mailboxes here
    std::string smartHost;     ///< everything else goes there; empty for none
    std::map<mail::DomainName, mail::DomainName>
        hosts{}; ///< where domains go, whatever the DNS says
};

/// The next hop for a recipient's domain. A recipient without domain (postmaster) is local.
NextHop FindNextHop(const RoutePolicy& policy, std::string_view domain);

} // namespace ns3::postroad::route

#endif // POSTROAD_ROUTE_NEXT_HOP_H
