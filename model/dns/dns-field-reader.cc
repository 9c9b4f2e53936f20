#include "postroad/dns/dns-field-reader.h"

#include <algorithm>
#include <charconv>
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
    return rest.substr(0, rest.find_first_of(BLANKS));
}

std::string_view
FieldReader::ReadField(std::string_view expected)
{
    if (m_error)
    {
        return {};
    }
    m_begin = m_next;
    m_field = Peek();
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
