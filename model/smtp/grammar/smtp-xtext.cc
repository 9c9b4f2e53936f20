#include "postroad/smtp/grammar/smtp-xtext.h"

#include "postroad/text/ascii.h"

namespace ns3::postroad::smtp
{

namespace
{

constexpr std::string_view HEX_DIGITS = "0123456789ABCDEF";

/// RFC 3461 section 4: xchar = any CHAR from "!" to "~", except "+" and "="
bool
IsXchar(char c)
{
    return text::IsVisible(c) && c != '+' && c != '=';
}

/// RFC 3461 section 4: hexchar = "+" and two hexadecimal digits in upper case; -1 when it is none.
int
ParseHexchar(std::string_view text)
{
    const auto high = text.size() < 3 ? HEX_DIGITS.npos : HEX_DIGITS.find(text[1]);
    const auto low = text.size() < 3 ? HEX_DIGITS.npos : HEX_DIGITS.find(text[2]);
    const bool isHexchar = high != HEX_DIGITS.npos && low != HEX_DIGITS.npos;
    return isHexchar ? static_cast<int>(high * HEX_DIGITS.size() + low) : -1;
}

} // namespace

std::string
SerializeXtext(std::string_view text)
{
    std::string xtext;
    for (const char c : text)
    {
        if (IsXchar(c))
        {
            xtext += c;
        }
        else
        {
            const auto octet = static_cast<unsigned char>(c);
            xtext += '+';
            xtext += HEX_DIGITS[octet / HEX_DIGITS.size()];
            xtext += HEX_DIGITS[octet % HEX_DIGITS.size()];
        }
    }
    return xtext;
}

/// RFC 3461 section 4: xtext = *( xchar / hexchar )
std::optional<std::string>
ParseXtext(std::string_view text)
{
    std::string decoded;
    while (!text.empty())
    {
        const bool isHexchar = text.front() == '+';
        const int octet = isHexchar ? ParseHexchar(text) : text.front();
        const char c = static_cast<char>(octet);
        if (octet < 0 || !(isHexchar ? text::IsVisible(c) || c == ' ' : IsXchar(c)))
        {
            return std::nullopt;
        }
        decoded += c;
        text.remove_prefix(isHexchar ? 3 : 1);
    }
    return decoded;
}

} // namespace ns3::postroad::smtp
