/**
 * What a scenario makes happen, and when: messages sent and fetched, lines said, things that break,
 * zones that change.
 */
#ifndef POSTROAD_SPEC_VALUE_PLANNED_EVENT_H
#define POSTROAD_SPEC_VALUE_PLANNED_EVENT_H

#include "postroad/mail/addr-spec.h"
#include "postroad/mail/domain-name.h"
#include "postroad/spec/value/host-role.h"
#include "postroad/wire/time-point.h"
#include "postroad/wire/well-known-ports.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ns3::postroad::scenario
{

/// A user agent composes a message and submits it.
struct Send
{
    std::string id;                  ///< what `expect` calls it; by default "message1", counted
    mail::AddrSpec from;             ///< a user of one of the domains
    std::vector<mail::AddrSpec> to;  ///< anyone
    std::vector<mail::AddrSpec> cc;  ///< anyone
    std::vector<mail::AddrSpec> bcc; ///< anyone
    std::string subject;             ///< may be empty
    std::string body;                ///< lines ended by LF
    mail::DomainName host;           ///< the one with role mua; by default the only one of `from`

    bool operator==(const Send&) const = default;
};

/// A user agent fetches what stands in a user's mailbox.
struct Fetch
{
    mail::AddrSpec user;   ///< a user of one of the domains
    mail::DomainName host; ///< the one with role mua; by default the only one of `user`

    bool operator==(const Fetch&) const = default;
};

/// A person at a terminal opens a connection and types lines.
struct Say
{
    mail::DomainName host;                        ///< a host with role client
    std::string to;                               ///< the name or address of the server
    std::uint16_t port{wire::SMTP_PORT};          ///< the server's port
    std::vector<std::string> lines;               ///< each without its CRLF
    wire::Duration pace{std::chrono::seconds(2)}; ///< from the greeting to the first line, and
                                                  ///< from each line to the next
    bool isPipelined{false};                      ///< no line waits for the reply to another

    bool operator==(const Say&) const = default;
};

/// A link, a host, or one of its servers.
struct Target
{
    /// Which of the two.
    enum class Kind
    {
        LINK,
        HOST,
    };

    Kind kind{Kind::LINK};             ///< which of the two
    std::string name;                  ///< its name
    std::optional<HostRole> service{}; ///< of the host: the server of this role alone

    bool operator==(const Target&) const = default;
};

/// A link is cut, a host switched off, or a server falls silent.
struct Fail
{
    Target target; ///< what breaks

    bool operator==(const Fail&) const = default;
};

/// A link, a host or a server works again.
struct Restore
{
    Target target; ///< what works again

    bool operator==(const Restore&) const = default;
};

/// A link gets other properties; none: it keeps what it has.
struct ChangeLink
{
    std::string link;                           ///< its name
    std::optional<std::uint64_t> bitsPerSecond; ///< the rate in each direction
    std::optional<wire::Duration> delay;        ///< from one end to the other
    std::optional<double> loss;                 ///< the share of packets lost, 0 to 1

    bool operator==(const ChangeLink&) const = default;
};

/// The records of a zone change.
struct EditZone
{
    mail::DomainName zone;                 ///< a domain's name
    std::vector<std::string> removed;      ///< sets of records that go: "www A"
    std::vector<std::string> added;        ///< records that come, as lines of a master file
    std::vector<mail::DomainName> servers; ///< at these alone; empty: at all that serve it

    bool operator==(const EditZone&) const = default;
};

/// What may be planned.
using Action = std::variant<Send, Fetch, Say, Fail, Restore, ChangeLink, EditZone>;

/// An action and its moment.
struct PlannedEvent
{
    wire::TimePoint at; ///< virtual time
    Action action;      ///< what happens

    bool operator==(const PlannedEvent&) const = default;
};

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_PLANNED_EVENT_H
