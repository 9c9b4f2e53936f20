#include "postroad/policy/connection-rate.h"

#include <algorithm>

namespace ns3::postroad::policy
{

bool
ConnectionRate::Admit(const std::string& client, const RateLimit& limit, wire::TimePoint now)
{
    if (limit.connections == 0)
    {
        return false;
    }
    if (!m_admitted.contains(client))
    {
        MakeRoom();
    }
    auto& times = m_admitted[client];
    while (!times.empty() && times.front() + limit.per <= now)
    {
        times.pop_front();
    }
    if (times.size() >= limit.connections)
    {
        return false;
    }
    times.push_back(now);
    return true;
}

/// Forgets the client that was admitted the longest ago, if the room is full.
void
ConnectionRate::MakeRoom()
{
    if (m_admitted.size() < CLIENT_LIMIT)
    {
        return;
    }
    m_admitted.erase(
        std::min_element(m_admitted.begin(), m_admitted.end(), [](const auto& a, const auto& b) {
            return a.second.back() < b.second.back();
        }));
}

} // namespace ns3::postroad::policy
