#include "postroad/store/retry-schedule.h"

#include <algorithm>

namespace ns3::postroad::store
{

wire::TimePoint
RetrySchedule::GetNextAttempt(wire::TimePoint arrival, int attempts, wire::TimePoint now) const
{
    auto wait = std::min(firstWait, longestWait);
    for (int i = 1; i < attempts && wait < longestWait; ++i)
    {
        wait = wait > longestWait / 2 ? longestWait : wait * 2;
    }
    return std::max(now, std::min(now + wait, arrival + giveUpAfter));
}

bool
RetrySchedule::IsLastAttempt(wire::TimePoint arrival, wire::TimePoint now) const
{
    return now >= arrival + giveUpAfter;
}

std::optional<wire::TimePoint>
RetrySchedule::GetWarning(wire::TimePoint arrival) const
{
    return warnAfter < giveUpAfter ? std::optional(arrival + warnAfter) : std::nullopt;
}

} // namespace ns3::postroad::store
