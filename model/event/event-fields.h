/**
 * The names of the details in events.jsonl, in tables and in Python, and what they mean: the one
 * place that has them.
 *
 * FIELDS<T> ties each member of a struct of details to its name, in the order of the file. Reader,
 * writer and the table of kinds go through it; a new member needs a line here and nothing else.
 */
#ifndef POSTROAD_EVENT_EVENT_FIELDS_H
#define POSTROAD_EVENT_EVENT_FIELDS_H

#include "postroad/event/event-details.h"

#include <string_view>
#include <tuple>
#include <type_traits>

namespace ns3::postroad::event
{

/// What a detail is called, whichever struct it stands in, and what it means.
struct FieldName
{
    std::string_view text;    ///< as written: "next_hop"
    std::string_view meaning; ///< for the documentation
};

/// A member of a struct of details, with its name.
template <typename Owner, typename Member>
struct Field
{
    FieldName name;        ///< its name
    Member Owner::*member; ///< where it stands
};

template <typename Owner, typename Member>
Field(FieldName, Member Owner::*) -> Field<Owner, Member>;

/// The names, each once.
namespace field
{

inline constexpr FieldName TEXT{"text", "a line without its CRLF; content as it is on the wire"};
inline constexpr FieldName REASON{"reason", "why, in words"};
inline constexpr FieldName ID{"id", "of a DNS message"};
inline constexpr FieldName NAME{"name", "what a DNS question asks for, \"b.net.\"; a zone's name"};
inline constexpr FieldName TYPE{"type", "of the records that a DNS question asks for: \"MX\""};
inline constexpr FieldName SERVER{"server",
                                  "the other side's address: whom a resolver asks, or "
                                  "whom a name server answers"};
inline constexpr FieldName STATUS{"status", "\"NOERROR\", \"NXDOMAIN\" ..."};
inline constexpr FieldName ANSWERS{"answers", "the answer's records, as lines of a zone file"};
inline constexpr FieldName REFERRAL{"referral",
                                    "in place of answers, the NS records of those to "
                                    "ask, as lines of a zone file"};
inline constexpr FieldName TTL{"ttl", "for how many seconds more a cached answer is known"};
inline constexpr FieldName IDENTITY{"identity",
                                    "whose submission a message is, by its address; "
                                    "empty when unknown"};
inline constexpr FieldName FROM{"from",
                                "the reverse path without its brackets; empty for the "
                                "null path"};
inline constexpr FieldName TO{"to", "the recipients, without brackets"};
inline constexpr FieldName SIZE{"size", "octets of the message"};
inline constexpr FieldName SOURCE{"source", "the address that the message came from"};
inline constexpr FieldName NEXT_HOP{"next_hop", "the host that a message is passed on to, by name"};
inline constexpr FieldName ADDRESS{"address", "the address of the next hop"};
inline constexpr FieldName REPLY{"reply", "what the next hop said: \"450 4.2.1 mailbox busy\""};
inline constexpr FieldName IN_DOUBT{"in_doubt",
                                    "1: the message may have been taken all the same; "
                                    "expect a copy (RFC 1047)"};
inline constexpr FieldName RETRY_AT{"retry_at", "when the next attempt begins"};
inline constexpr FieldName RETRY_UNTIL{"retry_until", "when the message will be given up"};
inline constexpr FieldName NOTIFICATION{"notification",
                                        "the Message-ID of what tells the sender, "
                                        "without its brackets"};
inline constexpr FieldName MAILBOX{"mailbox", "a mailbox's name: \"bob@b.net\""};
inline constexpr FieldName NUMBER{"number", "of a message in its mailbox, from 1"};
inline constexpr FieldName LINK{"link", "a link's name"};
inline constexpr FieldName PROPERTIES{"properties", "of a link, all of them, in words"};
inline constexpr FieldName SERVICE{"service", "the role of a host whose server it is"};
inline constexpr FieldName ADDRESSES{"addresses", "all addresses of a host that is up"};
inline constexpr FieldName REMOVED{"removed", "what was taken out of a zone: \"www A\""};
inline constexpr FieldName ADDED{"added", "what was put into a zone, as lines of a zone file"};

} // namespace field

/// The fields of a struct of details: a tuple of Field.
template <typename T>
inline constexpr auto FIELDS = nullptr;

template <>
inline constexpr std::tuple<> FIELDS<NoDetails>{};

template <>
inline constexpr std::tuple FIELDS<ConnectionEnding>{
    Field{field::REASON, &ConnectionEnding::reason}};

template <>
inline constexpr std::tuple FIELDS<DialogueText>{Field{field::TEXT, &DialogueText::text}};

template <>
inline constexpr std::tuple FIELDS<BrokenRule>{Field{field::REASON, &BrokenRule::reason}};

template <>
inline constexpr std::tuple FIELDS<DnsQuestion>{Field{field::ID, &DnsQuestion::id},
                                                Field{field::NAME, &DnsQuestion::name},
                                                Field{field::TYPE, &DnsQuestion::type},
                                                Field{field::SERVER, &DnsQuestion::server}};

template <>
inline constexpr std::tuple FIELDS<DnsQueryFailure>{Field{field::ID, &DnsQueryFailure::id},
                                                    Field{field::NAME, &DnsQueryFailure::name},
                                                    Field{field::TYPE, &DnsQueryFailure::type},
                                                    Field{field::SERVER, &DnsQueryFailure::server},
                                                    Field{field::REASON, &DnsQueryFailure::reason}};

template <>
inline constexpr std::tuple FIELDS<DnsAnswer>{Field{field::ID, &DnsAnswer::id},
                                              Field{field::NAME, &DnsAnswer::name},
                                              Field{field::TYPE, &DnsAnswer::type},
                                              Field{field::SERVER, &DnsAnswer::server},
                                              Field{field::STATUS, &DnsAnswer::status},
                                              Field{field::ANSWERS, &DnsAnswer::answers},
                                              Field{field::REFERRAL, &DnsAnswer::referral}};

template <>
inline constexpr std::tuple FIELDS<DnsCacheHit>{Field{field::NAME, &DnsCacheHit::name},
                                                Field{field::TYPE, &DnsCacheHit::type},
                                                Field{field::STATUS, &DnsCacheHit::status},
                                                Field{field::ANSWERS, &DnsCacheHit::answers},
                                                Field{field::TTL, &DnsCacheHit::ttl}};

template <>
inline constexpr std::tuple FIELDS<DnsFailure>{Field{field::NAME, &DnsFailure::name},
                                               Field{field::TYPE, &DnsFailure::type},
                                               Field{field::REASON, &DnsFailure::reason}};

template <>
inline constexpr std::tuple FIELDS<Submission>{Field{field::IDENTITY, &Submission::identity},
                                               Field{field::FROM, &Submission::from},
                                               Field{field::SOURCE, &Submission::source}};

template <>
inline constexpr std::tuple FIELDS<MessageEntry>{Field{field::FROM, &MessageEntry::from},
                                                 Field{field::TO, &MessageEntry::to},
                                                 Field{field::SIZE, &MessageEntry::size},
                                                 Field{field::SOURCE, &MessageEntry::source}};

template <>
inline constexpr std::tuple FIELDS<AttemptStart>{Field{field::TO, &AttemptStart::to},
                                                 Field{field::NEXT_HOP, &AttemptStart::nextHop},
                                                 Field{field::ADDRESS, &AttemptStart::address}};

template <>
inline constexpr std::tuple FIELDS<AttemptEnd>{
    Field{field::TO, &AttemptEnd::to},
    Field{field::NEXT_HOP, &AttemptEnd::nextHop},
    Field{field::ADDRESS, &AttemptEnd::address},
    Field{field::REPLY, &AttemptEnd::reply},
    Field{field::REASON, &AttemptEnd::reason},
    Field{field::IN_DOUBT, &AttemptEnd::isInDoubt},
    Field{field::RETRY_AT, &AttemptEnd::retryAt},
    Field{field::NOTIFICATION, &AttemptEnd::notification}};

template <>
inline constexpr std::tuple FIELDS<Delay>{Field{field::TO, &Delay::to},
                                          Field{field::RETRY_UNTIL, &Delay::retryUntil},
                                          Field{field::NOTIFICATION, &Delay::notification}};

template <>
inline constexpr std::tuple FIELDS<Delivery>{Field{field::TO, &Delivery::to},
                                             Field{field::MAILBOX, &Delivery::mailbox},
                                             Field{field::SIZE, &Delivery::size}};

template <>
inline constexpr std::tuple FIELDS<MailboxReading>{Field{field::MAILBOX, &MailboxReading::mailbox},
                                                   Field{field::NUMBER, &MailboxReading::number},
                                                   Field{field::SIZE, &MailboxReading::size}};

template <>
inline constexpr std::tuple FIELDS<SayFailure>{Field{field::REASON, &SayFailure::reason}};

template <>
inline constexpr std::tuple FIELDS<FetchFailure>{Field{field::MAILBOX, &FetchFailure::mailbox},
                                                 Field{field::REASON, &FetchFailure::reason}};

template <>
inline constexpr std::tuple FIELDS<LinkChange>{Field{field::LINK, &LinkChange::link}};

template <>
inline constexpr std::tuple FIELDS<LinkAlteration>{
    Field{field::LINK, &LinkAlteration::link},
    Field{field::PROPERTIES, &LinkAlteration::properties}};

template <>
inline constexpr std::tuple FIELDS<HostStart>{Field{field::ADDRESSES, &HostStart::addresses}};

template <>
inline constexpr std::tuple FIELDS<ServiceChange>{Field{field::SERVICE, &ServiceChange::service}};

template <>
inline constexpr std::tuple FIELDS<ZoneEdit>{Field{field::NAME, &ZoneEdit::name},
                                             Field{field::REMOVED, &ZoneEdit::removed},
                                             Field{field::ADDED, &ZoneEdit::added}};

/// Calls `visit(name, member)` for each field of the details, in the order of the file.
template <typename T, typename Visitor>
void
VisitFields(T& details, Visitor&& visit)
{
    std::apply(
        [&details, &visit](const auto&... field) {
            (visit(field.name.text, details.*(field.member)), ...);
        },
        FIELDS<std::remove_const_t<T>>);
}

} // namespace ns3::postroad::event

#endif // POSTROAD_EVENT_EVENT_FIELDS_H
