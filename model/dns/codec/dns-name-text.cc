// The text form of domain names (RFC 1035 sections 2.3.1 and 5.1).
#include "postroad/dns/codec/dns-escape.h"
#include "postroad/dns/codec/dns-name.h"

#include <utility>

namespace ns3::postroad::dns
{

namespace
{

/// The characters that mean something in a master file (RFC 1035 section 5.1).
constexpr std::string_view SPECIAL = ".\\\"();@$";

/// Reads the labels of a text form, escapes resolved.
class LabelReader
{
  public:
    explicit LabelReader(std::string_view text)
        : m_text(text)
    {
    }

    bool IsAtEnd() const
    {
        return m_offset == m_text.size();
    }

    /// Reads up to the next dot or the end; false when an escape is wrong.
    bool ReadLabel(std::string& label)
    {
        while (!IsAtEnd() && m_text[m_offset] != '.')
        {
            if (m_text[m_offset] != '\\')
            {
                label += m_text[m_offset++];
            }
            else if (!ReadEscape(m_text, m_offset, label))
            {
                return false;
            }
        }
        return true;
    }

    /// True when a dot was there, which is then behind.
    bool SkipDot()
    {
        const bool isDot = !IsAtEnd() && m_text[m_offset] == '.';
        m_offset += isDot ? 1 : 0;
        return isDot;
    }

    std::size_t GetOffset() const
    {
        return m_offset;
    }

  private:
    std::string_view m_text;
    std::size_t m_offset{0};
};

/// The labels of a text form, and whether a dot ended it.
struct LabelledText
{
    std::vector<std::string> labels;
    bool isAbsolute{false};
};

wire::Result<LabelledText>
ReadLabels(std::string_view text)
{
    LabelledText result;
    LabelReader reader(text);
    do
    {
        const std::size_t begin = reader.GetOffset();
        std::string label;
        if (!reader.ReadLabel(label))
        {
            return wire::Error{wire::ErrorKind::SYNTAX,
                               reader.GetOffset(),
                               "expected an octet from \\000 to \\255, or a character, after '\\'"};
        }
        if (label.empty())
        {
            return wire::Error{wire::ErrorKind::SYNTAX,
                               begin,
                               "expected a label, got an empty one: a name reads 'mail.a.net.'"};
        }
        result.labels.push_back(std::move(label));
        result.isAbsolute = reader.SkipDot();
    } while (!reader.IsAtEnd());
    return result;
}

/// RFC 1035 section 2.3.1: <domain> ::= <subdomain> | " ", here with the master file's escapes.
wire::Result<Name>
ParseCompleted(std::string_view text, const Name& origin)
{
    if (text == ".")
    {
        return Name();
    }
    auto read = ReadLabels(text);
    if (!read)
    {
        return read.GetError();
    }
    auto labels = read->labels;
    if (!read->isAbsolute)
    {
        labels.insert(labels.end(), origin.GetLabels().begin(), origin.GetLabels().end());
    }
    return Name::FromLabels(std::move(labels));
}

} // namespace

wire::Result<Name>
Name::Parse(std::string_view text)
{
    return ParseCompleted(text, Name());
}

wire::Result<Name>
Name::Parse(std::string_view text, const Name& origin)
{
    return text == "@" ? origin : ParseCompleted(text, origin);
}

std::string
Name::ToString() const
{
    return IsRoot() ? "." : ToHostName() + '.';
}

std::string
Name::ToHostName() const
{
    std::string text;
    for (const auto& label : m_labels)
    {
        text += text.empty() ? "" : ".";
        text += Escape(label, SPECIAL);
    }
    return text;
}

} // namespace ns3::postroad::dns
