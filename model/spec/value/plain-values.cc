#include "postroad/spec/value/plain-values.h"

#include "postroad/mail/mail-domain.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

namespace ns3::postroad::scenario
{

namespace
{

wire::Error
Refuse(std::string_view expected)
{
    return {wire::ErrorKind::SYNTAX, 0, std::string(expected)};
}

/// Whether a text is some parts with dots between them, each as `isPart` asks; how many of them.
template <typename Predicate>
std::optional<std::size_t>
CountParts(std::string_view text, Predicate isPart)
{
    std::size_t count = 0;
    for (std::size_t begin = 0; begin <= text.size(); ++count)
    {
        const auto end = std::min(text.find('.', begin), text.size());
        if (!isPart(text.substr(begin, end - begin)))
        {
            return std::nullopt;
        }
        begin = end + 1;
    }
    return count;
}

std::optional<std::uint64_t>
ParseNumber(std::string_view text, std::uint64_t least, std::uint64_t most)
{
    std::uint64_t number = 0;
    const auto* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, number);
    const auto isGood = error == std::errc() && end == last && number >= least && number <= most;
    return isGood ? std::optional(number) : std::nullopt;
}

template <typename T>
wire::Result<T>
ParseInteger(std::string_view text, std::uint64_t least, std::uint64_t most)
{
    if (const auto number = ParseNumber(text, least, most))
    {
        return static_cast<T>(*number);
    }
    return Refuse("a number from " + std::to_string(least) + " to " + std::to_string(most));
}

} // namespace

bool
IsIpv4Address(std::string_view text)
{
    return CountParts(text, [](std::string_view part) {
               return part.size() <= 3 && ParseNumber(part, 0, 255).has_value();
           }) == 4U;
}

wire::Result<std::string>
ParseText(std::string_view text)
{
    return std::string(text);
}

wire::Result<mail::DomainName>
ParseHostName(std::string_view text)
{
    auto name = mail::DomainName::Parse(text);
    if (name && (IsIpv4Address(text) || text.find_first_of("_/") != std::string_view::npos))
    {
        return Refuse("a name such as mail.a.net (letters, digits, hyphens, dots)");
    }
    return name;
}

wire::Result<mail::DomainName>
ParseDomainName(std::string_view text)
{
    return mail::DomainName::Parse(text);
}

wire::Result<std::string>
ParseAddress(std::string_view text)
{
    if (!IsIpv4Address(text))
    {
        return Refuse("an IPv4 address such as 192.0.2.1");
    }
    return std::string(text);
}

wire::Result<mail::AddrSpec>
ParseMailAddress(std::string_view text)
{
    auto address = mail::ParseAddrSpec(text);
    if (!address)
    {
        return Refuse("a mail address such as alice@a.net");
    }
    if (!mail::IsAddressLiteral(address->domain))
    {
        const auto domain = mail::DomainName::Parse(address->domain);
        if (!domain)
        {
            return domain.GetError();
        }
        address->domain = domain->ToString();
    }
    return address;
}

wire::Result<std::uint16_t>
ParsePort(std::string_view text)
{
    return ParseInteger<std::uint16_t>(text, 1, UINT16_MAX);
}

wire::Result<std::uint16_t>
ParsePreference(std::string_view text)
{
    return ParseInteger<std::uint16_t>(text, 0, UINT16_MAX);
}

wire::Result<std::uint32_t>
ParseSeed(std::string_view text)
{
    return ParseInteger<std::uint32_t>(text, 1, SEED_LIMIT);
}

wire::Result<std::size_t>
ParseCount(std::string_view text)
{
    return ParseInteger<std::size_t>(text, 0, UINT32_MAX);
}

wire::Result<bool>
ParseTruth(std::string_view text)
{
    if (text != "true" && text != "false")
    {
        return Refuse("true or false");
    }
    return text == "true";
}

std::vector<std::string>
SplitLines(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty())
    {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

} // namespace ns3::postroad::scenario
