#include "postroad/dns/data/dns-svc-parameter.h"

#include "postroad/dns/codec/dns-character-string.h"
#include "postroad/dns/data/dns-svc-value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>
#include <system_error>

namespace ns3::postroad::dns
{

namespace
{

constexpr std::string_view NUMBERED = "key";

struct KeyRow
{
    SvcKey key;
    std::string_view name;
    std::string_view expected; ///< an example
    std::optional<std::string> (*parse)(std::string_view text);
    std::string (*format)(std::string_view value); ///< of a valid value
};

/// From the text of mandatory's value to its keys.
std::optional<std::string> ParseKeys(std::string_view text);
std::string FormatKeys(std::string_view value);

constexpr std::array<KeyRow, 7> KEYS{{
    {SvcKey::MANDATORY, "mandatory", "mandatory=alpn,port", ParseKeys, FormatKeys},
    {SvcKey::ALPN, "alpn", "alpn=\"h2,h3\"", ParseAlpn, FormatAlpn},
    {SvcKey::NO_DEFAULT_ALPN,
     "no-default-alpn",
     "no-default-alpn without a value",
     ParseNothing,
     FormatNothing},
    {SvcKey::PORT, "port", "port=443", ParsePort, FormatPort},
    {SvcKey::IPV4HINT, "ipv4hint", "ipv4hint=192.0.2.1,192.0.2.2", ParseIpv4Hint, FormatIpv4Hint},
    {SvcKey::ECH, "ech", "ech= and base 64", ParseEch, FormatEch},
    {SvcKey::IPV6HINT, "ipv6hint", "ipv6hint=2001:db8::1", ParseIpv6Hint, FormatIpv6Hint},
}};

const KeyRow*
FindRow(SvcKey key)
{
    const auto* const row =
        std::find_if(KEYS.begin(), KEYS.end(), [key](const auto& each) { return each.key == key; });
    return row == KEYS.end() ? nullptr : row;
}

/// RFC 9460 section 2.1: "keyNNNNN", the number without leading zeros.
std::optional<SvcKey>
FindNumberedKey(std::string_view name)
{
    std::uint16_t number = 0;
    const auto digits = name.substr(std::min(NUMBERED.size(), name.size()));
    const char* const end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, number);
    const SvcKey key{number};
    const bool isKey = name.starts_with(NUMBERED) && read.ec == std::errc() && read.ptr == end &&
                       digits == std::to_string(number) && key != SvcKey::INVALID;
    return isKey ? std::optional(key) : std::nullopt;
}

std::optional<SvcKey>
FindKey(std::string_view name)
{
    for (const auto& row : KEYS)
    {
        if (row.name == name)
        {
            return row.key;
        }
    }
    return FindNumberedKey(name);
}

/// RFC 9460 section 8: the keys in ascending order, each once.
std::optional<std::string>
ParseKeys(std::string_view text)
{
    std::vector<SvcKey> keys;
    for (const auto& name : SplitList(text).value_or(std::vector<std::string>()))
    {
        const auto key = FindKey(name);
        if (!key)
        {
            return std::nullopt;
        }
        keys.push_back(*key);
    }
    std::sort(keys.begin(), keys.end());
    if (keys.empty() || std::adjacent_find(keys.begin(), keys.end()) != keys.end())
    {
        return std::nullopt;
    }
    wire::ByteWriter writer;
    for (const auto key : keys)
    {
        writer.WriteU16(static_cast<std::uint16_t>(key));
    }
    return writer.TakeOctets();
}

std::string
FormatKeys(std::string_view value)
{
    std::string text;
    for (const auto key : GetMandatoryKeys({SvcKey::MANDATORY, std::string(value)}))
    {
        text += text.empty() ? "" : ",";
        text += ToString(key);
    }
    return text;
}

constexpr std::string_view EXPECTED = "a parameter such as alpn=\"h2,h3\", port=443 or key65280=a";

} // namespace

std::string
ToString(SvcKey key)
{
    const auto* const row = FindRow(key);
    return row != nullptr ? std::string(row->name)
                          : std::string(NUMBERED) + std::to_string(static_cast<unsigned>(key));
}

std::vector<SvcKey>
GetMandatoryKeys(const SvcParameter& mandatory)
{
    wire::ByteReader reader(mandatory.value);
    std::vector<SvcKey> keys;
    while (reader.IsOk() && reader.GetRemaining() > 0)
    {
        keys.push_back(SvcKey{reader.ReadU16()});
    }
    return keys;
}

/// A value is right when its text means the same again.
bool
SvcParameter::IsValid() const
{
    const auto* const row = FindRow(key);
    return row != nullptr ? row->parse(row->format(value)) == value : key != SvcKey::INVALID;
}

SvcParameter
SvcParameter::Parse(FieldReader& fields)
{
    const auto pair = fields.ReadPair(EXPECTED);
    const auto key = FindKey(pair.key);
    if (!key)
    {
        fields.FailExpecting(EXPECTED);
        return {};
    }
    const auto text = pair.value.value_or("");
    const auto* const row = FindRow(*key);
    if (row == nullptr)
    {
        return {*key, text};
    }
    const auto value = pair.key == row->name ? row->parse(text) : std::optional(text);
    SvcParameter parameter{*key, value.value_or("")};
    if (!value || !parameter.IsValid())
    {
        fields.FailExpecting(row->expected);
    }
    return parameter;
}

std::string
SvcParameter::ToString() const
{
    const auto* const row = FindRow(key);
    const auto text = row != nullptr ? row->format(value) : value;
    const bool isQuoted = row == nullptr || key == SvcKey::ALPN;
    const auto name = dns::ToString(key);
    return text.empty() ? name : name + '=' + (isQuoted ? Quote(text) : text);
}

} // namespace ns3::postroad::dns
