/**
 * How an attempt to pass a message on ended for one of its recipients, or for all of them: what the
 * queue, the sender's notification and the record are told alike.
 */
#ifndef POSTROAD_STORE_ATTEMPT_OUTCOME_H
#define POSTROAD_STORE_ATTEMPT_OUTCOME_H

#include "postroad/mail/enhanced-code.h"

#include <optional>
#include <string>

namespace ns3::postroad::store
{

/// What becomes of a recipient.
enum class AttemptStatus
{
    DELIVERED, ///< the message stands in a mailbox of this host
    RELAYED,   ///< the next hop took responsibility
    DEFERRED,  ///< not now: the message stays queued
    REFUSED,   ///< never: not to be tried again
};

/// The end of an attempt.
struct AttemptOutcome
{
    AttemptStatus status{AttemptStatus::DEFERRED};
    std::string nextHop{}; ///< the host that answered or failed to; empty before one is known
    std::string address{}; ///< its address; empty before it is known
    std::string reason{};  ///< the reply, or what went wrong, in words
    bool isReply{false};   ///< the reason is a reply of the next hop
    std::optional<mail::EnhancedCode> code{}; ///< what the reason is by RFC 3463, where it is known
    bool isInDoubt{false};   ///< the next hop may have taken the message all the same (RFC 1047)
    bool supportsDsn{false}; ///< the next hop will send what notifications the sender wants

    /// True when another exchanger may do better. In doubt it would make a copy at once.
    bool IsWorthAnotherHost() const
    {
        return status == AttemptStatus::DEFERRED && !isInDoubt;
    }

    /// The code, or the one that says no more than the status does: "4.0.0".
    mail::EnhancedCode GetCode() const;

    bool operator==(const AttemptOutcome&) const = default;
};

} // namespace ns3::postroad::store

#endif // POSTROAD_STORE_ATTEMPT_OUTCOME_H
