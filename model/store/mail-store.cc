#include "postroad/store/mail-store.h"

namespace ns3::postroad::store
{

Mailbox&
MailStore::FindOrCreate(const MailboxName& name)
{
    return m_mailboxes.try_emplace(name).first->second;
}

Mailbox*
MailStore::Find(const MailboxName& name)
{
    const auto entry = m_mailboxes.find(name);
    return entry == m_mailboxes.end() ? nullptr : &entry->second;
}

const Mailbox*
MailStore::Find(const MailboxName& name) const
{
    const auto entry = m_mailboxes.find(name);
    return entry == m_mailboxes.end() ? nullptr : &entry->second;
}

void
MailStore::UnlockAll()
{
    for (auto& [name, mailbox] : m_mailboxes)
    {
        mailbox.Unlock();
    }
}

} // namespace ns3::postroad::store
