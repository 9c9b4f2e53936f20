#include "postroad/text/json-text.h"

#include "postroad/text/utf8.h"

#include <array>
#include <cstdint>

namespace ns3::postroad::text
{

namespace
{

constexpr char HEX_DIGITS[] = "0123456789abcdef";

std::uint8_t
Octet(char c)
{
    return static_cast<std::uint8_t>(c);
}

/// True when the octet stands for itself inside a JSON string.
constexpr std::array<bool, 256> PLAIN = [] {
    std::array<bool, 256> plain{};
    for (int octet = 0x20; octet < 0x80; ++octet)
    {
        plain[octet] = octet != '"' && octet != '\\';
    }
    return plain;
}();

/// How many octets the text begins with that stand for themselves. Whole blocks are looked at
/// first, without a way out of a block: so the compiler takes all its octets at once.
std::size_t
CountPlain(std::string_view text)
{
    constexpr std::size_t BLOCK = 32;
    std::size_t count = 0;
    for (; count + BLOCK <= text.size(); count += BLOCK)
    {
        signed char special = 0;
        for (const char c : text.substr(count, BLOCK))
        {
            const auto octet = static_cast<signed char>(c); // negative from 0x80 on
            const bool isSpecial = (octet < 0x20) | (c == '"') | (c == '\\');
            special = static_cast<signed char>(special | static_cast<signed char>(isSpecial));
        }
        if (special != 0)
        {
            break;
        }
    }
    while (count < text.size() && PLAIN[Octet(text[count])])
    {
        ++count;
    }
    return count;
}

/// True when `text` begins with U+EF80 to U+EFFF, the characters that stand for octets.
bool
StandsForOctet(std::string_view text)
{
    return text.size() >= 3 && Octet(text[0]) == 0xee && Octet(text[1]) >= 0xbe &&
           Octet(text[1]) <= 0xbf && (Octet(text[2]) & 0xc0) == 0x80;
}

void
AppendForeignOctet(std::string& out, std::uint8_t octet)
{
    out += '\xee';
    out += static_cast<char>(0xbc | octet >> 6);
    out += static_cast<char>(0x80 | (octet & 0x3f));
}

void
AppendEscape(std::string& out, char c)
{
    switch (c)
    {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        out += "\\u00";
        out += HEX_DIGITS[Octet(c) >> 4];
        out += HEX_DIGITS[Octet(c) & 0xf];
    }
}

/// Appends what the text begins with if it is no plain character; gives how many octets that was.
std::size_t
AppendSpecial(std::string& out, std::string_view text)
{
    if (Octet(text[0]) < 0x80)
    {
        AppendEscape(out, text[0]);
        return 1;
    }
    const auto length = StandsForOctet(text) ? 0 : MatchCharacter(text);
    if (length == 0)
    {
        AppendForeignOctet(out, Octet(text[0]));
        return 1;
    }
    out += text.substr(0, length);
    return length;
}

} // namespace

void
AppendJsonText(std::string& out, std::string_view octets)
{
    out += '"';
    while (!octets.empty())
    {
        const auto plain = CountPlain(octets);
        out += octets.substr(0, plain);
        octets.remove_prefix(plain);
        if (!octets.empty())
        {
            octets.remove_prefix(AppendSpecial(out, octets));
        }
    }
    out += '"';
}

std::string
DecodeJsonText(std::string_view text)
{
    std::string octets;
    octets.reserve(text.size());
    while (!text.empty())
    {
        if (StandsForOctet(text))
        {
            octets += static_cast<char>((Octet(text[1]) & 0x3) << 6 | (Octet(text[2]) & 0x3f));
            text.remove_prefix(3);
        }
        else
        {
            octets += text[0];
            text.remove_prefix(1);
        }
    }
    return octets;
}

} // namespace ns3::postroad::text
