#include "postroad/smtp/grammar/smtp-mail-parameters.h"

#include "postroad/smtp/grammar/smtp-extension.h"
#include "postroad/smtp/grammar/smtp-xtext.h"
#include "postroad/text/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <limits>

namespace ns3::postroad::smtp
{

namespace
{

/// RFC 1870 section 4: size-value = 1*20DIGIT; more than 64 bits can hold is the most they hold
bool
ReadSize(std::string_view text, MailParameters& into)
{
    std::uint64_t size = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
    into.size = error == std::errc() ? size : std::numeric_limits<std::uint64_t>::max();
    return !text.empty() && text.size() <= 20 && end == text.data() + text.size();
}

/// RFC 6152 section 2: body-value = "7BIT" / "8BITMIME"
bool
ReadBody(std::string_view text, MailParameters& into)
{
    const bool isEightBit = text::EqualsIgnoringCase(text, "8BITMIME");
    into.body = isEightBit ? mail::BodyType::EIGHT_BIT_MIME : mail::BodyType::SEVEN_BIT;
    return isEightBit || text::EqualsIgnoringCase(text, "7BIT");
}

/// RFC 6531 section 3.4: SMTPUTF8 takes no value.
bool
ReadSmtpUtf8(std::string_view text, MailParameters& into)
{
    into.isInternationalized = true;
    return text.empty();
}

/// RFC 3461 section 4.3: ret-value = "FULL" / "HDRS"
bool
ReadRet(std::string_view text, MailParameters& into)
{
    const bool isFull = text::EqualsIgnoringCase(text, "FULL");
    into.returnedContent = isFull ? mail::ReturnedContent::FULL : mail::ReturnedContent::HEADERS;
    return isFull || text::EqualsIgnoringCase(text, "HDRS");
}

/// RFC 3461 section 4.4: envid-parameter = "ENVID=" xtext
bool
ReadEnvid(std::string_view text, MailParameters& into)
{
    into.envelopeId = ParseXtext(text).value_or("");
    return !into.envelopeId.empty() && text.size() <= ENVELOPE_ID_LIMIT;
}

/// A parameter that is known here.
struct KnownParameter
{
    std::string_view keyword;
    std::string_view extension;
    bool (*read)(std::string_view value, MailParameters& into); ///< false when the value is none
};

constexpr auto KNOWN = std::to_array<KnownParameter>({
    {"SIZE", EXTENSION_SIZE, ReadSize},
    {"BODY", EXTENSION_8BITMIME, ReadBody},
    {"SMTPUTF8", EXTENSION_SMTPUTF8, ReadSmtpUtf8},
    {"RET", EXTENSION_DSN, ReadRet},
    {"ENVID", EXTENSION_DSN, ReadEnvid},
});

const KnownParameter*
Find(std::string_view keyword)
{
    const auto* const found = std::find_if(KNOWN.begin(), KNOWN.end(), [keyword](const auto& each) {
        return text::EqualsIgnoringCase(each.keyword, keyword);
    });
    return found == KNOWN.end() ? nullptr : found;
}

} // namespace

std::string_view
FindMailExtension(std::string_view keyword)
{
    const auto* const known = Find(keyword);
    return known ? known->extension : std::string_view();
}

wire::Result<MailParameters>
ReadMailParameters(const std::vector<Parameter>& parameters)
{
    MailParameters read;
    for (const auto& parameter : parameters)
    {
        const auto* const known = Find(parameter.keyword);
        if (!known || !known->read(parameter.value, read))
        {
            return wire::Error{wire::ErrorKind::SYNTAX,
                               0,
                               "Bad value of " + text::ToUpper(parameter.keyword)};
        }
    }
    return read;
}

std::string
Serialize(const MailParameters& parameters)
{
    std::string text;
    if (parameters.size)
    {
        text += " SIZE=" + std::to_string(*parameters.size);
    }
    if (parameters.body)
    {
        const bool isEightBit = *parameters.body == mail::BodyType::EIGHT_BIT_MIME;
        text += isEightBit ? " BODY=8BITMIME" : " BODY=7BIT";
    }
    if (parameters.isInternationalized)
    {
        text += " SMTPUTF8";
    }
    if (parameters.returnedContent)
    {
        const bool isFull = *parameters.returnedContent == mail::ReturnedContent::FULL;
        text += isFull ? " RET=FULL" : " RET=HDRS";
    }
    if (!parameters.envelopeId.empty())
    {
        text += " ENVID=" + SerializeXtext(parameters.envelopeId);
    }
    return text;
}

} // namespace ns3::postroad::smtp
