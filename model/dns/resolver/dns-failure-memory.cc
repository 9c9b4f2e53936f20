#include "postroad/dns/resolver/dns-failure-memory.h"

#include <algorithm>

namespace ns3::postroad::dns
{

void
FailureMemory::Remember(const Question& question,
                        LookupStatus status,
                        const std::string& reason,
                        wire::TimePoint now)
{
    const Key key{question.name, question.type};
    auto time = FIRST;
    if (const auto at = m_entries.find(key); at != m_entries.end())
    {
        // One that is long over says nothing of the servers as they are now.
        const bool isFresh = now <= at->second.failure.until + LONGEST;
        time = isFresh ? std::min(2 * at->second.time, LONGEST) : FIRST;
        Erase(at);
    }
    if (m_entries.size() == LIMIT)
    {
        Erase(m_entries.find(m_expiries.begin()->second));
    }
    m_expiries.emplace(now + time, key);
    m_entries[key] = {{status, reason, now + time}, time};
}

std::optional<RememberedFailure>
FailureMemory::Find(const Question& question, wire::TimePoint now) const
{
    const auto at = m_entries.find({question.name, question.type});
    return at != m_entries.end() && now < at->second.failure.until
               ? std::optional(at->second.failure)
               : std::nullopt;
}

void
FailureMemory::Forget(const Question& question)
{
    if (const auto at = m_entries.find({question.name, question.type}); at != m_entries.end())
    {
        Erase(at);
    }
}

void
FailureMemory::Erase(std::map<Key, Entry>::iterator at)
{
    m_expiries.erase({at->second.failure.until, at->first});
    m_entries.erase(at);
}

} // namespace ns3::postroad::dns
