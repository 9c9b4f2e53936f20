#include "postroad/mail/field-reader.h"

#include "postroad/mail/atom.h"
#include "postroad/text/ascii.h"

#include <algorithm>

namespace ns3::postroad::mail
{

namespace
{

constexpr std::size_t QUOTED_INPUT_LIMIT = 12; ///< octets of input shown in an error

bool
IsBlankOrLineEnd(char c)
{
    return text::IsBlank(c) || c == '\r' || c == '\n';
}

bool
IsDotAtomText(char c)
{
    return c == '.' || IsAtomText(c);
}

/// dtext = %d33-90 / %d94-126
bool
IsDomainText(char c)
{
    return text::IsVisible(c) && c != '[' && c != ']' && c != '\\';
}

bool
IsValueText(char c)
{
    return !IsBlankOrLineEnd(c) && c != ';' && c != '(';
}

/// The text on one line and without blanks at its ends.
std::string
TrimComment(std::string_view text)
{
    std::string line;
    for (const char c : text)
    {
        if (c != '\r' && c != '\n')
        {
            line += c == '\t' ? ' ' : c;
        }
    }
    return std::string(text::Trim(line));
}

} // namespace

/// CFWS = (1*([FWS] comment) [FWS]) / FWS
std::vector<std::string>
FieldReader::ReadComments()
{
    std::vector<std::string> comments;
    SkipBlanks();
    while (m_offset < m_text.size() && m_text[m_offset] == '(')
    {
        comments.push_back(ReadComment());
        SkipBlanks();
    }
    return comments;
}

/// comment = "(" *([FWS] ccontent) [FWS] ")"; ccontent = ctext / quoted-pair / comment
std::string
FieldReader::ReadComment()
{
    const auto begin = m_offset + 1;
    std::size_t depth = 0;
    while (m_offset < m_text.size())
    {
        const char c = m_text[m_offset++];
        m_offset += c == '\\' && m_offset < m_text.size() ? 1 : 0;
        depth += c == '(' ? 1 : 0;
        if (depth > COMMENT_NESTING_LIMIT)
        {
            Fail(wire::ErrorKind::TOO_MANY, "comments are nested too deeply");
            return {};
        }
        if (c == ')' && --depth == 0)
        {
            return TrimComment(m_text.substr(begin, m_offset - 1 - begin));
        }
    }
    FailExpected("')' at the end of a comment");
    return {};
}

/// atom = [CFWS] 1*atext [CFWS]
std::string_view
FieldReader::ReadAtom()
{
    ReadComments();
    const auto atom = TakeWhile(IsAtomText);
    if (atom.empty())
    {
        FailExpected("a word");
    }
    return atom;
}

/// dot-atom = [CFWS] dot-atom-text [CFWS]
std::string_view
FieldReader::ReadDotAtom()
{
    ReadComments();
    const auto atom = TakeWhile(IsDotAtomText);
    if (!IsDotAtom(atom))
    {
        FailExpected("words joined by single dots");
    }
    return atom;
}

/// quoted-string = [CFWS] DQUOTE *([FWS] qcontent) [FWS] DQUOTE [CFWS]
std::string
FieldReader::ReadQuotedString()
{
    Expect('"');
    std::string text;
    while (m_offset < m_text.size())
    {
        char c = m_text[m_offset++];
        if (c == '"')
        {
            return text;
        }
        if (c == '\\' && m_offset < m_text.size())
        {
            c = m_text[m_offset++];
        }
        if (c != '\r' && c != '\n')
        {
            text += c;
        }
    }
    FailExpected("'\"' at the end of a quoted string");
    return {};
}

/// domain = dot-atom / domain-literal
std::string
FieldReader::ReadDomain()
{
    const auto domain = IsNext('[') ? ReadDomainLiteral() : ReadDotAtom();
    if (domain.size() > DOMAIN_LIMIT)
    {
        Fail(wire::ErrorKind::TOO_LONG, "a domain has at most 255 octets");
    }
    return std::string(domain);
}

/// domain-literal = [CFWS] "[" *([FWS] dtext) [FWS] "]" [CFWS]
std::string_view
FieldReader::ReadDomainLiteral()
{
    const auto begin = m_offset++;
    TakeWhile(IsDomainText);
    Expect(']');
    return HasFailed() ? std::string_view() : m_text.substr(begin, m_offset - begin);
}

/// local-part = dot-atom / quoted-string
std::string
FieldReader::ReadLocalPart()
{
    auto localPart = IsNext('"') ? ReadQuotedString() : std::string(ReadDotAtom());
    if (localPart.size() > LOCAL_PART_LIMIT)
    {
        Fail(wire::ErrorKind::TOO_LONG, "a local part has at most 64 octets");
    }
    return localPart;
}

/// addr-spec = local-part "@" domain
AddrSpec
FieldReader::ReadAddrSpec()
{
    AddrSpec address;
    address.localPart = ReadLocalPart();
    Expect('@');
    address.domain = ReadDomain();
    return address;
}

std::string_view
FieldReader::ReadValue()
{
    ReadComments();
    const auto value = TakeWhile(IsValueText);
    if (value.empty())
    {
        FailExpected("a value");
    }
    return value;
}

int
FieldReader::ReadNumber(std::size_t least, std::size_t most)
{
    ReadComments();
    const auto digits = TakeWhile(text::IsDigit);
    if (digits.size() < least || digits.size() > most)
    {
        FailExpected(least == most
                         ? std::to_string(least) + " digits"
                         : std::to_string(least) + " to " + std::to_string(most) + " digits");
        return 0;
    }
    int number = 0;
    for (const char digit : digits)
    {
        number = number * 10 + (digit - '0');
    }
    return number;
}

bool
FieldReader::Match(char c)
{
    const bool isThere = IsNext(c);
    m_offset += isThere ? 1 : 0;
    return isThere;
}

void
FieldReader::Expect(char c)
{
    if (!Match(c))
    {
        FailExpected(std::string{'\'', c, '\''});
    }
}

bool
FieldReader::IsNext(char c)
{
    ReadComments();
    return m_offset < m_text.size() && m_text[m_offset] == c;
}

bool
FieldReader::IsDigitNext()
{
    ReadComments();
    return m_offset < m_text.size() && text::IsDigit(m_text[m_offset]);
}

bool
FieldReader::IsAtEnd()
{
    ReadComments();
    return m_offset == m_text.size();
}

void
FieldReader::FailExpected(std::string_view what)
{
    const auto rest = m_text.substr(std::min(m_offset, m_text.size()));
    const auto came = rest.empty() ? "the end of the text"
                                   : '"' + std::string(rest.substr(0, QUOTED_INPUT_LIMIT)) + '"';
    Fail(rest.empty() ? wire::ErrorKind::TRUNCATED : wire::ErrorKind::SYNTAX,
         "expected " + std::string(what) + ", found " + came);
}

void
FieldReader::Fail(wire::ErrorKind kind, std::string reason)
{
    if (!m_error)
    {
        m_error = wire::Error{kind, m_offset, std::move(reason)};
    }
    m_offset = m_text.size();
}

std::string_view
FieldReader::TakeWhile(bool (*accepts)(char))
{
    const auto begin = m_offset;
    while (m_offset < m_text.size() && accepts(m_text[m_offset]))
    {
        ++m_offset;
    }
    return m_text.substr(begin, m_offset - begin);
}

void
FieldReader::SkipBlanks()
{
    TakeWhile(IsBlankOrLineEnd);
}

} // namespace ns3::postroad::mail
