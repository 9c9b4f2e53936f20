/**
 * What the stub resolver and the recursive one do alike when they ask: the record and the traces
 * tell of each question that has left, and of each that came to nothing.
 */
#ifndef POSTROAD_APP_DNS_UPSTREAM_QUERY_H
#define POSTROAD_APP_DNS_UPSTREAM_QUERY_H

#include "postroad/app/agent/agent.h"
#include "postroad/app/dns/dns-answer.h"
#include "postroad/dns/resolver/dns-upstream-query.h"
#include "postroad/net/task.h"

#include <string>

namespace ns3::postroad
{

/// A question has left. \param agent who asks
void ReportQuerySent(Agent& agent, const dns::UpstreamQuery& query);

/// A question could not be sent, or was turned away. \param reason in words
void ReportQueryFailed(Agent& agent, const dns::UpstreamQuery& query, const std::string& reason);

/// Asks over TCP, and reports what becomes of it. \param agent who asks
Task<DnsAnswer> AskUpstreamOverTcp(Agent& agent, dns::UpstreamQuery query);

} // namespace ns3::postroad

#endif // POSTROAD_APP_DNS_UPSTREAM_QUERY_H
