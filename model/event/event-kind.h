/**
 * The kinds of things that happen in a run, and the fields that each kind carries.
 *
 * The table in event-kind.cc is the one place that lists them: the record, its files, the pictures
 * and the Python side know no other. The fields:
 *
 * | field | type | meaning |
 * |---|---|---|
 * | text | text | a line without its CRLF; content as it stands on the wire |
 * | reason | text | why, in words |
 * | id | number | of a DNS message |
 * | name, type | text | what a DNS question asks for: "b.net.", "MX" |
 * | server | text | the name server's address |
 * | status | text | "NOERROR", "NXDOMAIN" ... |
 * | answers | texts | the answer's records, each as a line of a zone file |
 * | referral | texts | in place of answers, the NS records of those to ask, in the same form |
 * | ttl | number | for how many seconds more a cached answer is known |
 * | identity | text | whose submission a message is, by its address; empty when unknown |
 * | from | text | the reverse path without its brackets; empty for the null path |
 * | to | texts | the recipients, without brackets |
 * | size | number | octets of the message |
 * | source | text | where the message came from: the peer's name and address |
 * | next_hop, address | text | the host that a message is passed on to: "mail.b.net", "192.0.2.2" |
 * | reply | text | what the next hop said, "450 4.2.1 mailbox busy" |
 * | in_doubt | number | 1: the message may have been taken all the same; expect a copy (RFC 1047) |
 * | retry_at | time | when the next attempt begins |
 * | retry_until | time | when the message will be given up |
 * | notification | text | the Message-ID of what tells the sender, without its brackets |
 * | mailbox | text | "bob@b.net" |
 * | number | number | of a message in its mailbox, from 1 |
 * | link | text | a link's name |
 * | addresses | texts | all addresses of a host that is up |
 * | removed, added | texts | what was changed in a zone: "www A"; lines of a zone file |
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
    LINK_DOWN,           ///< a link was cut
    LINK_UP,             ///< a link was restored
    HOST_DOWN,           ///< a host was switched off
    HOST_UP,             ///< a host was switched on
    ZONE_EDITED,         ///< somebody changed a zone of a name server
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
