/**
 * How a server answers beyond what its relay policy asks for, as a scenario declares it for a
 * lesson or a test.
 *
 * Plain data; ServerBehaviourState (server-behaviour-state.h) decides by it. The session's code
 * knows none of this: it asks, and is answered late, with another reply, or not at all.
 */
#ifndef POSTROAD_POLICY_SERVER_BEHAVIOUR_H
#define POSTROAD_POLICY_SERVER_BEHAVIOUR_H

#include "postroad/mail/addr-spec.h"
#include "postroad/wire/time-point.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace ns3::postroad::policy
{

/// What a client has said when a server may do something about it.
enum class Stage
{
    HELLO,     ///< EHLO or HELO
    SENDER,    ///< MAIL
    RECIPIENT, ///< RCPT
    MESSAGE,   ///< the end of the content
};

/// A mailbox that is in use: 450 for so many times, then 250.
struct BusyMailbox
{
    mail::AddrSpec mailbox; ///< which
    std::size_t times{1};   ///< how many recipients in it are deferred

    bool operator==(const BusyMailbox&) const = default;
};

/// Greylisting (RFC 6647 section 2.4): a triplet of client, sender and recipient is deferred until
/// it comes again after a while, as mail from a real queue does.
struct Greylisting
{
    wire::Duration delay{std::chrono::minutes(5)}; ///< from the first try of a triplet

    bool operator==(const Greylisting&) const = default;
};

/// 421 for a client that connects more often than this.
struct RateLimit
{
    std::size_t connections{10};                 ///< of one client
    wire::Duration per{std::chrono::minutes(1)}; ///< in any stretch of this length

    bool operator==(const RateLimit&) const = default;
};

/// The connection breaks in place of a reply, as when a server dies. What the client asked for was
/// done: a message at whose end this happens was taken (RFC 1047).
struct Disconnection
{
    Stage after{Stage::MESSAGE};      ///< in place of which reply
    std::optional<std::size_t> times; ///< how often; none: always

    bool operator==(const Disconnection&) const = default;
};

/// All of a server's rules; by default it has none.
struct ServerBehaviour
{
    std::vector<BusyMailbox> busy;           ///< 450 4.2.1
    std::vector<mail::AddrSpec> overQuota;   ///< 452 4.2.2
    std::vector<mail::AddrSpec> unknown;     ///< 550 5.1.1, whether the mailbox exists or not
    std::optional<Greylisting> greylist;     ///< 451 4.7.1
    std::optional<RateLimit> rate;           ///< 421
    wire::Duration tarpit{0};                ///< the time that each answer takes
    bool requiresClientName{false};          ///< 550 5.7.25 for strangers without one
    std::optional<Disconnection> disconnect; ///< no answer at all

    bool operator==(const ServerBehaviour&) const = default;
};

} // namespace ns3::postroad::policy

#endif // POSTROAD_POLICY_SERVER_BEHAVIOUR_H
