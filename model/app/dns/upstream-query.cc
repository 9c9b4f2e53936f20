#include "postroad/app/dns/upstream-query.h"

#include "postroad/app/dns/dns-event.h"
#include "postroad/app/dns/dns-stream-query.h"
#include "postroad/wire/well-known-ports.h"

namespace ns3::postroad
{

void
ReportQuerySent(Agent& agent, const dns::UpstreamQuery& query)
{
    agent.Report([&] {
        return MakeDnsQueryEvent(event::EventKind::DNS_QUERY_SENT,
                                 query.id,
                                 query.question,
                                 query.path.server);
    });
    agent.TraceTx(query.octets, query.path.server, wire::DNS_PORT);
}

void
ReportQueryFailed(Agent& agent, const dns::UpstreamQuery& query, const std::string& reason)
{
    agent.Report([&] {
        return MakeDnsQueryFailedEvent(query.id, query.question, query.path.server, reason);
    });
}

Task<DnsAnswer>
AskUpstreamOverTcp(Agent& agent, dns::UpstreamQuery query)
{
    auto answer =
        co_await AskOverStream(agent, query.path.server, query.octets, query.timeout, [&] {
            ReportQuerySent(agent, query);
        });
    if (answer.octets)
    {
        agent.TraceRx(*answer.octets, query.path.server, wire::DNS_PORT);
    }
    else
    {
        ReportQueryFailed(agent, query, answer.failure);
    }
    co_return answer;
}

} // namespace ns3::postroad
