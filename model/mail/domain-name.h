/**
 * The name of a host or of a domain (RFC 1034 section 3.1, RFC 1123 section 2.1), as it compares.
 *
 * One name has many spellings: "Mail.B.net" is "mail.b.net" (RFC 4343), and a name in
 * letters beyond ASCII is one that begins with "xn--" (IDNA 2008, RFC 5890). A value of this type
 * holds one: in lower case, with A-labels, without the final dot. It is made where a text comes in,
 * and is a text again where one goes out, so that nobody in between needs to know of the others.
 *
 * What is no name of a domain but stands in its place, an address literal, is taken as it is, in
 * lower case. Escaped names of the DNS have a type of their own (dns::Name).
 */
#ifndef POSTROAD_MAIL_DOMAIN_NAME_H
#define POSTROAD_MAIL_DOMAIN_NAME_H

#include "postroad/wire/result.h"

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>

namespace ns3::postroad::mail
{

/// The longest label, and the longest name, in octets of its A-labels (RFC 1035 section 2.3.4).
inline constexpr std::size_t LABEL_LIMIT = 63;
inline constexpr std::size_t DOMAIN_NAME_LIMIT = 253;

/// A host or a domain.
class DomainName
{
  public:
    /// No name at all, and that of the root.
    DomainName() = default;

    /// What a text names that some grammar has taken for a domain or an address literal.
    DomainName(std::string_view text);

    DomainName(const std::string& text)
        : DomainName(std::string_view(text))
    {
    }

    DomainName(const char* text)
        : DomainName(std::string_view(text))
    {
    }

    /**
     * Reads a name that a person writes: "a.net", "A.net.", or with letters beyond ASCII, in UTF-8.
     * \return an error whose reason says what was expected: labels of letters, digits, hyphens,
     *         underscores and, in reverse zones (RFC 2317), slashes; within the two limits
     */
    static wire::Result<DomainName> Parse(std::string_view text);

    /// "xn--mnchen-3ya.de": as it goes over the wire.
    const std::string& ToString() const
    {
        return m_text;
    }

    /// A name is a text wherever one is wanted.
    operator const std::string&() const
    {
        return m_text;
    }

    operator std::string_view() const
    {
        return m_text;
    }

    /// The same with U-labels, in UTF-8: as people read it.
    std::string ToUnicode() const;

    bool IsEmpty() const
    {
        return m_text.empty();
    }

    /// True for the domain itself and for each name below it.
    bool LiesIn(const DomainName& domain) const;

    bool operator==(const DomainName&) const = default;

    bool operator<(const DomainName& other) const
    {
        return m_text < other.m_text;
    }

  private:
    std::string m_text;
};

inline std::string
operator+(std::string text, const DomainName& name)
{
    return std::move(text) + name.ToString();
}

inline std::string
operator+(const DomainName& name, std::string_view text)
{
    return name.ToString() + std::string(text);
}

/// A name in a domain: "ns" and "b.net" give "ns.b.net". Where that would be too long it is one in
/// a domain around it.
DomainName MakeNameIn(const DomainName& domain, const std::string& labels);

std::ostream& operator<<(std::ostream& out, const DomainName& name);

/// Whether two texts name one domain, or are one address literal.
bool AreSameDomain(std::string_view one, std::string_view other);

/// The text with the A-labels of names in it as U-labels: for people, not for protocols.
std::string ShowNames(std::string_view text);

} // namespace ns3::postroad::mail

#endif // POSTROAD_MAIL_DOMAIN_NAME_H
