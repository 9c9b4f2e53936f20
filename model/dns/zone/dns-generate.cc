#include "postroad/dns/zone/dns-generate.h"

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-record-type.h"
#include "postroad/text/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <system_error>
#include <vector>

namespace ns3::postroad::dns
{

namespace
{

constexpr std::string_view EXPECTED_RANGE =
    "a range such as 1-20 or 0-255/5, each number at most 2147483647";
constexpr std::string_view EXPECTED_LINE =
    "a name and a record behind the range: 'host$ A 10.0.0.$'";
constexpr std::string_view EXPECTED_FORM =
    "'$', or '${offset,width,base}' with base d, o, x, X, n or N, such as '${0,3,d}'";

/// Takes a number at the beginning of the text; false when there is none.
template <typename Number>
bool
TakeNumber(std::string_view& text, Number& number)
{
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    return read.ec == std::errc();
}

/// True when the text began with the character, which is then taken.
bool
TakeCharacter(std::string_view& text, char c)
{
    const bool isThere = !text.empty() && text.front() == c;
    text.remove_prefix(isThere ? 1 : 0);
    return isThere;
}

/// range = start "-" stop [ "/" step ]
bool
ParseRange(std::string_view text, Generate& generate)
{
    const bool isRange = TakeNumber(text, generate.start) && TakeCharacter(text, '-') &&
                         TakeNumber(text, generate.stop);
    const bool isStepped = TakeCharacter(text, '/');
    return isRange && (!isStepped || TakeNumber(text, generate.step)) && text.empty() &&
           generate.step > 0 && generate.start <= generate.stop &&
           std::max(generate.stop, generate.step) <= Generate::NUMBER_LIMIT;
}

/// How a '$' is written out.
struct NumberForm
{
    std::int32_t offset{0};
    std::uint32_t width{0};
    char base{'d'};
};

/// form = "{" offset [ "," width [ "," base ] ] "}"; takes it, or nothing when there is no "{".
bool
TakeForm(std::string_view& text, NumberForm& form)
{
    if (!TakeCharacter(text, '{'))
    {
        return true;
    }
    if (!TakeNumber(text, form.offset))
    {
        return false;
    }
    if (TakeCharacter(text, ','))
    {
        if (!TakeNumber(text, form.width) || form.width > Generate::WIDTH_LIMIT)
        {
            return false;
        }
        if (TakeCharacter(text, ','))
        {
            form.base = text.empty() ? ' ' : text.front();
            text.remove_prefix(text.empty() ? 0 : 1);
        }
    }
    constexpr std::string_view BASES = "doxXnN";
    return BASES.find(form.base) != std::string_view::npos && TakeCharacter(text, '}');
}

/// The digits of a number in a base, filled up with zeros.
std::string
FormatDigits(std::uint64_t number, int base, std::size_t width)
{
    std::array<char, 32> digits{};
    const auto* const end =
        std::to_chars(digits.data(), digits.data() + digits.size(), number, base).ptr;
    const std::string text(digits.data(), static_cast<std::size_t>(end - digits.data()));
    return std::string(width - std::min(width, text.size()), '0') + text;
}

/// The hexadecimal digits as labels, the last first; the dots count for the width.
std::string
FormatNibbles(std::uint64_t number, std::size_t width)
{
    auto digits = FormatDigits(number, 16, (width + 1) / 2);
    std::reverse(digits.begin(), digits.end());
    std::string text;
    for (const char digit : digits)
    {
        text += text.empty() ? "" : ".";
        text += digit;
    }
    // BIND ends an even width with a dot.
    return text.size() < width ? text + '.' : text;
}

std::string
Format(std::uint64_t number, const NumberForm& form)
{
    switch (form.base)
    {
    case 'o':
        return FormatDigits(number, 8, form.width);
    case 'x':
        return FormatDigits(number, 16, form.width);
    case 'X':
        return text::ToUpper(FormatDigits(number, 16, form.width));
    case 'n':
        return FormatNibbles(number, form.width);
    case 'N':
        return text::ToUpper(FormatNibbles(number, form.width));
    default:
        return FormatDigits(number, 10, form.width);
    }
}

/// Takes what follows a '$' and gives what stands in its place; none when it is wrong.
std::optional<std::string>
TakeNumberText(std::string_view& text, std::uint32_t number)
{
    if (TakeCharacter(text, '$'))
    {
        return "$";
    }
    NumberForm form;
    if (!TakeForm(text, form))
    {
        return std::nullopt;
    }
    const auto shifted = std::int64_t{number} + form.offset;
    return shifted < 0 ? std::nullopt
                       : std::optional(Format(static_cast<std::uint64_t>(shifted), form));
}

/// The fields of the line behind name, TTL, class and type.
std::vector<std::string_view>
FindData(std::string_view line)
{
    FieldReader fields(line, Name());
    fields.ReadField("a name");
    while (!fields.Peek().empty() &&
           (text::IsDigit(fields.Peek().front()) || FindRecordClass(fields.Peek())))
    {
        fields.ReadField("a TTL or a class");
    }
    fields.ReadField("a type");
    std::vector<std::string_view> data;
    while (fields.IsOk() && !fields.Peek().empty())
    {
        data.push_back(fields.ReadField("data"));
    }
    return data;
}

/// The line, its data without quotes where they are one string in quotes, as BIND has it.
std::string
Unquote(std::string_view line)
{
    const auto data = FindData(line);
    if (data.size() != 1 || data.front().size() < 2 || data.front().front() != '"')
    {
        return std::string(line);
    }
    const auto quoted = data.front();
    std::string made(line.substr(0, line.size() - quoted.size()));
    for (const char c : quoted.substr(1, quoted.size() - 2))
    {
        const bool isQuote = c == '"' && made.back() == '\\';
        made.resize(made.size() - (isQuote ? 1 : 0));
        made += c;
    }
    return made;
}

} // namespace

wire::Result<Generate>
Generate::Parse(std::string_view entry)
{
    FieldReader fields(entry, Name());
    fields.ReadField("$GENERATE");
    Generate generate;
    const auto range = fields.ReadField(EXPECTED_RANGE);
    if (fields.IsOk() && !ParseRange(range, generate))
    {
        fields.FailExpecting(EXPECTED_RANGE);
    }
    const auto name = fields.ReadField(EXPECTED_LINE);
    if (!fields.IsOk())
    {
        return fields.GetError();
    }
    const auto begin = static_cast<std::size_t>(name.data() - entry.data());
    const auto line = entry.substr(begin);
    generate.line = Unquote(line.substr(0, line.find_last_not_of(" \t") + 1));
    return generate;
}

std::size_t
Generate::Count() const
{
    return (stop - start) / step + 1;
}

wire::Result<std::string>
Generate::MakeLine(std::uint32_t number) const
{
    std::string made;
    std::string_view rest = line;
    while (!rest.empty())
    {
        const char c = rest.front();
        const std::size_t size = c == '\\' ? std::min<std::size_t>(2, rest.size()) : 1;
        const auto taken = rest.substr(0, size);
        rest.remove_prefix(size);
        if (c != '$')
        {
            made += taken;
            continue;
        }
        const auto behind = rest;
        const auto text = TakeNumberText(rest, number);
        if (!text)
        {
            return wire::Error{wire::ErrorKind::SYNTAX,
                               0,
                               "expected " + std::string(EXPECTED_FORM) + ", got '$" +
                                   std::string(behind) + "' for " + std::to_string(number)};
        }
        made += *text;
    }
    return made;
}

} // namespace ns3::postroad::dns
