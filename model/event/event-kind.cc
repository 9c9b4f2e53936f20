#include "postroad/event/event-kind.h"

#include <algorithm>
#include <array>

namespace ns3::postroad::event
{

namespace
{

using Fields = std::span<const std::string_view>;

constexpr std::array<std::string_view, 0> NO_FIELDS{};
constexpr std::array<std::string_view, 1> REASON{"reason"};
constexpr std::array<std::string_view, 1> TEXT{"text"};
constexpr std::array<std::string_view, 4> QUESTION{"id", "name", "type", "server"};
constexpr std::array<std::string_view, 7>
    ANSWER{"id", "name", "type", "server", "status", "answers", "referral"};
constexpr std::array<std::string_view, 5> CACHED{"name", "type", "status", "answers", "ttl"};
constexpr std::array<std::string_view, 3> LOOKUP{"name", "type", "reason"};
constexpr std::array<std::string_view, 3> SUBMISSION{"identity", "from", "source"};
constexpr std::array<std::string_view, 4> ENVELOPE{"from", "to", "size", "source"};
constexpr std::array<std::string_view, 3> HOP{"to", "next_hop", "address"};
constexpr std::array<std::string_view, 8>
    OUTCOME{"to", "next_hop", "address", "reply", "reason", "in_doubt", "retry_at", "notification"};
constexpr std::array<std::string_view, 3> DELAY{"to", "retry_until", "notification"};
constexpr std::array<std::string_view, 3> DELIVERY{"to", "mailbox", "size"};
constexpr std::array<std::string_view, 3> MAILBOX{"mailbox", "number", "size"};
constexpr std::array<std::string_view, 1> LINK{"link"};
constexpr std::array<std::string_view, 1> ADDRESSES{"addresses"};
constexpr std::array<std::string_view, 3> ZONE_EDIT{"name", "removed", "added"};

// In the order of the enumeration.
constexpr std::array<EventKindInfo, 28> KINDS{{
    {EventKind::CONNECTION_OPENED, "connection-opened", NO_FIELDS},
    {EventKind::CONNECTION_CLOSED, "connection-closed", REASON},
    {EventKind::CONNECTION_FAILED, "connection-failed", REASON},
    {EventKind::LINE_SENT, "line-sent", TEXT},
    {EventKind::LINE_RECEIVED, "line-received", TEXT},
    {EventKind::CONTENT_SENT, "content-sent", TEXT},
    {EventKind::CONTENT_RECEIVED, "content-received", TEXT},
    {EventKind::DNS_QUERY_SENT, "dns-query-sent", QUESTION},
    {EventKind::DNS_QUERY_RECEIVED, "dns-query-received", QUESTION},
    {EventKind::DNS_ANSWER_SENT, "dns-answer-sent", ANSWER},
    {EventKind::DNS_ANSWER_RECEIVED, "dns-answer-received", ANSWER},
    {EventKind::DNS_CACHE_HIT, "dns-cache-hit", CACHED},
    {EventKind::DNS_LOOKUP_FAILED, "dns-lookup-failed", LOOKUP},
    {EventKind::SUBMISSION_ACCEPTED, "submission-accepted", SUBMISSION},
    {EventKind::MESSAGE_SUBMITTED, "message-submitted", ENVELOPE},
    {EventKind::MESSAGE_QUEUED, "message-queued", ENVELOPE},
    {EventKind::MESSAGE_ATTEMPTED, "message-attempted", HOP},
    {EventKind::MESSAGE_DEFERRED, "message-deferred", OUTCOME},
    {EventKind::MESSAGE_DELAYED, "message-delayed", DELAY},
    {EventKind::MESSAGE_RELAYED, "message-relayed", OUTCOME},
    {EventKind::MESSAGE_DELIVERED, "message-delivered", DELIVERY},
    {EventKind::MESSAGE_BOUNCED, "message-bounced", OUTCOME},
    {EventKind::MAILBOX_READ, "mailbox-read", MAILBOX},
    {EventKind::LINK_DOWN, "link-down", LINK},
    {EventKind::LINK_UP, "link-up", LINK},
    {EventKind::HOST_DOWN, "host-down", NO_FIELDS},
    {EventKind::HOST_UP, "host-up", ADDRESSES},
    {EventKind::ZONE_EDITED, "zone-edited", ZONE_EDIT},
}};

} // namespace

std::span<const EventKindInfo>
GetEventKinds()
{
    return KINDS;
}

std::string_view
GetName(EventKind kind)
{
    return KINDS.at(static_cast<std::size_t>(kind)).name;
}

std::optional<EventKind>
FindEventKind(std::string_view name)
{
    const auto* const row = std::find_if(KINDS.begin(), KINDS.end(), [name](const auto& info) {
        return info.name == name;
    });
    return row == KINDS.end() ? std::nullopt : std::optional(row->kind);
}

} // namespace ns3::postroad::event
