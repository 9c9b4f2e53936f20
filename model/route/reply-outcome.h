/**
 * What a server's reply means for the recipients whom it is about.
 *
 * A reply of class 4, or one out of place, is worth another attempt later; a reply of class 5 is
 * not (RFC 5321 section 4.2.1).
 */
#ifndef POSTROAD_ROUTE_REPLY_OUTCOME_H
#define POSTROAD_ROUTE_REPLY_OUTCOME_H

#include "postroad/smtp/grammar/smtp-reply.h"
#include "postroad/store/attempt-outcome.h"

#include <string>

namespace ns3::postroad::route
{

/// The status that a reply to RCPT, DATA or the end of the content stands for.
store::AttemptStatus GetStatus(const smtp::Reply& reply);

/// What a reply of a host at an address means.
store::AttemptOutcome
MakeOutcome(const smtp::Reply& reply, std::string nextHop, std::string address);

} // namespace ns3::postroad::route

#endif // POSTROAD_ROUTE_REPLY_OUTCOME_H
