#include "postroad/mail/mail-path.h"
#include "postroad/smtp/grammar/smtp-mail-parameters.h"
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

constexpr std::string_view FROM = "FROM:";

/// The agent decides on the sender; a transaction begins.
void
AskSender(ServerContext& session, mail::ReversePath path, const MailParameters& parameters)
{
    session.BeginTransaction({std::move(path),
                              {},
                              parameters.body.value_or(mail::BodyType::SEVEN_BIT),
                              parameters.isInternationalized,
                              parameters.returnedContent,
                              parameters.envelopeId});
    session.Ask(ReversePathGiven{session.GetTransaction().envelope.reversePath, parameters.size},
                {.input = ServerInput::MAIL, .usual = MakeReply(250, SENDER_OK, "Ok")});
}

} // namespace

/// RFC 5321 section 4.1.1.2: mail = "MAIL FROM:" Reverse-path [SP Mail-parameters] CRLF
void
HandleMail(ServerContext& session, std::string_view argument)
{
    if (!text::StartsWithIgnoringCase(argument, FROM))
    {
        return session.Complain(MakeReply(501, INVALID_ARGUMENTS, "Expected MAIL FROM:<address>"));
    }
    const auto path = mail::ParseReversePath(argument.substr(FROM.size()), text::Charset::UTF8);
    if (!path)
    {
        const auto reason = "Bad sender address: " + path.GetError().reason;
        return session.Complain(MakeReply(501, BAD_SENDER_SYNTAX, reason));
    }
    const auto words = ReadOfferedParameters(session, path->rest, FindMailExtension);
    if (!words)
    {
        return;
    }
    const auto parameters = ReadMailParameters(*words);
    if (!parameters)
    {
        return session.Complain(MakeReply(501, INVALID_ARGUMENTS, parameters.GetError().reason));
    }
    if (!parameters->isInternationalized && !text::IsAscii(path->value.ToString()))
    {
        return session.Complain(
            MakeReply(553, NON_ASCII_ADDRESS, "Sender address is not in US-ASCII"));
    }
    if (parameters->size.value_or(0) > session.GetConfig().contentLimit)
    {
        return session.SendReply(MakeReply(552, MESSAGE_TOO_BIG, "Message too big"));
    }
    AskSender(session, path->value, *parameters);
}

} // namespace ns3::postroad::smtp
