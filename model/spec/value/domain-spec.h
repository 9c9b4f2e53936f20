/**
 * A mail domain as a scenario declares it: who has a mailbox there, and which hosts take its mail.
 *
 * Its zone is derived (derived-zone.h), unless `zone` gives it whole; `removed` and `records` edit
 * it.
 */
#ifndef POSTROAD_SPEC_VALUE_DOMAIN_SPEC_H
#define POSTROAD_SPEC_VALUE_DOMAIN_SPEC_H

#include "postroad/mail/domain-name.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::scenario
{

/// Somebody with a mailbox.
struct UserSpec
{
    std::string name;     ///< the local part of the address: "alice"
    std::string password; ///< by default the name
    std::string fullName; ///< the display name: "Alice Doe"; may be empty

    bool operator==(const UserSpec&) const = default;
};

/// A host that takes mail for a domain (RFC 5321 section 5.1).
struct MailExchanger
{
    std::uint16_t preference{10}; ///< the lowest is tried first
    mail::DomainName host;        ///< its name

    bool operator==(const MailExchanger&) const = default;
};

/// One mail domain.
struct DomainSpec
{
    mail::DomainName name;         ///< "b.net"
    std::vector<UserSpec> users;   ///< in the order of the file
    std::vector<MailExchanger> mx; ///< in the order of the file
    std::vector<mail::DomainName>
        nameServers;                  ///< hosts with role dns; by default as NameService says
    mail::DomainName mailboxHost;     ///< by default the first exchanger with role mda
    std::uint32_t ttl{3600};          ///< of derived records, in seconds
    std::string zone;                 ///< a master file (RFC 1035) in place of derived records
    std::vector<std::string> removed; ///< sets of records that it goes without: "www A"
    std::vector<std::string> records; ///< further records, as lines of a master file

    /// The user of that name, in any case, or nullptr.
    const UserSpec* FindUser(std::string_view userName) const;

    bool operator==(const DomainSpec&) const = default;
};

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_DOMAIN_SPEC_H
