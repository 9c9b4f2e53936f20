#include "postroad/store/mail-store.h"

namespace ns3::postroad::store
{

Mailbox&
MailStore::FindOrCreate(std::string_view name)
{
    return m_mailboxes.try_emplace(std::string(name)).first->second;
}

Mailbox*
MailStore::Find(std::string_view name)
{
    const auto entry = m_mailboxes.find(name);
    return entry == m_mailboxes.end() ? nullptr : &entry->second;
}

const Mailbox*
MailStore::Find(std::string_view name) const
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
