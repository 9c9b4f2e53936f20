#include "postroad/mail/mail-domain.h"

#include "postroad/text/ascii.h"

#include <algorithm>

namespace ns3::postroad::mail
{

namespace
{

/// RFC 1035 section 2.3.4.
constexpr std::size_t LABEL_LIMIT = 63;

constexpr std::string_view IPV6_TAG = "IPv6:";
constexpr int IPV6_GROUPS = 8;

/// Cuts off the text up to the first `separator`, which goes too; all of it when there is none.
std::string_view
TakeUpTo(std::string_view& text, char separator)
{
    const auto end = std::min(text.find(separator), text.size());
    const auto part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

/// RFC 5321 section 4.1.2: sub-domain = Let-dig [Ldh-str]; RFC 6531 section 3.3: =/ U-label
bool
IsLabel(std::string_view text, text::Charset charset)
{
    return !text.empty() && text.size() <= LABEL_LIMIT && text.front() != '-' &&
           text.back() != '-' && std::all_of(text.begin(), text.end(), [charset](char c) {
               return text::IsAlphaNumeric(c) || c == '-' ||
                      (charset == text::Charset::UTF8 && text::IsBeyondAscii(c));
           });
}

/// RFC 5321 section 4.1.3: Snum = 1*3DIGIT, of a value from 0 to 255
bool
IsOctetNumber(std::string_view text)
{
    int number = 0;
    for (const char c : text)
    {
        number = text::IsDigit(c) ? number * 10 + (c - '0') : 256;
    }
    return !text.empty() && text.size() <= 3 && number < 256;
}

/// RFC 5321 section 4.1.3: IPv4-address-literal = Snum 3("." Snum)
bool
IsIpv4Address(std::string_view text)
{
    if (std::count(text.begin(), text.end(), '.') != 3)
    {
        return false;
    }
    bool isAddress = true;
    for (int i = 0; i < 4; ++i)
    {
        isAddress = isAddress && IsOctetNumber(TakeUpTo(text, '.'));
    }
    return isAddress;
}

/// RFC 5321 section 4.1.3: IPv6-hex = 1*4HEXDIG
bool
IsIpv6Group(std::string_view text)
{
    return !text.empty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), [](char c) {
        return text::IsDigit(c) || (text::ToLower(c) >= 'a' && text::ToLower(c) <= 'f');
    });
}

/// What the last group of an IPv6 address may be.
enum class LastGroup
{
    HEX,         ///< a group as the others
    HEX_OR_IPV4, ///< also an IPv4 address, which counts two
};

/// The groups of "a:b:c"; -1 when it is not of that form.
int
CountIpv6Groups(std::string_view text, LastGroup last)
{
    int count = 0;
    while (!text.empty())
    {
        const bool isLast = text.find(':') == text.npos;
        const bool endsInColon = text.back() == ':' && text.find(':') == text.size() - 1;
        const auto group = TakeUpTo(text, ':');
        if (isLast && last == LastGroup::HEX_OR_IPV4 && IsIpv4Address(group))
        {
            count += 2;
        }
        else if (IsIpv6Group(group) && !endsInColon)
        {
            ++count;
        }
        else
        {
            return -1;
        }
    }
    return count;
}

/// RFC 5321 section 4.1.3: IPv6-addr = IPv6-full / IPv6-comp / IPv6v4-full / IPv6v4-comp; "::"
/// stands once, for at least two groups.
bool
IsIpv6Address(std::string_view text)
{
    const auto gap = text.find("::");
    if (gap == text.npos)
    {
        return CountIpv6Groups(text, LastGroup::HEX_OR_IPV4) == IPV6_GROUPS;
    }
    const int before = CountIpv6Groups(text.substr(0, gap), LastGroup::HEX);
    const int after = CountIpv6Groups(text.substr(gap + 2), LastGroup::HEX_OR_IPV4);
    return before >= 0 && after >= 0 && before + after <= IPV6_GROUPS - 2;
}

} // namespace

/// RFC 5321 section 4.1.2: Domain = sub-domain *("." sub-domain)
bool
IsDomain(std::string_view text, text::Charset charset)
{
    if (text.empty() || text.back() == '.')
    {
        return false;
    }
    bool isDomain = true;
    while (isDomain && !text.empty())
    {
        isDomain = IsLabel(TakeUpTo(text, '.'), charset);
    }
    return isDomain;
}

/// RFC 5321 section 4.1.1.1: ( Domain / address-literal )
bool
IsDomainOrLiteral(std::string_view text, text::Charset charset)
{
    return text.size() <= DOMAIN_LIMIT && (IsDomain(text, charset) || IsAddressLiteral(text));
}

/// RFC 5321 section 4.1.2: address-literal = "[" ( IPv4-address-literal / IPv6-address-literal )
/// "]"
bool
IsAddressLiteral(std::string_view text)
{
    if (text.size() < 2 || text.front() != '[' || text.back() != ']')
    {
        return false;
    }
    const auto address = text.substr(1, text.size() - 2);
    return text::StartsWithIgnoringCase(address, IPV6_TAG)
               ? IsIpv6Address(address.substr(IPV6_TAG.size()))
               : IsIpv4Address(address);
}

} // namespace ns3::postroad::mail
