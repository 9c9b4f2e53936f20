#include "postroad/text/base64.h"

#include <cstddef>
#include <cstdint>

namespace ns3::postroad::text
{

namespace
{

constexpr std::string_view ALPHABET =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr char PADDING = '=';
constexpr std::size_t GROUP_OCTETS = 3;
constexpr std::size_t GROUP_DIGITS = 4;
constexpr int DIGIT_BITS = 6;
constexpr int OCTET_BITS = 8;

/// The 24 bits of up to three octets, those that are missing taken as zero.
std::uint32_t
GetBits(std::string_view group)
{
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < GROUP_OCTETS; ++i)
    {
        bits = bits << OCTET_BITS | (i < group.size() ? static_cast<std::uint8_t>(group[i]) : 0);
    }
    return bits;
}

/// How many digits the text has in front of its padding; none if the padding is not right.
std::optional<std::size_t>
CountDigits(std::string_view text)
{
    if (text.size() % GROUP_DIGITS != 0)
    {
        return std::nullopt;
    }
    const auto last = text.find_last_not_of(PADDING);
    const std::size_t count = last == std::string_view::npos ? 0 : last + 1;
    const bool isPadded = text.size() - count < GROUP_OCTETS;
    return isPadded ? std::optional(count) : std::nullopt;
}

} // namespace

std::string
EncodeBase64(std::string_view octets)
{
    std::string text;
    for (std::size_t begin = 0; begin < octets.size(); begin += GROUP_OCTETS)
    {
        const auto group = octets.substr(begin, GROUP_OCTETS);
        const auto bits = GetBits(group);
        for (std::size_t digit = 0; digit < GROUP_DIGITS; ++digit)
        {
            const auto shift = static_cast<int>(GROUP_DIGITS - 1 - digit) * DIGIT_BITS;
            text += digit <= group.size() ? ALPHABET[bits >> shift & 0x3f] : PADDING;
        }
    }
    return text;
}

std::optional<std::string>
DecodeBase64(std::string_view text)
{
    const auto count = CountDigits(text);
    if (!count)
    {
        return std::nullopt;
    }
    std::string octets;
    std::uint32_t bits = 0;
    int bitCount = 0;
    for (const char c : text.substr(0, *count))
    {
        const auto digit = ALPHABET.find(c);
        if (digit == std::string_view::npos)
        {
            return std::nullopt;
        }
        bits = bits << DIGIT_BITS | static_cast<std::uint32_t>(digit);
        bitCount += DIGIT_BITS;
        if (bitCount >= OCTET_BITS)
        {
            bitCount -= OCTET_BITS;
            octets += static_cast<char>(bits >> bitCount);
            bits &= (1U << bitCount) - 1;
        }
    }
    return bits == 0 ? std::optional(octets) : std::nullopt;
}

} // namespace ns3::postroad::text
