/**
 * One thing that happened, when, where and to which message: the unit of the one record.
 *
 * Everything that a run shows (dialogue, transcripts, ladders, tables, files) is derived from a
 * stream of these and from nothing else. An event is a plain value; agents emit it through their
 * ns-3 trace source "Event", tests make it by hand.
 */
#ifndef POSTROAD_EVENT_EVENT_H
#define POSTROAD_EVENT_EVENT_H

#include "postroad/event/event-details.h"
#include "postroad/event/event-kind.h"
#include "postroad/wire/endpoint.h"
#include "postroad/wire/session-observer.h"
#include "postroad/wire/time-point.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
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

/// One row of the record. Its details are of the type that the table of kinds gives to its kind.
struct Event
{
    /// CONNECTION_OPENED, with nothing filled in.
    Event() = default;

    /// An event of a kind, with nothing filled in.
    explicit Event(EventKind ofKind);

    /**
     * An event with its details.
     * \throws std::logic_error for details that events of this kind do not have
     */
    Event(EventKind ofKind, Details withDetails);

    wire::TimePoint time;                         ///< virtual time
    EventKind kind{EventKind::CONNECTION_OPENED}; ///< what happened
    std::string host;                             ///< the host's name: "mail.a.net"
    std::string agent;                            ///< the agent's role on it: "mta"
    std::shared_ptr<const Connection> connection; ///< the connection, if there is one
    wire::ByteRange range;                        ///< of a line or content, in its direction
    std::string messageId;                        ///< RFC 5322 Message-ID, without its brackets
    std::string queueId;                          ///< the host's own name for the message
    Details details;                              ///< what else its kind tells

    /**
     * The details of a kind that has a T.
     * \throws std::logic_error for an event of another kind
     */
    template <typename T>
    const T& Get() const
    {
        const auto* const found = std::get_if<T>(&details);
        return found ? *found : (ThrowMismatch(), *found);
    }

  private:
    [[noreturn]] void ThrowMismatch() const;
};

/// Details of the type that events of a kind have, with nothing filled in.
Details MakeDetails(EventKind kind);

/// The recipients that an event names; empty for kinds that name none.
const Texts& GetRecipients(const Event& event);

/// The address of the other side of a question or an answer; empty for kinds that are neither.
const std::string& GetServer(const Event& event);

/// Why an attempt ended as it did: what the next hop said, or else the reason; empty for neither.
std::string_view GetCause(const AttemptEnd& end);

} // namespace ns3::postroad::event

#endif // POSTROAD_EVENT_EVENT_H
