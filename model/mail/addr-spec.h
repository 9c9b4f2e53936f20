/**
 * A mailbox's address: local part, "@", domain (RFC 5322 section 3.4.1 addr-spec, RFC 5321 section
 * 4.1.2 Mailbox). The two grammars differ, the value is one; each parser stands with its protocol,
 * the header's stands here. It leaves out the obsolete local part with blanks around its dots.
 */
#ifndef POSTROAD_MAIL_ADDR_SPEC_H
#define POSTROAD_MAIL_ADDR_SPEC_H

#include "postroad/wire/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace ns3::postroad::mail
{

/// The longest local part (RFC 5321 section 4.5.3.1.1), in octets.
inline constexpr std::size_t LOCAL_PART_LIMIT = 64;

/// The longest domain (RFC 5321 section 4.5.3.1.2), in octets.
inline constexpr std::size_t DOMAIN_LIMIT = 255;

/// The two halves of an address.
struct AddrSpec
{
    std::string localPart; ///< without quotes: what the receiving host calls the mailbox
    std::string domain;    ///< a domain name, or an address literal with its brackets

    /// "alice@a.net"; the local part is quoted where the grammar asks for it. The domain and its
    /// "@" are left out when it is empty, as in "postmaster".
    std::string ToString() const;

    /// Equal by the rule of RFC 5321 section 2.4: the domain as a name, the local part as it is.
    bool operator==(const AddrSpec& other) const;
};

/**
 * addr-spec = local-part "@" domain, as it stands in a header field; blanks and comments around it
 * and around the "@" are skipped.
 */
wire::Result<AddrSpec> ParseAddrSpec(std::string_view text);

} // namespace ns3::postroad::mail

#endif // POSTROAD_MAIL_ADDR_SPEC_H
