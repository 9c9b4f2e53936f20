/**
 * One question to one name server over TCP (RFC 7766), from the handshake to the answer.
 *
 *     const auto answer = co_await AskOverStream(agent, "192.0.2.53", query, timeout);
 *
 * Each question has a connection of its own, which is closed once the answer is there. Whether the
 * message that came is the answer to the question is for the asker to see.
 *
 * Left out: several questions over one connection.
 */
#ifndef POSTROAD_APP_DNS_DNS_STREAM_QUERY_H
#define POSTROAD_APP_DNS_DNS_STREAM_QUERY_H

#include "postroad/app/agent/agent.h"
#include "postroad/app/dns/dns-answer.h"
#include "postroad/net/task.h"
#include "postroad/wire/time-point.h"

#include <functional>
#include <string>

namespace ns3::postroad
{

/**
 * Asks, and waits for the first message.
 * \param agent who asks
 * \param server the name server's address in text form
 * \param query the message, without the length in front
 * \param timeout for how long nothing may come once the connection is open; before, TCP decides
 * \param onSent called when the connection is open, and the question goes
 */
Task<DnsAnswer> AskOverStream(Agent& agent,
                              std::string server,
                              std::string query,
                              wire::Duration timeout,
                              std::function<void()> onSent);

} // namespace ns3::postroad

#endif // POSTROAD_APP_DNS_DNS_STREAM_QUERY_H
