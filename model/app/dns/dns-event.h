/**
 * DNS messages as events of the record, the same for those who ask and those who answer.
 */
#ifndef POSTROAD_APP_DNS_DNS_EVENT_H
#define POSTROAD_APP_DNS_DNS_EVENT_H

#include "postroad/dns/resolver/dns-iterative-resolver.h"
#include "postroad/event/event.h"

#include <cstdint>
#include <string>

namespace ns3::postroad
{

/**
 * A question was sent or came.
 * \param kind DNS_QUERY_SENT or DNS_QUERY_RECEIVED
 * \param peer the other side's address
 */
event::Event MakeDnsQueryEvent(event::EventKind kind,
                               std::uint16_t id,
                               const dns::Question& question,
                               const std::string& peer);

/// A question could not be sent, or was turned away. \param reason in words
event::Event MakeDnsQueryFailedEvent(std::uint16_t id,
                                     const dns::Question& question,
                                     const std::string& server,
                                     const std::string& reason);

/**
 * An answer was sent or came.
 * \param kind DNS_ANSWER_SENT or DNS_ANSWER_RECEIVED
 * \param message the whole answer
 * \param peer the other side's address
 */
event::Event
MakeDnsAnswerEvent(event::EventKind kind, const dns::Message& message, const std::string& peer);

/// A resolver knew something already.
event::Event MakeDnsCacheHitEvent(const dns::CacheHit& hit);

/// A resolver gave up on a question. \param ended how, and why
event::Event MakeDnsFailureEvent(const dns::LookupEnded& ended);

} // namespace ns3::postroad

#endif // POSTROAD_APP_DNS_DNS_EVENT_H
