#include "postroad/dns/codec/dns-escape.h"

#include "postroad/text/ascii.h"

namespace ns3::postroad::dns
{

/// RFC 1035 section 5.1: "\X" where X is no digit, or "\DDD" where DDD is an octet in decimal.
bool
ReadEscape(std::string_view text, std::size_t& offset, std::string& octets)
{
    const auto rest = text.substr(offset + 1);
    if (rest.empty())
    {
        return false;
    }
    if (!text::IsDigit(rest[0]))
    {
        octets += rest[0];
        offset += 2;
        return true;
    }
    if (rest.size() < 3 || !text::IsDigit(rest[1]) || !text::IsDigit(rest[2]))
    {
        return false;
    }
    const int octet = (rest[0] - '0') * 100 + (rest[1] - '0') * 10 + (rest[2] - '0');
    octets += static_cast<char>(octet);
    offset += 4;
    return octet <= 255;
}

std::string
Escape(std::string_view octets, std::string_view special, std::string_view plain)
{
    std::string text;
    for (const char c : octets)
    {
        if (special.find(c) != std::string_view::npos)
        {
            text += '\\';
            text += c;
        }
        else if (text::IsVisible(c) || plain.find(c) != std::string_view::npos)
        {
            text += c;
        }
        else
        {
            const auto digits = std::to_string(static_cast<unsigned char>(c));
            text += '\\' + std::string(3 - digits.size(), '0') + digits;
        }
    }
    return text;
}

} // namespace ns3::postroad::dns
