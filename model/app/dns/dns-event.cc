#include "postroad/app/dns/dns-event.h"

#include "postroad/dns/record/dns-header.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

namespace ns3::postroad
{

namespace
{

/// The name as the record has it, without the final dot.
std::string
ToText(const dns::Name& name)
{
    return name.IsRoot() ? "." : name.ToHostName();
}

event::Texts
ToLines(const std::vector<dns::Record>& records)
{
    event::Texts lines;
    lines.reserve(records.size());
    for (const auto& record : records)
    {
        lines.push_back(record.ToString());
    }
    return lines;
}

/// The NS records of an answer that tells nothing but whom to ask (RFC 1034 section 4.3.1).
std::vector<dns::Record>
FindReferral(const dns::Message& message)
{
    std::vector<dns::Record> servers;
    if (message.answers.empty() && !message.header.isAuthoritative)
    {
        std::copy_if(message.authorities.begin(),
                     message.authorities.end(),
                     std::back_inserter(servers),
                     [](const auto& record) { return record.GetType() == dns::RecordType::NS; });
    }
    return servers;
}

/// For how many seconds more all of the records are known.
std::uint32_t
GetTimeToLive(const std::vector<dns::Record>& records)
{
    const auto first = std::min_element(
        records.begin(),
        records.end(),
        [](const dns::Record& one, const dns::Record& other) { return one.ttl < other.ttl; });
    return first == records.end() ? 0 : first->ttl;
}

} // namespace

event::Event
MakeDnsQueryEvent(event::EventKind kind,
                  std::uint16_t id,
                  const dns::Question& question,
                  const std::string& peer)
{
    return {kind,
            event::DnsQuestion{id, ToText(question.name), dns::ToString(question.type), peer}};
}

event::Event
MakeDnsQueryFailedEvent(std::uint16_t id,
                        const dns::Question& question,
                        const std::string& server,
                        const std::string& reason)
{
    return {event::EventKind::DNS_QUERY_FAILED,
            event::DnsQueryFailure{id,
                                   ToText(question.name),
                                   dns::ToString(question.type),
                                   server,
                                   reason}};
}

event::Event
MakeDnsAnswerEvent(event::EventKind kind, const dns::Message& message, const std::string& peer)
{
    const auto question = message.questions.empty() ? dns::Question{} : message.questions.front();
    event::DnsAnswer answer{message.header.id,
                            ToText(question.name),
                            dns::ToString(question.type),
                            peer,
                            dns::ToString(message.GetCode()),
                            ToLines(message.answers),
                            std::nullopt};
    if (const auto servers = FindReferral(message); !servers.empty())
    {
        answer.referral = ToLines(servers);
    }
    return {kind, std::move(answer)};
}

event::Event
MakeDnsCacheHitEvent(const dns::CacheHit& hit)
{
    const auto& [kind, records] = hit.answer;
    const auto code = kind == dns::CachedKind::NO_SUCH_NAME ? dns::ResponseCode::NAME_ERROR
                                                            : dns::ResponseCode::NO_ERROR;
    return {event::EventKind::DNS_CACHE_HIT,
            event::DnsCacheHit{ToText(hit.question.name),
                               dns::ToString(hit.question.type),
                               dns::ToString(code),
                               kind == dns::CachedKind::RECORDS ? ToLines(records) : event::Texts(),
                               GetTimeToLive(records)}};
}

event::Event
MakeDnsFailureEvent(const dns::LookupEnded& ended)
{
    return {event::EventKind::DNS_LOOKUP_FAILED,
            event::DnsFailure{ToText(ended.question.name),
                              dns::ToString(ended.question.type),
                              ended.reason}};
}

} // namespace ns3::postroad
