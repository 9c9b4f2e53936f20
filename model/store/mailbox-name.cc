#include "postroad/store/mailbox-name.h"

#include "postroad/text/ascii.h"

#include <ostream>
#include <stdexcept>

namespace ns3::postroad::store
{

namespace
{

mail::AddrSpec
Require(std::string_view text)
{
    const auto address = mail::ParseAddrSpec(text);
    if (!address)
    {
        throw std::invalid_argument(std::string(text) + " is no mailbox's name such as bob@b.net");
    }
    return *address;
}

} // namespace

MailboxName::MailboxName(const mail::AddrSpec& address)
    : m_localPart(text::ToLower(address.localPart))
    , m_domain(address.domain)
{
}

MailboxName::MailboxName(std::string_view address)
    : MailboxName(Require(address))
{
}

std::string
MailboxName::ToString() const
{
    return mail::AddrSpec{m_localPart, m_domain.ToString()}.ToString();
}

bool
MailboxName::HasLocalPart(std::string_view localPart) const
{
    return text::EqualsIgnoringCase(m_localPart, localPart);
}

std::ostream&
operator<<(std::ostream& out, const MailboxName& name)
{
    return out << name.ToString();
}

} // namespace ns3::postroad::store
