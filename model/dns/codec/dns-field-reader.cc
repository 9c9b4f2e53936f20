#include "postroad/dns/codec/dns-field-reader.h"

#include "postroad/dns/codec/dns-escape.h"
#include "postroad/dns/codec/dns-hex.h"
#include "postroad/dns/codec/dns-period.h"
#include "postroad/text/base64.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <utility>

namespace ns3::postroad::dns
{

namespace
{

constexpr std::string_view BLANKS = " \t";

std::size_t
SkipBlanks(std::string_view text, std::size_t offset)
{
    return std::min(text.find_first_not_of(BLANKS, offset), text.size());
}

/// How long the field at the beginning of a text is: up to a blank that is not escaped, or up to
/// the quote that ends it.
std::size_t
MeasureField(std::string_view text)
{
    const bool isQuoted = !text.empty() && text.front() == '"';
    const std::string_view ends = isQuoted ? "\"" : BLANKS;
    std::size_t end = isQuoted ? 1 : 0;
    while (end < text.size() && ends.find(text[end]) == std::string_view::npos)
    {
        end += text[end] == '\\' ? 2 : 1;
    }
    return std::min(end + (isQuoted ? 1 : 0), text.size());
}

/// How long the pair at the beginning of a text is, whose value may be in quotes.
std::size_t
MeasurePair(std::string_view text)
{
    const std::size_t size = MeasureField(text);
    const auto mark = text.substr(0, size).find('=');
    const bool isQuoted = mark < size && text.substr(mark + 1, 1) == "\"";
    return isQuoted ? mark + 1 + MeasureField(text.substr(mark + 1)) : size;
}

/// The octets of a character string, quotes and escapes resolved; none when one of them is wrong.
std::optional<std::string>
Decode(std::string_view field)
{
    const bool isQuoted = !field.empty() && field.front() == '"';
    field.remove_prefix(isQuoted ? 1 : 0);
    if (isQuoted && (field.empty() || field.back() != '"'))
    {
        return std::nullopt;
    }
    field.remove_suffix(isQuoted ? 1 : 0);
    std::string octets;
    std::size_t offset = 0;
    while (offset < field.size())
    {
        if (field[offset] != '\\')
        {
            octets += field[offset++];
        }
        else if (!ReadEscape(field, offset, octets))
        {
            return std::nullopt;
        }
    }
    return octets;
}

} // namespace

FieldReader::FieldReader(std::string_view text, Name origin)
    : m_text(text)
    , m_origin(std::move(origin))
    , m_next(SkipBlanks(text, 0))
{
}

std::string_view
FieldReader::Peek() const
{
    const auto rest = m_text.substr(m_next);
    return rest.substr(0, MeasureField(rest));
}

std::string_view
FieldReader::ReadField(std::string_view expected)
{
    return TakeField(Peek().size(), expected);
}

std::string_view
FieldReader::TakeField(std::size_t size, std::string_view expected)
{
    if (m_error)
    {
        return {};
    }
    m_begin = m_next;
    m_field = m_text.substr(m_next, size);
    m_next = SkipBlanks(m_text, m_next + m_field.size());
    if (m_field.empty())
    {
        FailExpecting(expected, wire::ErrorKind::TRUNCATED);
    }
    return m_field;
}

Name
FieldReader::ReadName(std::string_view expected)
{
    const auto field = ReadField(expected);
    if (m_error)
    {
        return {};
    }
    auto name = Name::Parse(field, m_origin);
    if (!name)
    {
        m_begin += name.GetError().offset;
        Fail(name.GetError().kind,
             "in '" + std::string(field) + "', " + std::string(expected) + ": " +
                 name.GetError().reason);
        return {};
    }
    return *name;
}

/// RFC 1035 section 5.1: <character-string> is expressed in one or two ways: as a contiguous set of
/// characters without interior spaces, or as a string beginning with a " and ending with a ".
std::string
FieldReader::ReadText(std::string_view expected)
{
    auto octets = Decode(ReadField(expected));
    if (!octets)
    {
        FailExpecting(expected);
        return {};
    }
    return *std::move(octets);
}

std::string
FieldReader::ReadString(std::string_view expected)
{
    auto octets = ReadText(expected);
    if (octets.size() > STRING_LIMIT)
    {
        FailExpecting("a string of at most 255 octets, or several", wire::ErrorKind::TOO_LONG);
        return {};
    }
    return octets;
}

std::uint32_t
FieldReader::ReadNumber(std::string_view expected, std::uint32_t limit)
{
    const auto field = ReadField(expected);
    std::uint32_t number = 0;
    const char* const end = field.data() + field.size();
    const auto read = std::from_chars(field.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || number > limit)
    {
        FailExpecting(expected);
        return 0;
    }
    return number;
}

std::uint8_t
FieldReader::ReadU8(std::string_view expected)
{
    return static_cast<std::uint8_t>(
        ReadNumber(expected, std::numeric_limits<std::uint8_t>::max()));
}

std::uint16_t
FieldReader::ReadU16(std::string_view expected)
{
    return static_cast<std::uint16_t>(
        ReadNumber(expected, std::numeric_limits<std::uint16_t>::max()));
}

std::uint32_t
FieldReader::ReadPeriod(std::string_view expected, std::uint32_t limit)
{
    const auto period = ParsePeriod(ReadField(expected));
    if (!period || *period > limit)
    {
        FailExpecting(expected);
        return 0;
    }
    return *period;
}

std::string
FieldReader::ReadHex(std::string_view expected)
{
    std::string octets;
    do
    {
        if (!AppendHex(ReadField(expected), octets))
        {
            FailExpecting(expected);
        }
    } while (!m_error && !Peek().empty());
    return octets;
}

std::string
FieldReader::ReadBase64(std::string_view expected)
{
    std::string digits;
    do
    {
        digits += ReadField(expected);
    } while (!m_error && !Peek().empty());
    auto octets = text::DecodeBase64(digits);
    if (!octets)
    {
        FailExpecting(expected);
        return {};
    }
    return *std::move(octets);
}

FieldPair
FieldReader::ReadPair(std::string_view expected)
{
    const auto field = TakeField(MeasurePair(m_text.substr(m_next)), expected);
    const auto mark = std::min(field.find('='), field.size());
    FieldPair pair{std::string(field.substr(0, mark)), std::nullopt};
    if (mark < field.size())
    {
        pair.value = Decode(field.substr(mark + 1));
        if (!pair.value)
        {
            FailExpecting(expected);
        }
    }
    return pair;
}

void
FieldReader::ExpectEnd()
{
    if (!m_error && m_next != m_text.size())
    {
        ReadField("");
        FailExpecting("the end of the record");
    }
}

void
FieldReader::FailExpecting(std::string_view expected, wire::ErrorKind kind)
{
    const auto got = m_field.empty() ? "the end of the line" : '\'' + std::string(m_field) + '\'';
    Fail(kind, "expected " + std::string(expected) + ", got " + got);
}

void
FieldReader::Fail(wire::ErrorKind kind, std::string reason)
{
    if (!m_error)
    {
        m_error = wire::Error{kind, m_begin, std::move(reason)};
    }
}

} // namespace ns3::postroad::dns
