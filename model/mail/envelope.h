/**
 * The envelope of a message: where it comes from and where it is to go (RFC 5321 section 2.3.1).
 *
 * The envelope, not the header, decides the way of a message; To and From are for people.
 */
#ifndef POSTROAD_MAIL_ENVELOPE_H
#define POSTROAD_MAIL_ENVELOPE_H

#include "postroad/mail/addr-spec.h"

#include <optional>
#include <string>
#include <vector>

namespace ns3::postroad::mail
{

/// Where failures are reported to; null for messages about which nothing shall be reported.
struct ReversePath
{
    std::optional<AddrSpec> mailbox; ///< none is the null reverse path

    bool IsNull() const
    {
        return !mailbox;
    }

    /// "<alice@a.net>", or "<>".
    std::string ToString() const;

    bool operator==(const ReversePath&) const = default;
};

/// When the sender wants to hear of a recipient (RFC 3461 section 4.1); all false is NEVER.
struct Notify
{
    bool onSuccess{false}; ///< SUCCESS
    bool onFailure{false}; ///< FAILURE
    bool onDelay{false};   ///< DELAY

    bool operator==(const Notify&) const = default;
};

/// One recipient.
struct ForwardPath
{
    AddrSpec mailbox;                ///< the domain is empty only for "postmaster"
    std::optional<Notify> notify{};  ///< NOTIFY; none: of failures, and of delays as the host does
    std::string originalRecipient{}; ///< ORCPT, decoded: "rfc822;bob@b.net"; empty for none

    /// "<bob@b.net>".
    std::string ToString() const;

    bool operator==(const ForwardPath&) const = default;
};

/// What a notification of failure gives back of the message (RFC 3461 section 4.3).
enum class ReturnedContent
{
    FULL,
    HEADERS,
};

/// How the content is encoded, as MAIL declares it (RFC 6152).
enum class BodyType
{
    SEVEN_BIT,
    EIGHT_BIT_MIME,
};

/// Sender and recipients of one mail transaction, and what MAIL says of the message.
struct Envelope
{
    ReversePath reversePath;                   ///< from MAIL FROM
    std::vector<ForwardPath> recipients;       ///< from each accepted RCPT TO, in order
    BodyType body{BodyType::SEVEN_BIT};        ///< BODY
    bool isInternationalized{false};           ///< SMTPUTF8 (RFC 6531)
    std::optional<ReturnedContent> returned{}; ///< RET
    std::string envelopeId{};                  ///< ENVID, decoded; empty for none

    bool operator==(const Envelope&) const = default;
};

} // namespace ns3::postroad::mail

#endif // POSTROAD_MAIL_ENVELOPE_H
