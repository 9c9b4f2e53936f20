#include "postroad/store/mailbox.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad::store
{

UniqueId
Mailbox::Append(std::string content)
{
    ++m_lastUid.number;
    m_messages.push_back({m_lastUid, std::move(content)});
    return m_lastUid;
}

bool
Mailbox::Remove(UniqueId uid)
{
    const auto message =
        std::lower_bound(m_messages.begin(),
                         m_messages.end(),
                         uid,
                         [](const StoredMessage& stored, UniqueId id) { return stored.uid < id; });
    if (message == m_messages.end() || message->uid != uid)
    {
        return false;
    }
    m_messages.erase(message);
    return true;
}

bool
Mailbox::TryLock()
{
    return !std::exchange(m_isLocked, true);
}

void
Mailbox::Unlock()
{
    m_isLocked = false;
}

} // namespace ns3::postroad::store
