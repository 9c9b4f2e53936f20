/**
 * The addresses of the envelope as MAIL and RCPT carry them (RFC 5321 sections 4.1.2 and 4.1.3).
 *
 * Quoted local parts lose their quotes, source routes are read and dropped (appendix C), and
 * "postmaster" needs no domain (section 2.3.5). Letters beyond US-ASCII are read where the caller
 * allows UTF-8 (RFC 6531 section 3.3). Address literals other than IPv4 and IPv6 are refused.
 */
#ifndef POSTROAD_MAIL_MAIL_PATH_H
#define POSTROAD_MAIL_MAIL_PATH_H

#include "postroad/mail/envelope.h"
#include "postroad/text/charset.h"
#include "postroad/wire/result.h"

#include <string_view>

namespace ns3::postroad::mail
{

/// RFC 5321 section 4.5.3.1.3: a path with its brackets.
constexpr std::size_t PATH_LIMIT = 256;

/// A value read from the beginning of a text.
template <typename T>
struct Leading
{
    T value;
    std::string_view rest; ///< what stands behind it
};

/// Reads the reverse path that a text begins with: "<alice@a.net>", "<>".
wire::Result<Leading<ReversePath>>
ParseReversePath(std::string_view text, text::Charset charset = text::Charset::ASCII);

/// Reads the forward path that a text begins with: "<bob@b.net>", "<postmaster>".
wire::Result<Leading<ForwardPath>>
ParseForwardPath(std::string_view text, text::Charset charset = text::Charset::ASCII);

} // namespace ns3::postroad::mail

#endif // POSTROAD_MAIL_MAIL_PATH_H
