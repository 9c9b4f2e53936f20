/**
 * What becomes of the answers to a POP3 server's questions: the second halves of PASS and QUIT.
 */
#ifndef POSTROAD_POP3_POP3_SERVER_ANSWERS_H
#define POSTROAD_POP3_POP3_SERVER_ANSWERS_H

#include "postroad/pop3/pop3-server-event.h"

namespace ns3::postroad::pop3
{

class ServerContext;

/// PASS is answered: the maildrop is open, or the login was refused.
void FinishLogin(ServerContext& session, LoginAnswer answer);

/// QUIT out of TRANSACTION is answered: the marked messages are removed, or not all of them.
void FinishUpdate(ServerContext& session, UpdateOutcome outcome);

} // namespace ns3::postroad::pop3

#endif // POSTROAD_POP3_POP3_SERVER_ANSWERS_H
