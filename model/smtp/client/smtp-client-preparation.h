/**
 * What a client does with a message before it says MAIL: the message is fitted to what the server
 * offers, or found unfit for it.
 *
 * RFC 1870 (SIZE), RFC 6152 section 3 (8 bits where 8BITMIME is not offered), RFC 6531 section 3.2
 * (SMTPUTF8 likewise), RFC 3461 section 5 (DSN's parameters only where they are offered).
 */
#ifndef POSTROAD_SMTP_CLIENT_SMTP_CLIENT_PREPARATION_H
#define POSTROAD_SMTP_CLIENT_SMTP_CLIENT_PREPARATION_H

#include "postroad/mail/envelope.h"
#include "postroad/smtp/grammar/smtp-extension.h"
#include "postroad/smtp/grammar/smtp-mail-parameters.h"
#include "postroad/smtp/grammar/smtp-reply.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ns3::postroad::smtp
{

/// What a server has said that it can do.
struct ServerAbilities
{
    bool hasPipelining{false};
    bool hasSize{false};
    std::uint64_t sizeLimit{0}; ///< octets; 0 for none that is known
    bool hasEightBit{false};
    bool hasUtf8{false};
    bool hasDsn{false};
    bool hasChunking{false};

    bool operator==(const ServerAbilities&) const = default;
};

/// Reads what a server offers.
ServerAbilities ReadAbilities(const std::vector<Extension>& extensions);

/// A message as this server can have it.
struct Preparation
{
    std::optional<Reply> refusal; ///< why it cannot, in the words of a reply
    std::string content;          ///< perhaps encoded again
    MailParameters parameters;    ///< for MAIL
};

/// Fits a message to a server.
Preparation
Prepare(const mail::Envelope& envelope, std::string content, const ServerAbilities& abilities);

/// Why a recipient cannot be named to this server; nothing if it can.
std::optional<Reply>
CheckRecipient(const mail::ForwardPath& recipient, const ServerAbilities& abilities);

/// The parameters that RCPT carries to this server, as they stand behind the path.
std::string
MakeRcptParameters(const mail::ForwardPath& recipient, const ServerAbilities& abilities);

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_CLIENT_SMTP_CLIENT_PREPARATION_H
