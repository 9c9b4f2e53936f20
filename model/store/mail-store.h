/**
 * The mailboxes on the disk of one host, by name.
 *
 * A value without clock and files: what the host's delivery and access agents share. It outlives
 * both, so what was appended is still there after the host was off.
 */
#ifndef POSTROAD_STORE_MAIL_STORE_H
#define POSTROAD_STORE_MAIL_STORE_H

#include "postroad/store/mailbox-name.h"
#include "postroad/store/mailbox.h"

#include <map>

namespace ns3::postroad::store
{

/// All mailboxes of one host.
class MailStore
{
  public:
    using Mailboxes = std::map<MailboxName, Mailbox>;

    /// The mailbox of that name; an empty one is created if there is none.
    Mailbox& FindOrCreate(const MailboxName& name);

    /// The mailbox of exactly that name, or nullptr.
    Mailbox* Find(const MailboxName& name);
    const Mailbox* Find(const MailboxName& name) const;

    /// All mailboxes, ordered by name.
    const Mailboxes& GetMailboxes() const
    {
        return m_mailboxes;
    }

    /// Frees every lock, after the host was off: the readers that had them are gone.
    void UnlockAll();

  private:
    Mailboxes m_mailboxes;
};

} // namespace ns3::postroad::store

#endif // POSTROAD_STORE_MAIL_STORE_H
