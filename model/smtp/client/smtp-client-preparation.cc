#include "postroad/smtp/client/smtp-client-preparation.h"

#include "postroad/mail/mail-path.h"
#include "postroad/smtp/client/smtp-seven-bit.h"
#include "postroad/smtp/grammar/smtp-content.h"
#include "postroad/smtp/grammar/smtp-rcpt-parameters.h"
#include "postroad/smtp/grammar/smtp-xtext.h"
#include "postroad/text/charset.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

namespace ns3::postroad::smtp
{

namespace
{

/// Anything else in a path (a line ending, say) would change what the server reads.
bool
IsSendable(const mail::ReversePath& path)
{
    const auto text = path.ToString();
    const auto parsed = mail::ParseReversePath(text, text::Charset::UTF8);
    return parsed && parsed->rest.empty();
}

bool
IsSendable(const mail::ForwardPath& path)
{
    const auto text = path.ToString();
    const auto parsed = mail::ParseForwardPath(text, text::Charset::UTF8);
    return parsed && parsed->rest.empty();
}

/// RFC 6531 section 3.2: what only a server with SMTPUTF8 can have, the recipients aside.
bool
NeedsUtf8(const mail::Envelope& envelope, std::string_view content)
{
    const auto header = content.substr(0, content.find("\r\n\r\n"));
    return !text::IsAscii(envelope.reversePath.ToString()) ||
           (envelope.isInternationalized && IsEightBit(header));
}

/// True when a transaction with this server shall be one of SMTPUTF8.
bool
UsesUtf8(const mail::Envelope& envelope, const ServerAbilities& abilities)
{
    const auto& recipients = envelope.recipients;
    return abilities.hasUtf8 &&
           (envelope.isInternationalized || !text::IsAscii(envelope.reversePath.ToString()) ||
            std::any_of(recipients.begin(), recipients.end(), [](const auto& recipient) {
                return !text::IsAscii(recipient.ToString());
            }));
}

/// RFC 1870 section 4: size-value, of the reply to EHLO; 0 when it is none.
std::uint64_t
ParseSizeLimit(std::string_view text)
{
    std::uint64_t limit = 0;
    std::from_chars(text.data(), text.data() + text.size(), limit);
    return limit;
}

/// Encodes the content again if the server needs it so; a reply when it cannot be done.
std::optional<Reply>
FitContent(std::string& content, const ServerAbilities& abilities)
{
    if (!HasOnlyCrLf(content))
    {
        return MakeReply(554, MEDIA_ERROR, "Not sent: a bare CR or LF is in the message");
    }
    if (IsEightBit(content) && !abilities.hasEightBit)
    {
        auto encoded = EncodeAsSevenBit(content);
        if (!encoded)
        {
            return MakeReply(554, CONVERSION_NOT_SUPPORTED, "Not sent: no 8BITMIME at the server");
        }
        content = std::move(*encoded);
    }
    if (HasLongLine(content))
    {
        return MakeReply(554, MEDIA_ERROR, "Not sent: a line has more than 1000 octets");
    }
    if (abilities.sizeLimit > 0 && content.size() > abilities.sizeLimit)
    {
        return MakeReply(552, MESSAGE_TOO_BIG, "Not sent: larger than the server takes");
    }
    return std::nullopt;
}

MailParameters
MakeMailParameters(const mail::Envelope& envelope,
                   const std::string& content,
                   const ServerAbilities& abilities)
{
    MailParameters parameters;
    if (abilities.hasSize)
    {
        parameters.size = content.size();
    }
    if (IsEightBit(content))
    {
        parameters.body = mail::BodyType::EIGHT_BIT_MIME;
    }
    parameters.isInternationalized = UsesUtf8(envelope, abilities);
    if (abilities.hasDsn)
    {
        parameters.returnedContent = envelope.returned;
        const bool fits = SerializeXtext(envelope.envelopeId).size() <= ENVELOPE_ID_LIMIT;
        parameters.envelopeId = fits ? envelope.envelopeId : "";
    }
    return parameters;
}

} // namespace

ServerAbilities
ReadAbilities(const std::vector<Extension>& extensions)
{
    const auto has = [&extensions](std::string_view keyword) {
        return FindExtension(extensions, keyword) != nullptr;
    };
    const auto* const size = FindExtension(extensions, EXTENSION_SIZE);
    return {has(EXTENSION_PIPELINING),
            size != nullptr,
            size ? ParseSizeLimit(size->parameters) : 0,
            has(EXTENSION_8BITMIME),
            has(EXTENSION_SMTPUTF8),
            has(EXTENSION_DSN),
            has(EXTENSION_CHUNKING)};
}

Preparation
Prepare(const mail::Envelope& envelope, std::string content, const ServerAbilities& abilities)
{
    if (!IsSendable(envelope.reversePath))
    {
        return {MakeReply(553, BAD_SENDER_SYNTAX, "Not sent: the sender's address is none"),
                {},
                {}};
    }
    if (!abilities.hasUtf8 && NeedsUtf8(envelope, content))
    {
        return {MakeReply(553, NON_ASCII_ADDRESS, "Not sent: no SMTPUTF8 at the server"), {}, {}};
    }
    if (auto refusal = FitContent(content, abilities))
    {
        return {std::move(refusal), {}, {}};
    }
    auto parameters = MakeMailParameters(envelope, content, abilities);
    return {std::nullopt, std::move(content), std::move(parameters)};
}

std::optional<Reply>
CheckRecipient(const mail::ForwardPath& recipient, const ServerAbilities& abilities)
{
    if (!IsSendable(recipient))
    {
        return MakeReply(553, BAD_RECIPIENT_SYNTAX, "Not sent: the address is none");
    }
    if (!abilities.hasUtf8 && !text::IsAscii(recipient.ToString()))
    {
        return MakeReply(553, NON_ASCII_ADDRESS, "Not sent: no SMTPUTF8 at the server");
    }
    return std::nullopt;
}

std::string
MakeRcptParameters(const mail::ForwardPath& recipient, const ServerAbilities& abilities)
{
    if (!abilities.hasDsn)
    {
        return "";
    }
    RcptParameters parameters{recipient.notify, recipient.originalRecipient};
    const auto original = Serialize(RcptParameters{std::nullopt, recipient.originalRecipient});
    const auto parsed = ParseParameters(original);
    if (!parsed || !ReadRcptParameters(*parsed))
    {
        parameters.originalRecipient.clear();
    }
    return Serialize(parameters);
}

} // namespace ns3::postroad::smtp
