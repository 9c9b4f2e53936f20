#include "postroad/mail/mail-path.h"
#include "postroad/smtp/smtp-mail-parameters.h"
#include "postroad/smtp/smtp-server-session.h"
#include "postroad/text/ascii.h"
#include "postroad/text/charset.h"

#include <utility>

namespace ns3::postroad::smtp
{

namespace
{

constexpr std::string_view FROM = "FROM:";

} // namespace

/// RFC 5321 section 4.1.1.2: mail = "MAIL FROM:" Reverse-path [SP Mail-parameters] CRLF
void
ServerSession::HandleMail(std::string_view argument)
{
    if (!text::StartsWithIgnoringCase(argument, FROM))
    {
        return Complain(MakeReply(501, INVALID_ARGUMENTS, "Expected MAIL FROM:<address>"));
    }
    const auto path = mail::ParseReversePath(argument.substr(FROM.size()), text::Charset::UTF8);
    if (!path)
    {
        const auto reason = "Bad sender address: " + path.GetError().reason;
        return Complain(MakeReply(501, BAD_SENDER_SYNTAX, reason));
    }
    const auto words = ReadParameters(path->rest, FindMailExtension);
    if (!words)
    {
        return;
    }
    const auto parameters = ReadMailParameters(*words);
    if (!parameters)
    {
        return Complain(MakeReply(501, INVALID_ARGUMENTS, parameters.GetError().reason));
    }
    if (!parameters->isInternationalized && !text::IsAscii(path->value.ToString()))
    {
        return Complain(MakeReply(553, NON_ASCII_ADDRESS, "Sender address is not in US-ASCII"));
    }
    if (parameters->size.value_or(0) > m_config.contentLimit)
    {
        return SendReply(MakeReply(552, MESSAGE_TOO_BIG, "Message too big"));
    }
    BeginTransaction(path->value, *parameters);
}

void
ServerSession::BeginTransaction(mail::ReversePath path, const MailParameters& parameters)
{
    m_envelope = {std::move(path),
                  {},
                  parameters.body.value_or(mail::BodyType::SEVEN_BIT),
                  parameters.isInternationalized,
                  parameters.returnedContent,
                  parameters.envelopeId};
    m_idleCommands = 0;
    Ask(ReversePathGiven{m_envelope.reversePath, parameters.size},
        {ServerInput::MAIL, MakeReply(250, SENDER_OK, "Ok")});
}

/// Reads what stands behind a path; complains, and gives nothing, when it is no list of parameters
/// or has one whose extension is not offered.
std::optional<std::vector<Parameter>>
ServerSession::ReadParameters(std::string_view text,
                              std::string_view (*findExtension)(std::string_view keyword))
{
    auto parameters = ParseParameters(text);
    if (!parameters)
    {
        Complain(
            MakeReply(501, INVALID_ARGUMENTS, "Bad parameters: " + parameters.GetError().reason));
        return std::nullopt;
    }
    for (const auto& parameter : *parameters)
    {
        if (!IsOffered(findExtension(parameter.keyword)))
        {
            Complain(MakeReply(555, INVALID_ARGUMENTS, "Parameter not recognized or not offered"));
            return std::nullopt;
        }
    }
    return std::move(parameters).GetValue();
}

} // namespace ns3::postroad::smtp
