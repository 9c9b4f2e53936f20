#include "postroad/dns/zone/dns-master-text.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad::dns
{

MasterText::MasterText(std::string_view text)
    : m_text(text)
{
    for (std::size_t end = 0; end < text.size(); ++end)
    {
        if (text[end] == '\n')
        {
            m_lineBegins.push_back(end + 1);
        }
    }
}

std::optional<std::string_view>
MasterText::NextEntry()
{
    while (m_next < m_text.size() && !m_error)
    {
        m_begin = m_next;
        const std::size_t end = FindEntryEnd();
        m_next = std::min(end + 1, m_text.size());
        const auto entry = std::string_view(m_text).substr(m_begin, end - m_begin);
        if (!m_error && entry.find_first_not_of(" \t") != std::string_view::npos)
        {
            return entry;
        }
    }
    return std::nullopt;
}

/// RFC 1035 section 5.1: "( )" groups data that crosses a line boundary; ";" starts a comment; a
/// backslash or quotes take a character's meaning away.
std::size_t
MasterText::FindEntryEnd()
{
    std::size_t offset = m_begin;
    while (offset < m_text.size() && !m_error)
    {
        const char c = m_text[offset];
        if (c == '\n' && !m_parenthesis)
        {
            return offset;
        }
        if (c == ';')
        {
            BlankComment(offset);
            continue;
        }
        if (c == '"' && !SkipString(offset))
        {
            break;
        }
        if (HandleParenthesis(c, offset) || c == '\n' || c == '\r')
        {
            m_text[offset] = ' ';
        }
        SkipCharacter(offset);
    }
    if (m_parenthesis && !m_error)
    {
        Fail(*m_parenthesis, "expected ')' for this '(', got the end of the file");
    }
    return std::min(offset, m_text.size());
}

/// A backslash goes with the character that it takes the meaning away from, if the line has one.
void
MasterText::SkipCharacter(std::size_t& offset) const
{
    const bool isEscape =
        m_text[offset] == '\\' && offset + 1 < m_text.size() && m_text[offset + 1] != '\n';
    offset += isEscape ? 2 : 1;
}

void
MasterText::BlankComment(std::size_t& offset)
{
    while (offset < m_text.size() && m_text[offset] != '\n')
    {
        m_text[offset++] = ' ';
    }
}

/// Moves to the quote that ends the string; false when the line ends before it.
bool
MasterText::SkipString(std::size_t& offset)
{
    const std::size_t begin = offset++;
    while (offset < m_text.size() && m_text[offset] != '"' && m_text[offset] != '\n')
    {
        SkipCharacter(offset);
    }
    if (offset >= m_text.size() || m_text[offset] == '\n')
    {
        Fail(begin, "expected another '\"' on the line of this one, got the end of the line");
        return false;
    }
    return true;
}

/// True when it is one.
bool
MasterText::HandleParenthesis(char c, std::size_t offset)
{
    if (c == '(')
    {
        if (m_parenthesis)
        {
            Fail(offset, "expected ')' for the '(' before, got another '('");
        }
        m_parenthesis = offset;
    }
    else if (c == ')')
    {
        if (!m_parenthesis)
        {
            Fail(offset, "expected a '(' before this ')'");
        }
        m_parenthesis.reset();
    }
    return c == '(' || c == ')';
}

void
MasterText::Fail(std::size_t offset, std::string reason)
{
    m_error = wire::Error{wire::ErrorKind::SYNTAX, offset - m_begin, std::move(reason)};
}

std::size_t
MasterText::FindLine(std::size_t offset) const
{
    const auto next = std::upper_bound(m_lineBegins.begin(), m_lineBegins.end(), offset);
    return static_cast<std::size_t>(next - m_lineBegins.begin());
}

std::size_t
MasterText::GetLine() const
{
    return FindLine(m_begin);
}

std::string
MasterText::GetPlace(std::size_t offsetInEntry) const
{
    const std::size_t offset = m_begin + offsetInEntry;
    const std::size_t line = FindLine(offset);
    const std::size_t column = offset - m_lineBegins[line - 1] + 1;
    return std::to_string(line) + ':' + std::to_string(column);
}

} // namespace ns3::postroad::dns
