#include "postroad/app/dns-event.h"

#include "postroad/dns/record/dns-header.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

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

std::vector<std::string>
ToLines(const std::vector<dns::Record>& records)
{
    std::vector<std::string> lines;
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
std::int64_t
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
    event::Event event;
    event.kind = kind;
    event.fields.emplace_back("id", std::int64_t{id});
    event.fields.emplace_back("name", ToText(question.name));
    event.fields.emplace_back("type", dns::ToString(question.type));
    event.fields.emplace_back("server", peer);
    return event;
}

event::Event
MakeDnsAnswerEvent(event::EventKind kind, const dns::Message& message, const std::string& peer)
{
    const auto question = message.questions.empty() ? dns::Question{} : message.questions.front();
    auto event = MakeDnsQueryEvent(kind, message.header.id, question, peer);
    event.fields.emplace_back("status", dns::ToString(message.header.code));
    event.fields.emplace_back("answers", ToLines(message.answers));
    if (auto servers = FindReferral(message); !servers.empty())
    {
        event.fields.emplace_back("referral", ToLines(servers));
    }
    return event;
}

event::Event
MakeDnsCacheHitEvent(const dns::CacheHit& hit)
{
    const auto& [kind, records] = hit.answer;
    const auto code = kind == dns::CachedKind::NO_SUCH_NAME ? dns::ResponseCode::NAME_ERROR
                                                            : dns::ResponseCode::NO_ERROR;
    event::Event event;
    event.kind = event::EventKind::DNS_CACHE_HIT;
    event.fields.emplace_back("name", ToText(hit.question.name));
    event.fields.emplace_back("type", dns::ToString(hit.question.type));
    event.fields.emplace_back("status", dns::ToString(code));
    event.fields.emplace_back("answers",
                              kind == dns::CachedKind::RECORDS ? ToLines(records)
                                                               : std::vector<std::string>());
    event.fields.emplace_back("ttl", GetTimeToLive(records));
    return event;
}

event::Event
MakeDnsFailureEvent(const dns::LookupEnded& ended)
{
    event::Event event;
    event.kind = event::EventKind::DNS_LOOKUP_FAILED;
    event.fields.emplace_back("name", ToText(ended.question.name));
    event.fields.emplace_back("type", dns::ToString(ended.question.type));
    event.fields.emplace_back("reason", ended.reason);
    return event;
}

} // namespace ns3::postroad
