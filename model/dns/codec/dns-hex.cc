#include "postroad/dns/codec/dns-hex.h"

#include <charconv>
#include <cstddef>
#include <cstdint>

namespace ns3::postroad::dns
{

namespace
{

constexpr std::string_view HEX_DIGITS = "0123456789ABCDEF";

} // namespace

std::string
ToHex(std::string_view octets)
{
    std::string text;
    for (const char c : octets)
    {
        const auto octet = static_cast<std::uint8_t>(c);
        text += HEX_DIGITS[octet >> 4];
        text += HEX_DIGITS[octet & 0x0f];
    }
    return text;
}

bool
AppendHex(std::string_view digits, std::string& octets)
{
    if (digits.size() % 2 != 0)
    {
        return false;
    }
    for (std::size_t i = 0; i < digits.size(); i += 2)
    {
        std::uint8_t octet = 0;
        const char* const begin = digits.data() + i;
        if (std::from_chars(begin, begin + 2, octet, 16).ptr != begin + 2)
        {
            return false;
        }
        octets += static_cast<char>(octet);
    }
    return true;
}

} // namespace ns3::postroad::dns
