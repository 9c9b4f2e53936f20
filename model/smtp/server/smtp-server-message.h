/**
 * The end of a message, however its content came: what a server makes of it (RFC 5321 section
 * 4.1.1.4, RFC 2033 section 4.2).
 */
#ifndef POSTROAD_SMTP_SERVER_SMTP_SERVER_MESSAGE_H
#define POSTROAD_SMTP_SERVER_SMTP_SERVER_MESSAGE_H

#include "postroad/smtp/grammar/smtp-content-receiver.h"
#include "postroad/smtp/grammar/smtp-reply.h"

#include <string>

namespace ns3::postroad::smtp
{

class ServerContext;

/// The transaction is complete: content with a fault is refused, other content is the agent's to
/// decide on.
void FinishMessage(ServerContext& session, ContentFault fault, std::string content);

/// What is said of a fault; not for NONE.
Reply MakeFaultReply(ContentFault fault);

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_SERVER_SMTP_SERVER_MESSAGE_H
