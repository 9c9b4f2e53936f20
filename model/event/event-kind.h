/**
 * The kinds of things that happen in a run, and the fields that each kind carries.
 *
 * The table in event-kind.cc is the one place that lists them: the record, its files, the pictures
 * and the Python side know no other. It says what a kind is called, what it is about and which
 * struct of event-details.h holds its details; the fields, with their names and meanings, come from
 * event-fields.h. docs/record.md shows both as tables, and a test holds it to them.
 *
 * A new kind takes an enumerator here and a row in event-kind.cc, and a row in the words of
 * trace/event-words.cc; a new detail takes a member in event-details.h and a line in
 * event-fields.h. What is missing does not compile.
 */
#ifndef POSTROAD_EVENT_EVENT_KIND_H
#define POSTROAD_EVENT_EVENT_KIND_H

#include <cstddef>
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
    RULE_BROKEN,         ///< a peer broke a rule of the protocol, which was let pass
    DNS_QUERY_SENT,      ///< a resolver asked
    DNS_QUERY_FAILED,    ///< a question could not be sent, or was turned away
    DNS_QUERY_RECEIVED,  ///< a name server was asked
    DNS_ANSWER_SENT,     ///< a name server answered
    DNS_ANSWER_RECEIVED, ///< a resolver was answered
    DNS_CACHE_HIT,       ///< a resolver knew the answer, or a step on the way to it
    DNS_LOOKUP_FAILED,   ///< a resolver gave up on a question
    SUBMISSION_ACCEPTED, ///< a submission agent put a message down to the one who submits it
    MESSAGE_SUBMITTED,   ///< a user agent handed a message to a submission agent, or tried to
    MESSAGE_QUEUED,      ///< an agent took responsibility for a message
    MESSAGE_ATTEMPTED,   ///< an agent begins to pass a message on to one next hop
    MESSAGE_DEFERRED,    ///< the attempt did not succeed; the message stays queued
    MESSAGE_DELAYED,     ///< the sender is warned that the message has to wait
    MESSAGE_RELAYED,     ///< the next hop took responsibility
    MESSAGE_DELIVERED,   ///< the message stands in a mailbox
    MESSAGE_BOUNCED,     ///< the message cannot be delivered
    MAILBOX_READ,        ///< a user agent fetched a message out of a mailbox
    SAY_FAILED,          ///< a client could not say all that it was to say
    FETCH_FAILED,        ///< a user agent could not fetch all that stands in a mailbox
    LINK_DOWN,           ///< a link was cut
    LINK_UP,             ///< a link was restored
    LINK_CHANGED,        ///< a link was given other properties
    HOST_DOWN,           ///< a host was switched off
    HOST_UP,             ///< a host was switched on
    SERVICE_DOWN,        ///< a server of a host fell silent, while the host is on
    SERVICE_UP,          ///< a server of a host can be reached again
    ZONE_EDITED,         ///< somebody changed a zone of a name server
};

/// How many kinds there are; the last enumerator stands here.
inline constexpr std::size_t EVENT_KIND_COUNT =
    static_cast<std::size_t>(EventKind::ZONE_EDITED) + 1;

/// What a kind of event is about.
enum class EventSubject
{
    CONNECTION, ///< the life of a stream
    DIALOGUE,   ///< what is said over it
    LOOKUP,     ///< questions to name servers
    POLICY,     ///< what a server decides of a client
    MESSAGE,    ///< the way of one message
    WORLD,      ///< what is done to hosts, links and zones from outside
};

/// What a field may hold.
enum class FieldType
{
    TEXT,   ///< octets
    TEXTS,  ///< several texts
    NUMBER, ///< a whole number, not negative
    TIME,   ///< a moment of virtual time
    FLAG,   ///< 1, or not there
};

/// A field that events of a kind may carry.
struct FieldInfo
{
    std::string_view name;    ///< as written to events.jsonl: "next_hop"
    FieldType type;           ///< what it holds
    bool isOptional;          ///< whether it may be missing
    std::string_view meaning; ///< in words, for the documentation
};

/// One row of the table of kinds.
struct EventKindInfo
{
    EventKind kind;                    ///< the kind
    std::string_view name;             ///< as written to events.jsonl: "line-sent"
    EventSubject subject;              ///< what it is about
    std::string_view meaning;          ///< in words, for the documentation
    std::span<const FieldInfo> fields; ///< the fields that it carries, in order
    std::size_t details;               ///< the index of its struct among the Details
};

/// All kinds, in the order of the enumeration.
std::span<const EventKindInfo> GetEventKinds();

/// What the table has on a kind.
const EventKindInfo& GetInfo(EventKind kind);

/// The name of a kind: "line-sent".
std::string_view GetName(EventKind kind);

/// The kind of that name, if there is one.
std::optional<EventKind> FindEventKind(std::string_view name);

/// "text", "texts", "number", "time" or "flag"
std::string_view GetName(FieldType type);

} // namespace ns3::postroad::event

#endif // POSTROAD_EVENT_EVENT_KIND_H
