/**
 * The kinds of things that happen in a run, and the fields that each kind carries.
 *
 * The table in event-kind.cc is the one place that lists them: the record, its files, the pictures
 * and the Python side know no other.
 */
#ifndef POSTROAD_EVENT_EVENT_KIND_H
#define POSTROAD_EVENT_EVENT_KIND_H

#include <optional>
#include <span>
#include <string_view>

namespace ns3::postroad::event
{

/// What happened.
enum class EventKind
{
    CONNECTION_OPENED,   ///< a stream is open in both directions
    CONNECTION_CLOSED,   ///< a stream that was open has ended
    CONNECTION_FAILED,   ///< a stream could not be opened
    LINE_SENT,           ///< a line of a dialogue was handed to the stream
    LINE_RECEIVED,       ///< a line of a dialogue came
    CONTENT_SENT,        ///< a message was handed to the stream as a whole
    CONTENT_RECEIVED,    ///< a message came as a whole
    DNS_QUERY_SENT,      ///< a resolver asked
    DNS_QUERY_RECEIVED,  ///< a name server was asked
    DNS_ANSWER_SENT,     ///< a name server answered
    DNS_ANSWER_RECEIVED, ///< a resolver was answered
    DNS_LOOKUP_FAILED,   ///< a resolver gave up on a question
    MESSAGE_SUBMITTED,   ///< a user agent handed a message to a submission agent, or tried to
    MESSAGE_QUEUED,      ///< an agent took responsibility for a message
    MESSAGE_ATTEMPTED,   ///< an agent begins to pass a message on to one next hop
    MESSAGE_DEFERRED,    ///< the attempt did not succeed; the message stays queued
    MESSAGE_RELAYED,     ///< the next hop took responsibility
    MESSAGE_DELIVERED,   ///< the message stands in a mailbox
    MESSAGE_BOUNCED,     ///< the message cannot be delivered
    MAILBOX_READ,        ///< a user agent fetched a message out of a mailbox
    LINK_DOWN,           ///< a link was cut
    LINK_UP,             ///< a link was restored
    HOST_DOWN,           ///< a host was switched off
    HOST_UP,             ///< a host was switched on
};

/// One row of the table of kinds.
struct EventKindInfo
{
    EventKind kind;                           ///< the kind
    std::string_view name;                    ///< as written to events.jsonl: "line-sent"
    std::span<const std::string_view> fields; ///< the fields it may carry, in order
};

/// All kinds, in the order of the enumeration.
std::span<const EventKindInfo> GetEventKinds();

/// The name of a kind: "line-sent".
std::string_view GetName(EventKind kind);

/// The kind of that name, if there is one.
std::optional<EventKind> FindEventKind(std::string_view name);

} // namespace ns3::postroad::event

#endif // POSTROAD_EVENT_EVENT_KIND_H
