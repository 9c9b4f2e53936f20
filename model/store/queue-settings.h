/**
 * What an agent's queue is told: when it tries again, and how much it does at once.
 */
#ifndef POSTROAD_STORE_QUEUE_SETTINGS_H
#define POSTROAD_STORE_QUEUE_SETTINGS_H

#include "postroad/store/retry-schedule.h"

#include <cstdint>

namespace ns3::postroad::store
{

/// One value from the scenario's file to the queue that works by it.
struct QueueSettings
{
    RetrySchedule schedule{};     ///< for the life of the queue
    std::uint32_t concurrency{2}; ///< connections to one destination at once; at least 1

    /// True when a queue can work by it: no wait is none, and there is a connection.
    bool IsValid() const
    {
        constexpr wire::Duration NONE{0};
        return schedule.firstWait > NONE && schedule.longestWait > NONE &&
               schedule.giveUpAfter > NONE && schedule.warnAfter > NONE && concurrency > 0;
    }

    bool operator==(const QueueSettings&) const = default;
};

} // namespace ns3::postroad::store

#endif // POSTROAD_STORE_QUEUE_SETTINGS_H
