/**
 * US-ASCII classes and case, free of the host's locale.
 *
 * The mail and DNS protocols compare names without case in ASCII only (RFC 5321 section 2.4,
 * RFC 4343); octets above 127 are left as they are.
 */
#ifndef POSTROAD_TEXT_ASCII_H
#define POSTROAD_TEXT_ASCII_H

#include <string>
#include <string_view>

namespace ns3::postroad::text
{

constexpr bool
IsDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool
IsAlpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr bool
IsAlphaNumeric(char c)
{
    return IsAlpha(c) || IsDigit(c);
}

/// Space or horizontal tab (RFC 5234's WSP).
constexpr bool
IsBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// A visible character: neither blank nor control, below 127 (RFC 5234's VCHAR).
constexpr bool
IsVisible(char c)
{
    return c > ' ' && c < '\x7f';
}

constexpr char
ToLower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr char
ToUpper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string ToLower(std::string_view text);
std::string ToUpper(std::string_view text);

/// True when the two differ in nothing but the case of ASCII letters.
bool EqualsIgnoringCase(std::string_view a, std::string_view b);

/// True when `text` begins with `prefix`, the case of ASCII letters aside.
bool StartsWithIgnoringCase(std::string_view text, std::string_view prefix);

/// Orders by lower-cased octets, for ordered containers keyed by names.
struct LessIgnoringCase
{
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const;
};

/// The text without blanks at either end.
std::string_view Trim(std::string_view text);

} // namespace ns3::postroad::text

#endif // POSTROAD_TEXT_ASCII_H
