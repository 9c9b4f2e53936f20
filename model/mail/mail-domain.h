/**
 * Domain names and address literals, as text (RFC 5321 sections 4.1.2 and 4.1.3).
 */
#ifndef POSTROAD_MAIL_MAIL_DOMAIN_H
#define POSTROAD_MAIL_MAIL_DOMAIN_H

#include "postroad/mail/addr-spec.h"
#include "postroad/text/charset.h"

#include <cstddef>
#include <string_view>

namespace ns3::postroad::mail
{

/// "a.net": letters, digits and inner hyphens, in labels of 1 to 63 octets joined by dots; with
/// text::Charset::UTF8 the letters beyond US-ASCII as well (RFC 6531 section 3.3).
bool IsDomain(std::string_view text, text::Charset charset = text::Charset::ASCII);

/// What EHLO may name, and what stands behind the "@": a domain or an address literal, of at most
/// DOMAIN_LIMIT octets.
bool IsDomainOrLiteral(std::string_view text, text::Charset charset = text::Charset::ASCII);

/// "[192.0.2.1]" or "[IPv6:2001:db8::1]".
bool IsAddressLiteral(std::string_view text);

} // namespace ns3::postroad::mail

#endif // POSTROAD_MAIL_MAIL_DOMAIN_H
