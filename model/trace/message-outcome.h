/**
 * What became of a message: of each recipient, where it stands and how it came there.
 *
 * A message is never lost: each recipient ends delivered, bounced or still queued, or has left for
 * a host that is not in the record.
 */
#ifndef POSTROAD_TRACE_MESSAGE_OUTCOME_H
#define POSTROAD_TRACE_MESSAGE_OUTCOME_H

#include "postroad/wire/time-point.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::trace
{

/// Where a message stands, for one recipient.
enum class Outcome
{
    QUEUED,    ///< it waits in a host's queue; its author's own host is one
    RELAYED,   ///< a host that is not in the record has taken it
    DELIVERED, ///< it is in a mailbox
    BOUNCED,   ///< it cannot be delivered, and its sender is told
};

/// "delivered"
std::string_view GetName(Outcome outcome);

/// One recipient of a message.
struct RecipientOutcome
{
    std::string recipient;            ///< "bob@b.net"
    Outcome outcome{Outcome::QUEUED}; ///< where it stands
    wire::TimePoint time;             ///< since when
    std::string host;                 ///< who has or had it last
    std::string mailbox;              ///< where it was delivered to
    std::string reason;               ///< why it was deferred or bounced, the last time
    std::int64_t attempts{0};         ///< to pass it on, from all hosts
    std::int64_t attemptsHere{0};     ///< of these, from `host`, since it has had it
    std::vector<std::string> route;   ///< the hosts that took it, in order

    /// How often a host took it from another: so many Received fields it has.
    std::size_t GetHopCount() const
    {
        return route.size();
    }
};

/// One message.
struct MessageOutcome
{
    std::string messageId;                    ///< may be empty
    std::string name;                         ///< "<1@a.net>", or "A1 at mail.a.net" without id
    std::string sendId;                       ///< what the scenario calls it; may be empty
    std::string from;                         ///< the reverse path; empty for the null path
    wire::TimePoint begin;                    ///< when it was first seen
    std::vector<RecipientOutcome> recipients; ///< in the order in which they were named

    /// The recipient, which is added if it was not named before.
    RecipientOutcome& GetRecipient(const std::string& recipient);

    /// One line: "letter <1@a.net>: alice@a.net -> bob@b.net: delivered to bob@b.net at mail.b.net
    /// after 0.42 s, 2 hops"
    std::string Describe() const;
};

} // namespace ns3::postroad::trace

#endif // POSTROAD_TRACE_MESSAGE_OUTCOME_H
