/**
 * One thing that happened, when, where and to which message: the unit of the one record.
 *
 * Everything that a run shows (dialogue, transcripts, ladders, tables, files) is derived from a
 * stream of these and from nothing else. An event is a plain value; agents emit it through their
 * ns-3 trace source "Event", tests make it by hand.
 */
#ifndef POSTROAD_EVENT_EVENT_H
#define POSTROAD_EVENT_EVENT_H

#include "postroad/event/event-kind.h"
#include "postroad/wire/endpoint.h"
#include "postroad/wire/session-observer.h"
#include "postroad/wire/time-point.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace ns3::postroad::event
{

/// Which side of a dialogue an end is.
enum class Role
{
    CLIENT, ///< it opened the connection
    SERVER, ///< it accepted the connection
};

/// "client" or "server"
std::string_view GetName(Role role);

/// The role of that name, if it is one.
std::optional<Role> FindRole(std::string_view name);

/// A connection as one of its two hosts sees it. Its events share one of these.
struct Connection
{
    std::uint32_t number{0}; ///< counted from 1 on its host
    Role role{Role::CLIENT}; ///< the side that this host is
    std::string protocol;    ///< "SMTP", "POP3"
    wire::Endpoint local;    ///< this host's end
    wire::Endpoint remote;   ///< the other end

    bool operator==(const Connection&) const = default;

    /// The client's end, seen from either side.
    const wire::Endpoint& GetClient() const
    {
        return role == Role::CLIENT ? local : remote;
    }

    /// The server's end, seen from either side.
    const wire::Endpoint& GetServer() const
    {
        return role == Role::SERVER ? local : remote;
    }
};

/// What a field may hold: an integer, a text, several texts, or a moment of virtual time.
using FieldValue =
    std::variant<std::int64_t, std::string, std::vector<std::string>, wire::TimePoint>;

/// A named detail of an event; the name is one that the table of kinds lists.
using Field = std::pair<std::string_view, FieldValue>;

/// One row of the record.
struct Event
{
    wire::TimePoint time;                         ///< virtual time
    EventKind kind{EventKind::CONNECTION_OPENED}; ///< what happened
    std::string host;                             ///< the host's name: "mail.a.net"
    std::string agent;                            ///< the agent's role on it: "mta"
    std::shared_ptr<const Connection> connection; ///< the connection, if there is one
    wire::ByteRange range;                        ///< of a line or content, in its direction
    std::string messageId;                        ///< RFC 5322 Message-ID, without its brackets
    std::string queueId;                          ///< the host's own name for the message
    std::vector<Field> fields;                    ///< further details, by the table of kinds

    /// The text of a field; empty when the event does not have it or it is no text.
    std::string_view GetText(std::string_view name) const;

    /// The number in a field; 0 when the event does not have it or it is no number.
    std::int64_t GetNumber(std::string_view name) const;

    /// The texts of a field that may have several; one that is a single text gives that one.
    std::vector<std::string> GetTexts(std::string_view name) const;

    /// The moment in a field; none when the event does not have it or it is no moment.
    std::optional<wire::TimePoint> GetTime(std::string_view name) const;

    /// The field itself, or nullptr.
    const FieldValue* FindField(std::string_view name) const;
};

} // namespace ns3::postroad::event

#endif // POSTROAD_EVENT_EVENT_H
