/**
 * An address with the name of its owner, as From, To and Cc hold it (RFC 5322 section 3.4 mailbox:
 * name-addr or addr-spec). Groups and the obsolete routes are left out.
 */
#ifndef POSTROAD_MAIL_NAME_ADDR_H
#define POSTROAD_MAIL_NAME_ADDR_H

#include "postroad/mail/addr-spec.h"
#include "postroad/wire/result.h"

#include <string>
#include <string_view>

namespace ns3::postroad::mail
{

/// A display name, which may be empty, and an address.
struct NameAddr
{
    std::string displayName; ///< "Alice Doe", in UTF-8
    AddrSpec address;        ///< "alice@a.net"

    /// "Alice Doe <alice@a.net>", or the bare address. The name is quoted or encoded as needed.
    std::string ToString() const;

    bool operator==(const NameAddr&) const = default;
};

/// mailbox = name-addr / addr-spec. Encoded-words in the name are kept as they stand.
wire::Result<NameAddr> ParseNameAddr(std::string_view text);

} // namespace ns3::postroad::mail

#endif // POSTROAD_MAIL_NAME_ADDR_H
