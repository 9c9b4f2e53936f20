/**
 * What one attempt to pass a message on means for each of its recipients.
 *
 * A reply of class 4, a failed look-up or a broken connection is worth another attempt later; a
 * reply of class 5, or a domain that does not exist, is not (RFC 5321 section 4.2.1, RFC 3463).
 */
#ifndef POSTROAD_ROUTE_ATTEMPT_OUTCOME_H
#define POSTROAD_ROUTE_ATTEMPT_OUTCOME_H

#include "postroad/mail/envelope.h"
#include "postroad/smtp/smtp-reply.h"

#include <optional>
#include <string>

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
    std::optional<smtp::EnhancedCode> code{}; ///< what the reason is by RFC 3463, where it is known
    bool isInDoubt{false};   ///< the next hop may have taken the message all the same (RFC 1047)
    bool supportsDsn{false}; ///< the next hop will send what notifications the sender wants

    /// True when another exchanger may do better. In doubt it would make a copy at once.
    bool IsWorthAnotherHost() const
    {
        return status == AttemptStatus::DEFERRED && !isInDoubt;
    }

    /// The code, or the one that says no more than the status does: "4.0.0".
    smtp::EnhancedCode GetCode() const;
};

/// The status that a reply to RCPT, DATA or the end of the content stands for.
AttemptStatus GetStatus(const smtp::Reply& reply);

/// What a reply of a host at an address means.
AttemptResult MakeResult(const smtp::Reply& reply, std::string nextHop, std::string address);

} // namespace ns3::postroad::route

#endif // POSTROAD_ROUTE_ATTEMPT_OUTCOME_H
