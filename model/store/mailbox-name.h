/**
 * What a mailbox is called on the host that has it, and with it the account whose mailbox it is.
 *
 * The host that has a mailbox decides which local parts name it (RFC 5321 section 2.3.11); here the
 * case of ASCII letters never counts. Domains compare as names.
 */
#ifndef POSTROAD_STORE_MAILBOX_NAME_H
#define POSTROAD_STORE_MAILBOX_NAME_H

#include "postroad/mail/addr-spec.h"
#include "postroad/mail/domain-name.h"

#include <iosfwd>
#include <string>
#include <string_view>
#include <tuple>

namespace ns3::postroad::store
{

/// A mailbox's name, in one spelling.
class MailboxName
{
  public:
    /// The mailbox that an address means.
    MailboxName(const mail::AddrSpec& address);

    /// The same, written out: "bob@b.net". \throws std::invalid_argument when it is no address
    MailboxName(std::string_view address);

    MailboxName(const std::string& address)
        : MailboxName(std::string_view(address))
    {
    }

    MailboxName(const char* address)
        : MailboxName(std::string_view(address))
    {
    }

    /// "bob@b.net": its name in the record, and of its folder. A local part is quoted where an
    /// address would have it quoted.
    std::string ToString() const;

    /// "bob", without quotes.
    const std::string& GetLocalPart() const
    {
        return m_localPart;
    }

    const mail::DomainName& GetDomain() const
    {
        return m_domain;
    }

    /// True when the mailbox is meant by a local part alone.
    bool HasLocalPart(std::string_view localPart) const;

    bool operator==(const MailboxName&) const = default;

    bool operator<(const MailboxName& other) const
    {
        return std::tie(m_localPart, m_domain) < std::tie(other.m_localPart, other.m_domain);
    }

  private:
    std::string m_localPart;
    mail::DomainName m_domain;
};

std::ostream& operator<<(std::ostream& out, const MailboxName& name);

} // namespace ns3::postroad::store

#endif // POSTROAD_STORE_MAILBOX_NAME_H
