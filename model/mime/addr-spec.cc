#include "postroad/mime/addr-spec.h"

#include "postroad/wire/ascii.h"

#include <algorithm>

namespace ns3::postroad::mime
{

namespace
{

/// RFC 5322 section 3.2.3: atext.
bool
IsAtomText(char c)
{
    return wire::IsAlphaNumeric(c) ||
           std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos ||
           static_cast<unsigned char>(c) > 127;
}

/// RFC 5321 section 4.1.2: Dot-string = Atom *("." Atom)
bool
IsDotString(std::string_view text)
{
    return !text.empty() && text.front() != '.' && text.back() != '.' &&
           text.find("..") == std::string_view::npos &&
           std::all_of(text.begin(), text.end(), [](char c) { return c == '.' || IsAtomText(c); });
}

/// RFC 5321 section 4.1.2: Quoted-string = DQUOTE *QcontentSMTP DQUOTE
std::string
Quote(std::string_view text)
{
    std::string quoted = "\"";
    for (const char c : text)
    {
        if (c == '"' || c == '\\')
        {
            quoted += '\\';
        }
        quoted += c;
    }
    return quoted + '"';
}

} // namespace

std::string
AddrSpec::ToString() const
{
    const auto local = IsDotString(localPart) ? localPart : Quote(localPart);
    return domain.empty() ? local : local + '@' + domain;
}

bool
AddrSpec::operator==(const AddrSpec& other) const
{
    return localPart == other.localPart && wire::EqualsIgnoringCase(domain, other.domain);
}

} // namespace ns3::postroad::mime
