#include "postroad/text/quoted-printable.h"

#include "postroad/text/ascii.h"

#include <algorithm>

namespace ns3::postroad::text
{

namespace
{

constexpr std::string_view HEX_DIGITS = "0123456789ABCDEF";

/// RFC 2045 section 6.7: hex-octet = "=" 2(DIGIT / "A" / ... / "F"), or the octet as it is
std::string
EncodeOctet(char c, bool isLineEnd)
{
    const bool isLiteral = (IsVisible(c) && c != '=') || (IsBlank(c) && !isLineEnd);
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

} // namespace ns3::postroad::text
