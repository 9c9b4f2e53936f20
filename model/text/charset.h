/**
 * The two character sets of addresses: US-ASCII, and UTF-8 where SMTPUTF8 is in use (RFC 6531).
 */
#ifndef POSTROAD_TEXT_CHARSET_H
#define POSTROAD_TEXT_CHARSET_H

#include <string_view>

namespace ns3::postroad::text
{

/// What a text may be made of.
enum class Charset
{
    ASCII,
    UTF8,
};

/// True for an octet that is part of no character of US-ASCII.
constexpr bool
IsBeyondAscii(char c)
{
    return static_cast<unsigned char>(c) > 127;
}

/// True when no octet is above 127.
bool IsAscii(std::string_view text);

/// True when all of the text is well-formed UTF-8 (RFC 3629), as US-ASCII always is.
bool IsUtf8(std::string_view text);

} // namespace ns3::postroad::text

#endif // POSTROAD_TEXT_CHARSET_H
