#include "postroad/smtp/smtp-parameter.h"
#include "postroad/smtp/smtp-path.h"
#include "postroad/smtp/smtp-server-session.h"
#include "postroad/wire/ascii.h"

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
    if (!wire::StartsWithIgnoringCase(argument, TO))
    {
        return SendReply(MakeReply(501, INVALID_ARGUMENTS, "Expected RCPT TO:<address>"));
    }
    auto path = ParseForwardPath(argument.substr(TO.size()));
    if (!path)
    {
        const auto reason = "Bad recipient address: " + path.GetError().reason;
        return SendReply(MakeReply(501, BAD_RECIPIENT_SYNTAX, reason));
    }
    const auto parameters = ParseParameters(path->rest);
    if (!parameters)
    {
        const auto reason = "Bad parameters: " + parameters.GetError().reason;
        return SendReply(MakeReply(501, INVALID_ARGUMENTS, reason));
    }
    if (!parameters->empty())
    {
        return SendReply(MakeReply(555, INVALID_ARGUMENTS, "Parameter not recognized"));
    }
    if (m_envelope.recipients.size() >= m_config.recipientLimit)
    {
        return SendReply(MakeReply(452, TOO_MANY_RECIPIENTS, "Too many recipients"));
    }
    m_envelope.recipients.push_back(path->value);
    Ask(RecipientGiven{path->value},
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
