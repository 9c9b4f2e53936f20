/**
 * The states of a client's session and all its transitions, in one table (RFC 5321 section 3).
 *
 * A state is named after what waits for its reply; with PIPELINING more may have been sent behind
 * it. The session moves only
 * along these rows; tests and diagrams read the same table.
 */
#ifndef POSTROAD_SMTP_CLIENT_SMTP_CLIENT_STATES_H
#define POSTROAD_SMTP_CLIENT_SMTP_CLIENT_STATES_H

#include "postroad/wire/transition-table.h"

namespace ns3::postroad::smtp
{

/// Where a client's session stands.
enum class ClientState
{
    CREATED,  ///< the stream is not open yet
    GREETING, ///< waits for the server's greeting
    EHLO,     ///< waits for the reply to EHLO, or to LHLO
    HELO,     ///< waits for the reply to HELO
    READY,    ///< waits for its agent; no transaction is open
    MAIL,     ///< waits for the reply to MAIL
    RCPT,     ///< waits for the reply to a RCPT
    DATA,     ///< waits for the reply to DATA
    CONTENT,  ///< waits for the reply to the content
    RSET,     ///< waits for the reply to RSET
    QUIT,     ///< waits for the reply to QUIT
    CLOSED,   ///< the session is over
};

/// What moves a client's session.
enum class ClientInput
{
    OPEN,     ///< the stream is open
    ACCEPTED, ///< a positive reply; for the last RCPT: at least one recipient was accepted
    REFUSED,  ///< a negative reply; for the last RCPT: no recipient was accepted
    NEXT,     ///< a RCPT was answered, or in LMTP the content for one, and there is another
    NOBODY,   ///< no recipient is left, yet what was sent ahead is still to be answered
    CHUNK,    ///< as ACCEPTED for the last RCPT, and the content follows without DATA
    GIVE_UP,  ///< a negative reply without which the session cannot go on
    TRANSFER, ///< the agent gives a message
    QUIT,     ///< the agent has no more messages
    LOST,     ///< the stream has ended, a reply is overdue or garbled, or the server said 421
};

using ClientTable = wire::TransitionTable<ClientState, ClientInput>;

/// The table.
const ClientTable& GetClientTable();

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_CLIENT_SMTP_CLIENT_STATES_H
