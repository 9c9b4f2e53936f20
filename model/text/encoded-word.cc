#include "postroad/text/encoded-word.h"

#include "postroad/text/ascii.h"

#include <algorithm>

namespace ns3::postroad::text
{

namespace
{

constexpr std::string_view OPENING = "=?utf-8?q?";
constexpr std::string_view CLOSING = "?=";
constexpr std::string_view DIGITS = "0123456789ABCDEF";
constexpr std::size_t CHARACTER_LIMIT = 4; ///< octets of one character of UTF-8

/// One octet in the form that is allowed in a phrase too (RFC 2047 section 5 (3)).
std::string
EncodeOctet(char c)
{
    if (c == ' ')
    {
        return "_";
    }
    if (IsAlphaNumeric(c))
    {
        return {c};
    }
    const auto octet = static_cast<unsigned char>(c);
    return {'=', DIGITS[octet / 16], DIGITS[octet % 16]};
}

/// Takes one character, which is not to be cut, off the text and encodes it.
std::string
TakeCharacter(std::string_view& text)
{
    std::string encoded;
    std::size_t length = 0;
    do
    {
        encoded += EncodeOctet(text[length++]);
    } while (length < std::min(text.size(), CHARACTER_LIMIT) &&
             (static_cast<unsigned char>(text[length]) & 0xc0) == 0x80);
    text.remove_prefix(length);
    return encoded;
}

} // namespace

/// encoded-word = "=?" charset "?" encoding "?" encoded-text "?="
std::string
EncodeWords(std::string_view text)
{
    std::string words;
    std::string word(OPENING);
    while (!text.empty())
    {
        const auto character = TakeCharacter(text);
        if (word.size() + character.size() + CLOSING.size() > ENCODED_WORD_LIMIT)
        {
            words += word.append(CLOSING) + ' ';
            word = OPENING;
        }
        word += character;
    }
    return words + word.append(CLOSING);
}

} // namespace ns3::postroad::text
