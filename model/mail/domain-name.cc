#include "postroad/mail/domain-name.h"

#include "postroad/text/ascii.h"
#include "postroad/text/charset.h"

#include <algorithm>
#include <idn2.h>
#include <memory>
#include <optional>
#include <ostream>

namespace ns3::postroad::mail
{

namespace
{

constexpr std::string_view A_LABEL_PREFIX = "xn--";

/// What libidn2 allocates.
using Converted = std::unique_ptr<char, decltype(&idn2_free)>;

bool
IsAscii(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), text::IsBeyondAscii);
}

/// With A-labels; nothing when IDNA 2008 forbids the name. libidn2 knows the two limits, too.
std::optional<std::string>
ToAscii(const std::string& text)
{
    char* output = nullptr;
    const auto status =
        idn2_to_ascii_8z(text.c_str(), &output, IDN2_NONTRANSITIONAL | IDN2_NFC_INPUT);
    const Converted owner(output, &idn2_free);
    return status == IDN2_OK ? std::optional<std::string>(output) : std::nullopt;
}

/// An A-label as its U-label; the text itself when it is that of none (RFC 5891 section 5.4).
std::string
ToULabel(const std::string& label)
{
    char* output = nullptr;
    const auto status = idn2_to_unicode_8z8z(label.c_str(), &output, 0);
    const Converted owner(output, &idn2_free);
    return status == IDN2_OK && ToAscii(output) == text::ToLower(label) ? output : label;
}

bool
IsLabelOctet(char c)
{
    return text::IsAlphaNumeric(c) || c == '-' || c == '_' || c == '/';
}

wire::Error
Expect(wire::ErrorKind kind, std::string_view expected)
{
    return {kind, 0, std::string(expected)};
}

/// What is wrong with the labels of a name in ASCII; nothing when all is well.
std::optional<wire::Error>
FindLabelError(std::string_view name)
{
    for (std::size_t begin = 0; begin <= name.size();)
    {
        const auto end = std::min(name.find('.', begin), name.size());
        const auto label = name.substr(begin, end - begin);
        if (label.size() > LABEL_LIMIT)
        {
            return Expect(wire::ErrorKind::TOO_LONG,
                          "labels of at most 63 octets between the dots (RFC 1035 section 2.3.4)");
        }
        if (label.empty() || label.front() == '-' || label.back() == '-' ||
            !std::all_of(label.begin(), label.end(), IsLabelOctet))
        {
            return Expect(wire::ErrorKind::SYNTAX,
                          "a name such as mail.a.net (letters, digits, hyphens, dots)");
        }
        begin = end + 1;
    }
    return std::nullopt;
}

} // namespace

DomainName::DomainName(std::string_view text)
    : m_text(text::ToLower(text))
{
    if (m_text.ends_with('.'))
    {
        m_text.pop_back();
    }
    if (!IsAscii(m_text))
    {
        m_text = ToAscii(m_text).value_or(m_text);
    }
}

wire::Result<DomainName>
DomainName::Parse(std::string_view text)
{
    const DomainName name(text);
    if (!IsAscii(name.m_text))
    {
        return Expect(wire::ErrorKind::SYNTAX,
                      "a name whose letters IDNA allows, in labels that take at most 63 octets "
                      "(RFC 5891 section 4.2)");
    }
    if (auto error = FindLabelError(name.m_text))
    {
        return std::move(*error);
    }
    if (name.m_text.size() > DOMAIN_NAME_LIMIT)
    {
        return Expect(wire::ErrorKind::TOO_LONG,
                      "a name of at most 253 octets (RFC 1035 section 2.3.4)");
    }
    return name;
}

std::string
DomainName::ToUnicode() const
{
    return ShowNames(m_text);
}

bool
DomainName::LiesIn(const DomainName& domain) const
{
    if (m_text.size() <= domain.m_text.size())
    {
        return m_text == domain.m_text;
    }
    const auto rest = m_text.size() - domain.m_text.size();
    return domain.IsEmpty() || (m_text[rest - 1] == '.' && m_text.ends_with(domain.m_text));
}

DomainName
MakeNameIn(const DomainName& domain, const std::string& labels)
{
    auto inner = domain.ToString();
    while (labels.size() + 1 + inner.size() > DOMAIN_NAME_LIMIT)
    {
        inner.erase(0, inner.find('.') + 1);
    }
    return inner.empty() ? labels : labels + '.' + inner;
}

std::ostream&
operator<<(std::ostream& out, const DomainName& name)
{
    return out << name.ToString();
}

bool
AreSameDomain(std::string_view one, std::string_view other)
{
    return text::EqualsIgnoringCase(one, other) || DomainName(one) == DomainName(other);
}

std::string
ShowNames(std::string_view text)
{
    std::string shown;
    while (!text.empty())
    {
        const auto size = static_cast<std::size_t>(
            std::find_if_not(text.begin(),
                             text.end(),
                             [](char c) { return text::IsAlphaNumeric(c) || c == '-'; }) -
            text.begin());
        const auto label = std::string(text.substr(0, size));
        shown += text::StartsWithIgnoringCase(label, A_LABEL_PREFIX) ? ToULabel(label) : label;
        shown += text.substr(size, 1);
        text.remove_prefix(std::min(size + 1, text.size()));
    }
    return shown;
}

} // namespace ns3::postroad::mail
