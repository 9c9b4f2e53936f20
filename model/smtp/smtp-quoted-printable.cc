#include "postroad/smtp/smtp-quoted-printable.h"

#include "postroad/mime/mail-message.h"
#include "postroad/smtp/smtp-charset.h"
#include "postroad/wire/ascii.h"

#include <algorithm>

namespace ns3::postroad::smtp
{

namespace
{

constexpr std::string_view HEX_DIGITS = "0123456789ABCDEF";
constexpr std::string_view TRANSFER_ENCODING = "Content-Transfer-Encoding";

/// RFC 2045 section 6.7: hex-octet = "=" 2(DIGIT / "A" / ... / "F"), or the octet as it is
std::string
EncodeOctet(char c, bool isLineEnd)
{
    const bool isLiteral = (wire::IsVisible(c) && c != '=') || (wire::IsBlank(c) && !isLineEnd);
    if (isLiteral)
    {
        return {c};
    }
    const auto octet = static_cast<unsigned char>(c);
    return {'=', HEX_DIGITS[octet / 16], HEX_DIGITS[octet % 16]};
}

/// RFC 2045 section 6.7, rule 5: soft line breaks, "=" CRLF, keep the lines short.
std::string
EncodeLine(std::string_view line)
{
    std::string encoded;
    std::size_t column = 0;
    for (std::size_t i = 0; i < line.size(); ++i)
    {
        const auto octet = EncodeOctet(line[i], i + 1 == line.size());
        if (column + octet.size() >= ENCODED_LINE_LIMIT)
        {
            encoded += "=\r\n";
            column = 0;
        }
        encoded += octet;
        column += octet.size();
    }
    return encoded;
}

/// RFC 2045 section 5.2: without Content-Type a message is plain text.
bool
IsText(const mime::Message& message)
{
    const auto* const type = message.Find("Content-Type");
    return !type || wire::StartsWithIgnoringCase(type->GetValue(), "text/");
}

bool
IsHeaderAscii(const mime::Message& message)
{
    return std::all_of(message.header.begin(), message.header.end(), [](const auto& field) {
        return IsAscii(field.name) && IsAscii(field.body);
    });
}

} // namespace

std::string
EncodeQuotedPrintable(std::string_view text)
{
    std::string encoded;
    while (!text.empty())
    {
        const auto end = std::min(text.find("\r\n"), text.size());
        encoded += EncodeLine(text.substr(0, end));
        encoded += end < text.size() ? "\r\n" : "";
        text.remove_prefix(std::min(end + 2, text.size()));
    }
    return encoded;
}

std::optional<std::string>
EncodeAsSevenBit(std::string_view content)
{
    auto message = mime::ParseMessage(content);
    const auto encoding =
        std::find_if(message.header.begin(), message.header.end(), [](auto& field) {
            return wire::EqualsIgnoringCase(field.name, TRANSFER_ENCODING);
        });
    const bool isEightBit =
        encoding != message.header.end() && wire::EqualsIgnoringCase(encoding->GetValue(), "8bit");
    if (!isEightBit || !message.Find("MIME-Version") || !IsText(message) || !IsHeaderAscii(message))
    {
        return std::nullopt;
    }
    encoding->body = " quoted-printable";
    message.body = EncodeQuotedPrintable(message.body);
    return message.Serialize();
}

} // namespace ns3::postroad::smtp
