/**
 * What one attempt to pass a message on means for each of its recipients.
 *
 * A reply of class 4, a failed look-up or a broken connection is worth another attempt later; a
 * reply of class 5, or a domain that does not exist, is not (RFC 5321 section 4.2.1, RFC 3463).
 */
#ifndef POSTROAD_ROUTE_ATTEMPT_OUTCOME_H
#define POSTROAD_ROUTE_ATTEMPT_OUTCOME_H

#include "postroad/mime/envelope.h"
#include "postroad/smtp/smtp-reply.h"

#include <string>
#include <vector>

namespace ns3::postroad::route
{

/// What becomes of a recipient.
enum class AttemptStatus
{
    DELIVERED, ///< the message stands in a mailbox of this host
    RELAYED,   ///< the next hop took responsibility
    DEFERRED,  ///< not now; the message stays queued
    REFUSED,   ///< never
};

/// The result of an attempt for one recipient, or for all of them.
struct AttemptResult
{
    AttemptStatus status{AttemptStatus::DEFERRED};
    std::string nextHop{}; ///< the host that answered or failed to; empty before one is known
    std::string address{}; ///< its address; empty before it is known
    std::string reason{};  ///< the reply, or what went wrong, in words
    bool isReply{false};   ///< the reason is a reply of the next hop

    /// True when another exchanger may do better.
    bool IsWorthAnotherHost() const
    {
        return status == AttemptStatus::DEFERRED;
    }
};

/// The status that a reply to RCPT, DATA or the end of the content stands for.
AttemptStatus GetStatus(const smtp::Reply& reply);

} // namespace ns3::postroad::route

#endif // POSTROAD_ROUTE_ATTEMPT_OUTCOME_H
