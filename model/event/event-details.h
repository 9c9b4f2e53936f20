/**
 * What an event tells beyond the things that all events have: one struct for the kinds that tell
 * the same.
 *
 * Which kind has which is said by the table in event-kind.cc; how the members are called in
 * events.jsonl, and what they mean, by the one in event-fields.h. A member of an optional type is
 * left out of the file when it is empty, a flag when it is false; everything else is always there.
 */
#ifndef POSTROAD_EVENT_EVENT_DETAILS_H
#define POSTROAD_EVENT_EVENT_DETAILS_H

#include "postroad/wire/time-point.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ns3::postroad::event
{

using Texts = std::vector<std::string>; ///< several texts, in order

/// The kind says everything.
struct NoDetails
{
    bool operator==(const NoDetails&) const = default;
};

/// The end of a stream, or of the attempt to open one.
struct ConnectionEnding
{
    std::string reason;

    bool operator==(const ConnectionEnding&) const = default;
};

/// A line or a message of a dialogue.
struct DialogueText
{
    std::string text;

    bool operator==(const DialogueText&) const = default;
};

/// What a peer may not do.
struct BrokenRule
{
    std::string reason;

    bool operator==(const BrokenRule&) const = default;
};

/// A question to a name server.
struct DnsQuestion
{
    std::uint16_t id{0};
    std::string name;
    std::string type;
    std::string server;

    bool operator==(const DnsQuestion&) const = default;
};

/// A question to a name server that came to nothing.
struct DnsQueryFailure
{
    std::uint16_t id{0};
    std::string name;
    std::string type;
    std::string server;
    std::string reason;

    bool operator==(const DnsQueryFailure&) const = default;
};

/// A name server's answer.
struct DnsAnswer
{
    std::uint16_t id{0};
    std::string name;
    std::string type;
    std::string server;
    std::string status;
    Texts answers;
    std::optional<Texts> referral;

    bool operator==(const DnsAnswer&) const = default;
};

/// What a resolver knew.
struct DnsCacheHit
{
    std::string name;
    std::string type;
    std::string status;
    Texts answers;
    std::uint32_t ttl{0};

    bool operator==(const DnsCacheHit&) const = default;
};

/// A question that a resolver gave up on.
struct DnsFailure
{
    std::string name;
    std::string type;
    std::string reason;

    bool operator==(const DnsFailure&) const = default;
};

/// Whom a submission is put down to.
struct Submission
{
    std::string identity;
    std::string from;
    std::string source;

    bool operator==(const Submission&) const = default;
};

/// A message that an agent answers for from now on.
struct MessageEntry
{
    std::string from;
    Texts to;
    std::uint64_t size{0};
    std::optional<std::string> source;

    bool operator==(const MessageEntry&) const = default;
};

/// The beginning of an attempt.
struct AttemptStart
{
    Texts to;
    std::string nextHop;
    std::string address;

    bool operator==(const AttemptStart&) const = default;
};

/// What an attempt has come to for a recipient. It has a reply of the next hop, or a reason.
struct AttemptEnd
{
    Texts to;
    std::string nextHop;
    std::string address;
    std::optional<std::string> reply;
    std::optional<std::string> reason;
    bool isInDoubt{false};
    std::optional<wire::TimePoint> retryAt;
    std::optional<std::string> notification;

    bool operator==(const AttemptEnd&) const = default;
};

/// A wait that the sender is warned of.
struct Delay
{
    Texts to;
    wire::TimePoint retryUntil;
    std::optional<std::string> notification;

    bool operator==(const Delay&) const = default;
};

/// The arrival of a message in a mailbox.
struct Delivery
{
    Texts to;
    std::string mailbox;
    std::uint64_t size{0};

    bool operator==(const Delivery&) const = default;
};

/// A message that was fetched out of a mailbox.
struct MailboxReading
{
    std::string mailbox;
    std::uint64_t number{0};
    std::uint64_t size{0};

    bool operator==(const MailboxReading&) const = default;
};

/// A link that went down or came up.
struct LinkChange
{
    std::string link;

    bool operator==(const LinkChange&) const = default;
};

/// A host that is there, or there again.
struct HostStart
{
    std::optional<Texts> addresses;

    bool operator==(const HostStart&) const = default;
};

/// A server that fell silent, or speaks again.
struct ServiceChange
{
    std::string service; ///< the role

    bool operator==(const ServiceChange&) const = default;
};

/// A change in a zone.
struct ZoneEdit
{
    std::string name;
    Texts removed;
    Texts added;

    bool operator==(const ZoneEdit&) const = default;
};

/// A link, and what it is like from now on.
struct LinkAlteration
{
    std::string link;
    std::string properties;

    bool operator==(const LinkAlteration&) const = default;
};

/// What became of lines that a client was to say.
struct SayFailure
{
    std::string reason;

    bool operator==(const SayFailure&) const = default;
};

/// What became of an attempt to read a mailbox.
struct FetchFailure
{
    std::string mailbox;
    std::string reason;

    bool operator==(const FetchFailure&) const = default;
};

/// The details of an event of any kind.
using Details = std::variant<NoDetails,
                             ConnectionEnding,
                             DialogueText,
                             BrokenRule,
                             DnsQuestion,
                             DnsQueryFailure,
                             DnsAnswer,
                             DnsCacheHit,
                             DnsFailure,
                             Submission,
                             MessageEntry,
                             AttemptStart,
                             AttemptEnd,
                             Delay,
                             Delivery,
                             MailboxReading,
                             SayFailure,
                             FetchFailure,
                             LinkChange,
                             LinkAlteration,
                             HostStart,
                             ServiceChange,
                             ZoneEdit>;

} // namespace ns3::postroad::event

#endif // POSTROAD_EVENT_EVENT_DETAILS_H
