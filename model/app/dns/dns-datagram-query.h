/**
 * One question to one name server in one datagram, and the datagram that answers it.
 *
 *     const auto answer = co_await AskOverDatagram(agent, "192.0.2.53", query, timeout);
 *
 * Each question has a socket of its own, on a port that the host chooses. What comes from elsewhere
 * or bears another id is dropped; whether the rest is the answer is for the asker to see.
 *
 * Left out: asking again, and falling back to TCP.
 */
#ifndef POSTROAD_APP_DNS_DNS_DATAGRAM_QUERY_H
#define POSTROAD_APP_DNS_DNS_DATAGRAM_QUERY_H

#include "postroad/app/agent/agent.h"
#include "postroad/app/dns/dns-answer.h"
#include "postroad/net/task.h"
#include "postroad/wire/time-point.h"

#include <functional>
#include <string>

namespace ns3::postroad
{

/**
 * Asks, and waits for a datagram of that server with the query's id.
 * \param agent who asks
 * \param server the name server's address in text form
 * \param query the message
 * \param timeout for how long
 * \param onSent called when the question goes
 */
Task<DnsAnswer> AskOverDatagram(Agent& agent,
                                std::string server,
                                std::string query,
                                wire::Duration timeout,
                                std::function<void()> onSent);

} // namespace ns3::postroad

#endif // POSTROAD_APP_DNS_DNS_DATAGRAM_QUERY_H
