#include "postroad/smtp/smtp-parameter.h"
#include "postroad/smtp/smtp-path.h"
#include "postroad/smtp/smtp-server-session.h"
#include "postroad/wire/ascii.h"

#include <charconv>
#include <limits>
#include <utility>

namespace ns3::postroad::smtp
{

namespace
{

constexpr std::string_view FROM = "FROM:";

/// RFC 1870 section 4: size-value = 1*20DIGIT; more than 64 bits can hold is the most they hold
std::optional<std::uint64_t>
ParseSize(std::string_view text)
{
    std::uint64_t size = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
    if (text.empty() || text.size() > 20 || end != text.data() + text.size())
    {
        return std::nullopt;
    }
    return error == std::errc() ? size : std::numeric_limits<std::uint64_t>::max();
}

/// RFC 6152 section 2: body-value = "7BIT" / "8BITMIME". Both are passed on as they come.
bool
IsBodyType(std::string_view text)
{
    return wire::EqualsIgnoringCase(text, "7BIT") || wire::EqualsIgnoringCase(text, "8BITMIME");
}

Reply
MakeParameterError(const Parameter& parameter)
{
    return MakeReply(501, INVALID_ARGUMENTS, "Bad value of " + wire::ToUpper(parameter.keyword));
}

} // namespace

/// RFC 5321 section 4.1.1.2: mail = "MAIL FROM:" Reverse-path [SP Mail-parameters] CRLF
void
ServerSession::HandleMail(std::string_view argument)
{
    if (!wire::StartsWithIgnoringCase(argument, FROM))
    {
        return SendReply(MakeReply(501, INVALID_ARGUMENTS, "Expected MAIL FROM:<address>"));
    }
    auto path = ParseReversePath(argument.substr(FROM.size()));
    if (!path)
    {
        const auto reason = "Bad sender address: " + path.GetError().reason;
        return SendReply(MakeReply(501, BAD_SENDER_SYNTAX, reason));
    }
    ReversePathGiven event{path->value, std::nullopt};
    if (const auto refusal = ReadMailParameters(path->rest, event))
    {
        return SendReply(*refusal);
    }
    m_envelope = {event.reversePath, {}};
    Ask(std::move(event), {ServerInput::MAIL, MakeReply(250, SENDER_OK, "Ok")});
}

/// Reads SIZE and BODY into the event; a reply when they, or others, cannot be taken.
std::optional<Reply>
ServerSession::ReadMailParameters(std::string_view text, ReversePathGiven& event) const
{
    const auto parameters = ParseParameters(text);
    if (!parameters)
    {
        return MakeReply(501, INVALID_ARGUMENTS, "Bad parameters: " + parameters.GetError().reason);
    }
    for (const auto& parameter : *parameters)
    {
        const auto isOffered = [&](std::string_view keyword, std::string_view extension) {
            return m_isExtended && m_config.Offers(extension) &&
                   wire::EqualsIgnoringCase(parameter.keyword, keyword);
        };
        if (isOffered("SIZE", EXTENSION_SIZE))
        {
            event.size = ParseSize(parameter.value);
            if (!event.size)
            {
                return MakeParameterError(parameter);
            }
        }
        else if (isOffered("BODY", EXTENSION_8BITMIME))
        {
            if (!IsBodyType(parameter.value))
            {
                return MakeParameterError(parameter);
            }
        }
        else
        {
            return MakeReply(555, INVALID_ARGUMENTS, "Parameter not recognized or not offered");
        }
    }
    if (event.size && *event.size > m_config.contentLimit)
    {
        return MakeReply(552, MESSAGE_TOO_BIG, "Message too big");
    }
    return std::nullopt;
}

} // namespace ns3::postroad::smtp
