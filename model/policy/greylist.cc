#include "postroad/policy/greylist.h"

#include <algorithm>

namespace ns3::postroad::policy
{

wire::Duration
Greylist::Meet(const GreylistTriplet& triplet, wire::Duration delay, wire::TimePoint now)
{
    const auto [known, isNew] = m_firstSeen.emplace(triplet, now);
    const auto wait = std::max(wire::Duration(0), known->second + delay - now);
    if (isNew)
    {
        m_order.push_back(triplet);
    }
    if (m_order.size() > TRIPLET_LIMIT)
    {
        m_firstSeen.erase(m_order.front());
        m_order.pop_front();
    }
    return wait;
}

} // namespace ns3::postroad::policy
