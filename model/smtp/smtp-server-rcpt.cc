#include "postroad/mail/mail-path.h"
#include "postroad/smtp/smtp-rcpt-parameters.h"
#include "postroad/smtp/smtp-server-session.h"
#include "postroad/text/ascii.h"
#include "postroad/text/charset.h"

#include <utility>

namespace ns3::postroad::smtp
{

namespace
{

constexpr std::string_view TO = "TO:";

} // namespace

/// RFC 5321 section 4.1.1.3: rcpt = "RCPT TO:" ( "<Postmaster@" Domain ">" / "<Postmaster>" /
/// Forward-path ) [SP Rcpt-parameters] CRLF
void
ServerSession::HandleRcpt(std::string_view argument)
{
    if (!text::StartsWithIgnoringCase(argument, TO))
    {
        return Complain(MakeReply(501, INVALID_ARGUMENTS, "Expected RCPT TO:<address>"));
    }
    const auto path = mail::ParseForwardPath(argument.substr(TO.size()), text::Charset::UTF8);
    if (!path)
    {
        const auto reason = "Bad recipient address: " + path.GetError().reason;
        return Complain(MakeReply(501, BAD_RECIPIENT_SYNTAX, reason));
    }
    const auto words = ReadParameters(path->rest, FindRcptExtension);
    if (!words)
    {
        return;
    }
    const auto parameters = ReadRcptParameters(*words);
    if (!parameters)
    {
        return Complain(MakeReply(501, INVALID_ARGUMENTS, parameters.GetError().reason));
    }
    if (!m_envelope.isInternationalized && !text::IsAscii(path->value.ToString()))
    {
        return Complain(MakeReply(553, NON_ASCII_ADDRESS, "Recipient address is not in US-ASCII"));
    }
    if (m_envelope.recipients.size() >= m_config.recipientLimit)
    {
        return SendReply(MakeReply(452, TOO_MANY_RECIPIENTS, "Too many recipients"));
    }
    auto recipient = path->value;
    recipient.notify = parameters->notify;
    recipient.originalRecipient = parameters->originalRecipient;
    m_envelope.recipients.push_back(recipient);
    Ask(RecipientGiven{std::move(recipient)},
        {ServerInput::RCPT, MakeReply(250, RECIPIENT_OK, "Ok"), &ServerSession::FinishRcpt});
}

void
ServerSession::FinishRcpt(Reply& reply)
{
    if (!reply.IsPositive())
    {
        m_envelope.recipients.pop_back();
    }
}

} // namespace ns3::postroad::smtp
