#include "postroad/text/utf8.h"

#include <algorithm>
#include <cstdint>

namespace ns3::postroad::text
{

namespace
{

/// What the end of a text that was too long becomes.
constexpr std::string_view ELLIPSIS = "...";

constexpr char HEX_DIGITS[] = "0123456789abcdef";

std::uint8_t
Octet(char c)
{
    return static_cast<std::uint8_t>(c);
}

/// A row of Unicode's table of well-formed UTF-8 (table 3-7): how many octets the character has,
/// and what the second may be. A length of 0 means that no row fits.
struct Row
{
    std::size_t length{0};
    std::uint8_t low{0x80};
    std::uint8_t high{0xbf};
};

Row
FindRow(std::uint8_t lead)
{
    if (lead >= 0xc2 && lead <= 0xdf)
    {
        return {2};
    }
    if (lead >= 0xe0 && lead <= 0xef)
    {
        return {3,
                static_cast<std::uint8_t>(lead == 0xe0 ? 0xa0 : 0x80),
                static_cast<std::uint8_t>(lead == 0xed ? 0x9f : 0xbf)};
    }
    if (lead >= 0xf0 && lead <= 0xf4)
    {
        return {4,
                static_cast<std::uint8_t>(lead == 0xf0 ? 0x90 : 0x80),
                static_cast<std::uint8_t>(lead == 0xf4 ? 0x8f : 0xbf)};
    }
    return {};
}

/// True for the controls of ASCII and for U+0080 to U+009F, which terminals obey as well.
bool
IsControl(std::string_view character)
{
    const auto first = Octet(character[0]);
    return first < 0x20 || first == 0x7f || (first == 0xc2 && Octet(character[1]) < 0xa0);
}

/// How many octets the next thing to look at has: a character, or an octet that is part of none.
std::size_t
GetStep(std::string_view text)
{
    return std::max<std::size_t>(MatchCharacter(text), 1);
}

} // namespace

std::size_t
MatchCharacter(std::string_view text)
{
    if (text.empty() || Octet(text[0]) < 0x80)
    {
        return text.empty() ? 0 : 1;
    }
    const auto row = FindRow(Octet(text[0]));
    if (row.length == 0 || text.size() < row.length || Octet(text[1]) < row.low ||
        Octet(text[1]) > row.high)
    {
        return 0;
    }
    const bool isWhole = std::all_of(text.begin() + 2, text.begin() + row.length, [](char c) {
        return (Octet(c) & 0xc0) == 0x80;
    });
    return isWhole ? row.length : 0;
}

std::size_t
CountCharacters(std::string_view text)
{
    std::size_t count = 0;
    for (; !text.empty(); text.remove_prefix(GetStep(text)))
    {
        ++count;
    }
    return count;
}

std::string
MakePrintable(std::string_view text)
{
    std::string printable;
    printable.reserve(text.size());
    while (!text.empty())
    {
        const auto length = MatchCharacter(text);
        const auto character = text.substr(0, std::max<std::size_t>(length, 1));
        if (character == "\t")
        {
            printable += "    ";
        }
        else if (length > 0 && !IsControl(character))
        {
            printable += character;
        }
        else
        {
            for (const char c : character)
            {
                printable += {'\\', 'x', HEX_DIGITS[Octet(c) >> 4], HEX_DIGITS[Octet(c) & 0xf]};
            }
        }
        text.remove_prefix(character.size());
    }
    return printable;
}

std::string
Shorten(std::string_view text, std::size_t limit)
{
    if (CountCharacters(text) <= limit)
    {
        return std::string(text);
    }
    std::size_t end = 0;
    for (auto count = limit - ELLIPSIS.size(); count > 0; --count)
    {
        end += GetStep(text.substr(end));
    }
    return std::string(text.substr(0, end)) + std::string(ELLIPSIS);
}

} // namespace ns3::postroad::text
