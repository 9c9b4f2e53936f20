#include "postroad/trace/dns-transcript.h"

#include "postroad/text/file-name.h"
#include "postroad/text/time-text.h"

namespace ns3::postroad::trace
{

using event::Event;
using event::EventKind;

namespace
{

/// Whether the host that asks tells this, or one that need not ask.
bool
IsOfAsker(const Event& event)
{
    return event.kind == EventKind::DNS_QUERY_SENT || event.kind == EventKind::DNS_QUERY_FAILED ||
           event.kind == EventKind::DNS_ANSWER_RECEIVED || event.kind == EventKind::DNS_CACHE_HIT ||
           event.kind == EventKind::DNS_LOOKUP_FAILED;
}

/// "name\tIN\ttype", as dig writes a question; of whichever details have both.
template <typename Asked>
std::string
MakeQuestion(const Asked& asked)
{
    return asked.name + "\tIN\t" + asked.type;
}

/// ";; 0.012345678 s: "
std::string
MakeStamp(const Event& event)
{
    return ";; " + text::FormatSeconds(event.time) + " s: ";
}

std::string
MakeServer(const std::string& address, const HostNames& hosts)
{
    const auto host = hosts.Find(address);
    return host == address ? address : address + " (" + host + ')';
}

std::string
MakeQuery(const Event& event, const HostNames& hosts)
{
    const auto& asked = event.Get<event::DnsQuestion>();
    return MakeStamp(event) + "query " + std::to_string(asked.id) + " to " +
           MakeServer(asked.server, hosts) + "\n;" + MakeQuestion(asked) + '\n';
}

std::string
MakeFailedQuery(const Event& event, const HostNames& hosts)
{
    const auto& failure = event.Get<event::DnsQueryFailure>();
    return MakeStamp(event) + "query " + std::to_string(failure.id) + " to " +
           MakeServer(failure.server, hosts) + " failed: " + failure.reason + "\n;" +
           MakeQuestion(failure) + '\n';
}

std::string
MakeAnswer(const Event& event, const HostNames& hosts)
{
    const auto& answer = event.Get<event::DnsAnswer>();
    const auto& records = answer.referral ? *answer.referral : answer.answers;
    auto text = MakeStamp(event) + "answer " + std::to_string(answer.id) + " from " +
                MakeServer(answer.server, hosts) + ", status " + answer.status +
                (answer.referral ? ", referral to " : ", answers ") +
                std::to_string(records.size()) + '\n';
    for (const auto& record : records)
    {
        text += record + '\n';
    }
    return text;
}

std::string
MakeCacheHit(const Event& event)
{
    const auto& known = event.Get<event::DnsCacheHit>();
    auto text = MakeStamp(event) + "known for " + std::to_string(known.ttl) + " s more, status " +
                known.status + ", answers " + std::to_string(known.answers.size()) + "\n;" +
                MakeQuestion(known) + '\n';
    for (const auto& record : known.answers)
    {
        text += record + '\n';
    }
    return text;
}

std::string
MakeFailure(const Event& event)
{
    const auto& failure = event.Get<event::DnsFailure>();
    return MakeStamp(event) + "lookup failed: " + failure.reason + "\n;" + MakeQuestion(failure) +
           '\n';
}

std::string
MakeEntry(const Event& event, const HostNames& hosts)
{
    switch (event.kind)
    {
    case EventKind::DNS_QUERY_SENT:
        return MakeQuery(event, hosts);
    case EventKind::DNS_QUERY_FAILED:
        return MakeFailedQuery(event, hosts);
    case EventKind::DNS_ANSWER_RECEIVED:
        return MakeAnswer(event, hosts);
    case EventKind::DNS_CACHE_HIT:
        return MakeCacheHit(event);
    default:
        return MakeFailure(event);
    }
}

} // namespace

void
DnsTranscriptRecorder::OnEvent(const Event& event)
{
    m_hosts.OnEvent(event);
    if (IsOfAsker(event))
    {
        m_lookups[event.host].push_back(event);
    }
}

std::vector<Transcript>
DnsTranscriptRecorder::GetTranscripts() const
{
    std::vector<Transcript> transcripts;
    for (const auto& [host, events] : m_lookups)
    {
        Transcript transcript{"dns-" + text::MakeFileNamePart(host) + ".txt",
                              ";; lookups of " + host + '\n'};
        for (const auto& event : events)
        {
            transcript.text += '\n' + MakeEntry(event, m_hosts);
        }
        transcripts.push_back(std::move(transcript));
    }
    return transcripts;
}

} // namespace ns3::postroad::trace
