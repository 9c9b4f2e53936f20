/**
 * What VRFY and EXPN have in common (RFC 5321 section 3.5): the agent may tell.
 */
#ifndef POSTROAD_SMTP_SERVER_SMTP_SERVER_VRFY_H
#define POSTROAD_SMTP_SERVER_SMTP_SERVER_VRFY_H

#include "postroad/smtp/grammar/smtp-reply.h"

#include <string_view>

namespace ns3::postroad::smtp
{

class ServerContext;

/**
 * Asks the agent who somebody is.
 * \param session where the command came
 * \param verb "VRFY" or "EXPN"
 * \param text the user, mailbox or list, as the client wrote it
 * \param usual the reply of an agent that keeps it to itself
 */
void AskUser(ServerContext& session, std::string_view verb, std::string_view text, Reply usual);

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_SERVER_SMTP_SERVER_VRFY_H
