/**
 * A mail transaction at a server (RFC 5321 section 3.3): what MAIL began, until the message is
 * accepted or the transaction dropped.
 */
#ifndef POSTROAD_SMTP_SERVER_SMTP_SERVER_TRANSACTION_H
#define POSTROAD_SMTP_SERVER_SMTP_SERVER_TRANSACTION_H

#include "postroad/mail/envelope.h"
#include "postroad/smtp/grammar/smtp-chunked-content.h"

#include <optional>

namespace ns3::postroad::smtp
{

/// What has come of one message so far.
struct ServerTransaction
{
    mail::Envelope envelope;               ///< the last recipient may be in question
    std::optional<ChunkedContent> content; ///< what chunks have brought; none before the first
};

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_SERVER_SMTP_SERVER_TRANSACTION_H
