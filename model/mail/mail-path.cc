#include "postroad/mail/mail-path.h"

#include "postroad/mail/mail-domain.h"
#include "postroad/text/ascii.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace ns3::postroad::mail
{

namespace
{

/// RFC 5322 section 3.2.3: atext.
bool
IsAtomText(char c)
{
    return text::IsAlphaNumeric(c) ||
           std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

/// RFC 5321 section 4.1.2: Dot-string = Atom *("." Atom)
bool
IsDotString(std::string_view text)
{
    return !text.empty() && text.front() != '.' && text.back() != '.' &&
           text.find("..") == text.npos;
}

/// Reads a path from front to back; the first error sticks.
class PathReader
{
  public:
    PathReader(std::string_view text, text::Charset charset)
        : m_text(text)
        , m_charset(charset)
    {
    }

    bool Match(char c)
    {
        const bool isThere = m_offset < m_text.size() && m_text[m_offset] == c;
        m_offset += isThere ? 1 : 0;
        return isThere;
    }

    void Expect(char c)
    {
        if (!Match(c))
        {
            Fail(std::string("expected \"") + c + '"');
        }
    }

    /// RFC 5321 section 4.1.2: A-d-l = At-domain *( "," At-domain ), followed by ":"
    void SkipSourceRoute()
    {
        if (m_offset >= m_text.size() || m_text[m_offset] != '@')
        {
            return;
        }
        do
        {
            Expect('@');
            ReadDomain();
        } while (!m_error && Match(','));
        Expect(':');
    }

    /// RFC 5321 section 4.1.2: Mailbox = Local-part "@" ( Domain / address-literal )
    AddrSpec ReadMailbox()
    {
        AddrSpec mailbox;
        mailbox.localPart = ReadLocalPart();
        ReadRest(mailbox);
        return mailbox;
    }

    /// RFC 5321 section 4.1.1.3: Mailbox / "Postmaster", the only one without a domain.
    AddrSpec ReadRecipient()
    {
        AddrSpec mailbox;
        mailbox.localPart = ReadLocalPart();
        const bool isPostmaster = text::EqualsIgnoringCase(mailbox.localPart, "postmaster");
        if (!isPostmaster || !m_text.substr(m_offset).starts_with('>'))
        {
            ReadRest(mailbox);
        }
        return mailbox;
    }

    void CheckLength()
    {
        if (m_offset > PATH_LIMIT)
        {
            Fail("the path is longer than 256 octets", wire::ErrorKind::TOO_LONG);
        }
    }

    void CheckCharset()
    {
        if (!text::IsUtf8(m_text.substr(0, m_offset)))
        {
            Fail("expected an address in UTF-8");
        }
    }

    const std::optional<wire::Error>& GetError() const
    {
        return m_error;
    }

    std::string_view GetRest() const
    {
        return m_text.substr(m_offset);
    }

  private:
    void Fail(std::string reason, wire::ErrorKind kind = wire::ErrorKind::SYNTAX)
    {
        if (!m_error)
        {
            m_error = wire::Error{kind, m_offset, std::move(reason)};
        }
    }

    /// RFC 6531 section 3.3: UTF8-non-ascii, an octet of one.
    bool IsLetter(char c) const
    {
        return m_charset == text::Charset::UTF8 && text::IsBeyondAscii(c);
    }

    template <typename Predicate>
    std::string_view TakeWhile(Predicate isWanted)
    {
        const auto begin = m_offset;
        while (m_offset < m_text.size() && isWanted(m_text[m_offset]))
        {
            ++m_offset;
        }
        return m_text.substr(begin, m_offset - begin);
    }

    /// RFC 5321 section 4.1.2: Local-part = Dot-string / Quoted-string
    std::string ReadLocalPart()
    {
        auto local = Match('"') ? ReadQuotedRest() : ReadDotString();
        if (m_offset < m_text.size() && text::IsBeyondAscii(m_text[m_offset]))
        {
            m_error.reset();
            Fail("expected an address in US-ASCII", wire::ErrorKind::UNSUPPORTED);
        }
        if (local.size() > LOCAL_PART_LIMIT)
        {
            Fail("the local part is longer than 64 octets", wire::ErrorKind::TOO_LONG);
        }
        return local;
    }

    /// What stands behind the local part.
    void ReadRest(AddrSpec& mailbox)
    {
        Expect('@');
        mailbox.domain = ReadDomain();
    }

    std::string ReadDotString()
    {
        const auto text =
            TakeWhile([this](char c) { return c == '.' || IsAtomText(c) || IsLetter(c); });
        if (!IsDotString(text))
        {
            Fail("expected a local part");
        }
        return std::string(text);
    }

    /// RFC 5321 section 4.1.2: *QcontentSMTP DQUOTE;
    /// qtextSMTP = %d32-33 / %d35-91 / %d93-126; quoted-pairSMTP = %d92 %d32-126
    std::string ReadQuotedRest()
    {
        std::string local;
        while (m_offset < m_text.size() && m_text[m_offset] != '"')
        {
            Match('\\');
            const char c = m_offset < m_text.size() ? m_text[m_offset] : '\0';
            if (c != ' ' && !text::IsVisible(c) && !IsLetter(c))
            {
                Fail("expected a printable character");
                return local;
            }
            local += c;
            ++m_offset;
        }
        Expect('"');
        return local;
    }

    std::string ReadDomain()
    {
        const bool isLiteral = m_text.substr(m_offset).starts_with('[');
        auto domain = std::string(TakeWhile([this, isLiteral](char c) {
            return isLiteral ? text::IsVisible(c) && c != ']' && c != '>'
                             : text::IsAlphaNumeric(c) || c == '-' || c == '.' || IsLetter(c);
        }));
        if (isLiteral && Match(']'))
        {
            domain += ']';
        }
        if (domain.size() > DOMAIN_LIMIT)
        {
            Fail("the domain is longer than 255 octets", wire::ErrorKind::TOO_LONG);
        }
        if (!IsDomainOrLiteral(domain, m_charset))
        {
            Fail("expected a domain or an address literal");
        }
        return domain;
    }

    std::string_view m_text;
    text::Charset m_charset;
    std::size_t m_offset{0};
    std::optional<wire::Error> m_error;
};

} // namespace

/// RFC 5321 section 4.1.2: Reverse-path = Path / "<>"; Path = "<" [ A-d-l ":" ] Mailbox ">"
wire::Result<Leading<ReversePath>>
ParseReversePath(std::string_view text, text::Charset charset)
{
    if (text.starts_with("<>"))
    {
        return Leading<ReversePath>{{}, text.substr(2)};
    }
    PathReader reader(text, charset);
    reader.Expect('<');
    reader.SkipSourceRoute();
    auto mailbox = reader.ReadMailbox();
    reader.Expect('>');
    reader.CheckLength();
    reader.CheckCharset();
    if (const auto& error = reader.GetError())
    {
        return *error;
    }
    return Leading<ReversePath>{{std::move(mailbox)}, reader.GetRest()};
}

/// RFC 5321 sections 4.1.1.3 and 4.1.2: "<Postmaster@" Domain ">" / "<Postmaster>" / Forward-path;
/// Forward-path = Path
wire::Result<Leading<ForwardPath>>
ParseForwardPath(std::string_view text, text::Charset charset)
{
    PathReader reader(text, charset);
    reader.Expect('<');
    reader.SkipSourceRoute();
    auto mailbox = reader.ReadRecipient();
    reader.Expect('>');
    reader.CheckLength();
    reader.CheckCharset();
    if (const auto& error = reader.GetError())
    {
        return *error;
    }
    return Leading<ForwardPath>{{std::move(mailbox)}, reader.GetRest()};
}

} // namespace ns3::postroad::mail
