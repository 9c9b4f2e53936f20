#include "postroad/event/event-kind.h"

#include "postroad/event/event-fields.h"
#include "postroad/event/event-kind-table.h"

#include <array>
#include <concepts>
#include <string>
#include <tuple>
#include <variant>

namespace ns3::postroad::event
{

namespace
{

template <typename T>
constexpr bool IS_OPTIONAL = std::same_as<T, bool>;

template <typename T>
constexpr bool IS_OPTIONAL<std::optional<T>> = true;

template <typename T>
constexpr FieldType TYPE = FieldType::NUMBER;

template <typename T>
constexpr FieldType TYPE<std::optional<T>> = TYPE<T>;

template <>
constexpr FieldType TYPE<std::string> = FieldType::TEXT;

template <>
constexpr FieldType TYPE<Texts> = FieldType::TEXTS;

template <>
constexpr FieldType TYPE<wire::TimePoint> = FieldType::TIME;

template <>
constexpr FieldType TYPE<bool> = FieldType::FLAG;

template <typename Owner, typename Member>
constexpr FieldInfo
MakeInfo(const Field<Owner, Member>& field)
{
    return {field.name.text, TYPE<Member>, IS_OPTIONAL<Member>, field.name.meaning};
}

/// The fields of a struct of details, as the table shows them.
template <typename T>
constexpr auto FIELD_INFOS = std::apply(
    [](const auto&... field) {
        return std::array<FieldInfo, sizeof...(field)>{MakeInfo(field)...};
    },
    FIELDS<T>);

/// Where a struct stands among the details.
template <typename T, std::size_t Index = 0>
constexpr std::size_t
FindDetails()
{
    if constexpr (std::same_as<T, std::variant_alternative_t<Index, Details>>)
    {
        return Index;
    }
    else
    {
        return FindDetails<T, Index + 1>();
    }
}

/// The row of a kind whose details are a T.
template <typename T>
constexpr EventKindRow<EventKindInfo>
Row(EventKind kind, std::string_view name, EventSubject subject, std::string_view meaning)
{
    return {kind, {kind, name, subject, meaning, FIELD_INFOS<T>, FindDetails<T>()}};
}

using enum EventKind;
using enum EventSubject;

constexpr EventKindTable<EventKindInfo> KINDS{{
    Row<NoDetails>(CONNECTION_OPENED,
                   "connection-opened",
                   CONNECTION,
                   "a stream is open in both directions"),
    Row<ConnectionEnding>(CONNECTION_CLOSED,
                          "connection-closed",
                          CONNECTION,
                          "a stream that was open has ended"),
    Row<ConnectionEnding>(CONNECTION_FAILED,
                          "connection-failed",
                          CONNECTION,
                          "a stream could not be opened"),
    Row<DialogueText>(LINE_SENT,
                      "line-sent",
                      DIALOGUE,
                      "a line of a dialogue was handed to the stream"),
    Row<DialogueText>(LINE_RECEIVED, "line-received", DIALOGUE, "a line of a dialogue came"),
    Row<DialogueText>(CONTENT_SENT,
                      "content-sent",
                      DIALOGUE,
                      "a message was handed to the stream as a whole"),
    Row<DialogueText>(CONTENT_RECEIVED, "content-received", DIALOGUE, "a message came as a whole"),
    Row<BrokenRule>(RULE_BROKEN,
                    "rule-broken",
                    DIALOGUE,
                    "a peer broke a rule of the protocol, which was let pass"),
    Row<DnsQuestion>(DNS_QUERY_SENT, "dns-query-sent", LOOKUP, "a resolver asked"),
    Row<DnsQueryFailure>(DNS_QUERY_FAILED,
                         "dns-query-failed",
                         LOOKUP,
                         "a question could not be sent, or was turned away"),
    Row<DnsQuestion>(DNS_QUERY_RECEIVED, "dns-query-received", LOOKUP, "a name server was asked"),
    Row<DnsAnswer>(DNS_ANSWER_SENT, "dns-answer-sent", LOOKUP, "a name server answered"),
    Row<DnsAnswer>(DNS_ANSWER_RECEIVED, "dns-answer-received", LOOKUP, "a resolver was answered"),
    Row<DnsCacheHit>(DNS_CACHE_HIT,
                     "dns-cache-hit",
                     LOOKUP,
                     "a resolver knew the answer, or a step on the way to it"),
    Row<DnsFailure>(DNS_LOOKUP_FAILED,
                    "dns-lookup-failed",
                    LOOKUP,
                    "a resolver gave up on a question"),
    Row<Submission>(SUBMISSION_ACCEPTED,
                    "submission-accepted",
                    POLICY,
                    "a submission agent put a message down to the one who submits it"),
    Row<MessageEntry>(MESSAGE_SUBMITTED,
                      "message-submitted",
                      MESSAGE,
                      "a user agent handed a message to a submission agent, or tried to"),
    Row<MessageEntry>(MESSAGE_QUEUED,
                      "message-queued",
                      MESSAGE,
                      "an agent took responsibility for a message"),
    Row<AttemptStart>(MESSAGE_ATTEMPTED,
                      "message-attempted",
                      MESSAGE,
                      "an agent begins to pass a message on to one next hop"),
    Row<AttemptEnd>(MESSAGE_DEFERRED,
                    "message-deferred",
                    MESSAGE,
                    "the attempt did not succeed; the message stays queued"),
    Row<Delay>(MESSAGE_DELAYED,
               "message-delayed",
               MESSAGE,
               "the sender is warned that the message has to wait"),
    Row<AttemptEnd>(MESSAGE_RELAYED,
                    "message-relayed",
                    MESSAGE,
                    "the next hop took responsibility"),
    Row<Delivery>(MESSAGE_DELIVERED,
                  "message-delivered",
                  MESSAGE,
                  "the message stands in a mailbox"),
    Row<AttemptEnd>(MESSAGE_BOUNCED, "message-bounced", MESSAGE, "the message cannot be delivered"),
    Row<MailboxReading>(MAILBOX_READ,
                        "mailbox-read",
                        MESSAGE,
                        "a user agent fetched a message out of a mailbox"),
    Row<SayFailure>(SAY_FAILED,
                    "say-failed",
                    MESSAGE,
                    "a client could not say all that it was to say"),
    Row<FetchFailure>(FETCH_FAILED,
                      "fetch-failed",
                      MESSAGE,
                      "a user agent could not fetch all that stands in a mailbox"),
    Row<LinkChange>(LINK_DOWN, "link-down", WORLD, "a link was cut"),
    Row<LinkChange>(LINK_UP, "link-up", WORLD, "a link was restored"),
    Row<LinkAlteration>(LINK_CHANGED, "link-changed", WORLD, "a link was given other properties"),
    Row<NoDetails>(HOST_DOWN, "host-down", WORLD, "a host was switched off"),
    Row<HostStart>(HOST_UP, "host-up", WORLD, "a host was switched on"),
    Row<ServiceChange>(SERVICE_DOWN,
                       "service-down",
                       WORLD,
                       "a server of a host fell silent, while the host is on"),
    Row<ServiceChange>(SERVICE_UP, "service-up", WORLD, "a server of a host can be reached again"),
    Row<ZoneEdit>(ZONE_EDITED, "zone-edited", WORLD, "somebody changed a zone of a name server"),
}};

} // namespace

std::span<const EventKindInfo>
GetEventKinds()
{
    return KINDS.GetValues();
}

const EventKindInfo&
GetInfo(EventKind kind)
{
    return KINDS[kind];
}

std::string_view
GetName(EventKind kind)
{
    return KINDS[kind].name;
}

std::optional<EventKind>
FindEventKind(std::string_view name)
{
    for (const auto& info : GetEventKinds())
    {
        if (info.name == name)
        {
            return info.kind;
        }
    }
    return std::nullopt;
}

std::string_view
GetName(FieldType type)
{
    switch (type)
    {
    case FieldType::TEXT:
        return "text";
    case FieldType::TEXTS:
        return "texts";
    case FieldType::NUMBER:
        return "number";
    case FieldType::TIME:
        return "time";
    case FieldType::FLAG:
        return "flag";
    }
    return {};
}

} // namespace ns3::postroad::event
