#include "postroad/mail/mail-path.h"
#include "postroad/smtp/grammar/smtp-rcpt-parameters.h"
#include "postroad/smtp/server/smtp-server-commands.h"
#include "postroad/smtp/server/smtp-server-context.h"
#include "postroad/smtp/server/smtp-server-parameters.h"
#include "postroad/text/ascii.h"
#include "postroad/text/charset.h"

#include <utility>

namespace ns3::postroad::smtp
{

namespace
{

constexpr std::string_view TO = "TO:";

/// A recipient that the agent does not take was none.
void
FinishRcpt(ServerContext& session, Reply& reply)
{
    if (!reply.IsPositive())
    {
        session.GetTransaction().envelope.recipients.pop_back();
    }
}

} // namespace

/// RFC 5321 section 4.1.1.3: rcpt = "RCPT TO:" ( "<Postmaster@" Domain ">" / "<Postmaster>" /
/// Forward-path ) [SP Rcpt-parameters] CRLF
void
HandleRcpt(ServerContext& session, std::string_view argument)
{
    if (!text::StartsWithIgnoringCase(argument, TO))
    {
        return session.Complain(MakeReply(501, INVALID_ARGUMENTS, "Expected RCPT TO:<address>"));
    }
    const auto path = mail::ParseForwardPath(argument.substr(TO.size()), text::Charset::UTF8);
    if (!path)
    {
        const auto reason = "Bad recipient address: " + path.GetError().reason;
        return session.Complain(MakeReply(501, BAD_RECIPIENT_SYNTAX, reason));
    }
    const auto words = ReadOfferedParameters(session, path->rest, FindRcptExtension);
    if (!words)
    {
        return;
    }
    const auto parameters = ReadRcptParameters(*words);
    if (!parameters)
    {
        return session.Complain(MakeReply(501, INVALID_ARGUMENTS, parameters.GetError().reason));
    }
    if (!session.GetTransaction().envelope.isInternationalized &&
        !text::IsAscii(path->value.ToString()))
    {
        return session.Complain(
            MakeReply(553, NON_ASCII_ADDRESS, "Recipient address is not in US-ASCII"));
    }
    if (session.GetTransaction().envelope.recipients.size() >= session.GetConfig().recipientLimit)
    {
        return session.SendReply(MakeReply(452, TOO_MANY_RECIPIENTS, "Too many recipients"));
    }
    auto recipient = path->value;
    recipient.notify = parameters->notify;
    recipient.originalRecipient = parameters->originalRecipient;
    session.GetTransaction().envelope.recipients.push_back(recipient);
    session.Ask(RecipientGiven{std::move(recipient)},
                {.input = ServerInput::RCPT,
                 .usual = MakeReply(250, RECIPIENT_OK, "Ok"),
                 .finish = FinishRcpt});
}

} // namespace ns3::postroad::smtp
