/**
 * The domains whose mailboxes are on a host: what decides whether a message has arrived (RFC 5321
 * section 2.3.5).
 *
 * A practice server keeps everything: every domain counts as one of its own.
 */
#ifndef POSTROAD_STORE_LOCAL_DOMAINS_H
#define POSTROAD_STORE_LOCAL_DOMAINS_H

#include "postroad/mail/domain-name.h"

#include <set>
#include <string_view>

namespace ns3::postroad::store
{

/// One host's domains.
struct LocalDomains
{
    std::set<mail::DomainName> names; ///< and literals of the host's own addresses
    bool isCatchAll{false};           ///< every domain is among them

    /// True when mail for a domain goes into mailboxes on this host. A recipient without a domain
    /// (postmaster) is local.
    bool Has(std::string_view domain) const;
};

} // namespace ns3::postroad::store

#endif // POSTROAD_STORE_LOCAL_DOMAINS_H
