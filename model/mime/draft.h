/**
 * What a person writes, and the message that a user agent makes of it (RFC 5322 section 3.6).
 *
 * Text outside ASCII goes out as UTF-8: the body as it is, under the MIME fields that say so
 * (RFC 2045), header text as encoded-words. Parts, attachments and other encodings are left out.
 */
#ifndef POSTROAD_MIME_DRAFT_H
#define POSTROAD_MIME_DRAFT_H

#include "postroad/mail/envelope.h"
#include "postroad/mail/name-addr.h"
#include "postroad/wire/result.h"
#include "postroad/wire/wall-clock.h"

#include <string>
#include <vector>

namespace ns3::postroad::mime
{

/// A letter before it is sent.
struct Draft
{
    mail::NameAddr from;               ///< its author
    std::vector<mail::NameAddr> to{};  ///< whom it is meant for
    std::vector<mail::NameAddr> cc{};  ///< who shall know
    std::vector<mail::NameAddr> bcc{}; ///< who shall know without the others knowing
    std::string subject{};             ///< one line; may be empty
    wire::WallTime date{};             ///< when it is sent, by the sender's clock
    std::string messageId{};           ///< without its angle brackets; may be empty
    std::string body{};                ///< lines ended in any of the usual ways
};

/// The envelope it travels in: from its author to everybody in To, Cc and Bcc.
mail::Envelope MakeEnvelope(const Draft& draft);

/**
 * The message: header, folded, and body, lines ended by CRLF. Bcc is not in it, nor are fields that
 * would be empty.
 *
 * Fails when a line would be longer than LINE_LENGTH_LIMIT, and when a control character stands in
 * what goes into the header.
 */
wire::Result<std::string> Compose(const Draft& draft);

} // namespace ns3::postroad::mime

#endif // POSTROAD_MIME_DRAFT_H
