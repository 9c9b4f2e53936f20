/**
 * When a message that could not be passed on is tried again, and when it is given up (RFC 5321
 * section 4.5.4.1: at least 30 minutes between attempts, 4 to 5 days in all).
 */
#ifndef POSTROAD_STORE_RETRY_SCHEDULE_H
#define POSTROAD_STORE_RETRY_SCHEDULE_H

#include "postroad/wire/time-point.h"

#include <chrono>

namespace ns3::postroad::store
{

/// Waits that double from the first to the longest. All four are more than zero.
struct RetrySchedule
{
    wire::Duration firstWait{std::chrono::minutes(30)}; ///< after the first attempt
    wire::Duration longestWait{std::chrono::hours(4)};  ///< no wait is longer
    wire::Duration giveUpAfter{std::chrono::days(5)};   ///< counted from the arrival
    wire::Duration warnAfter{std::chrono::hours(4)};    ///< counted from the arrival

    /**
     * The time of the next attempt. The last one is made at the moment of giving up.
     * \param arrival when the message came
     * \param attempts how many attempts were made, at least 1
     * \param now when the last of them ended
     */
    wire::TimePoint
    GetNextAttempt(wire::TimePoint arrival, int attempts, wire::TimePoint now) const;

    /// True when an attempt that fails at `now` was the last.
    bool IsLastAttempt(wire::TimePoint arrival, wire::TimePoint now) const;

    bool operator==(const RetrySchedule&) const = default;
};

} // namespace ns3::postroad::store

#endif // POSTROAD_STORE_RETRY_SCHEDULE_H
