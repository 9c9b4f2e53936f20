#include "postroad/smtp/client/smtp-seven-bit.h"

#include "postroad/mail/mail-message.h"
#include "postroad/text/ascii.h"
#include "postroad/text/charset.h"
#include "postroad/text/quoted-printable.h"

#include <algorithm>

namespace ns3::postroad::smtp
{

namespace
{

constexpr std::string_view TRANSFER_ENCODING = "Content-Transfer-Encoding";

/// RFC 2045 section 5.2: without Content-Type a message is plain text.
bool
IsText(const mail::Message& message)
{
    const auto* const type = message.Find("Content-Type");
    return !type || text::StartsWithIgnoringCase(type->GetValue(), "text/");
}

bool
IsHeaderAscii(const mail::Message& message)
{
    return std::all_of(message.header.begin(), message.header.end(), [](const auto& field) {
        return text::IsAscii(field.name) && text::IsAscii(field.body);
    });
}

} // namespace

std::optional<std::string>
EncodeAsSevenBit(std::string_view content)
{
    auto message = mail::ParseMessage(content);
    const auto encoding =
        std::find_if(message.header.begin(), message.header.end(), [](auto& field) {
            return text::EqualsIgnoringCase(field.name, TRANSFER_ENCODING);
        });
    const bool isEightBit =
        encoding != message.header.end() && text::EqualsIgnoringCase(encoding->GetValue(), "8bit");
    if (!isEightBit || !message.Find("MIME-Version") || !IsText(message) || !IsHeaderAscii(message))
    {
        return std::nullopt;
    }
    encoding->body = " quoted-printable";
    message.body = text::EncodeQuotedPrintable(message.body);
    return message.Serialize();
}

} // namespace ns3::postroad::smtp
