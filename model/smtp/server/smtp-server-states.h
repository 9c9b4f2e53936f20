/**
 * The states of a server's session and all its transitions, in one table (RFC 5321 section 4.1.4).
 *
 * The session moves only along these rows; a command for which the present state has no row is out
 * of order (503). Tests and diagrams read the same table. Commands that change nothing (NOOP, HELP,
 * VRFY, EXPN) are in order always and have no rows, except at a server that refuses the session.
 */
#ifndef POSTROAD_SMTP_SERVER_SMTP_SERVER_STATES_H
#define POSTROAD_SMTP_SERVER_SMTP_SERVER_STATES_H

#include "postroad/wire/transition-table.h"

namespace ns3::postroad::smtp
{

/// Where a server's session stands.
enum class ServerState
{
    CREATED,   ///< the stream is not open yet
    GREETING,  ///< the greeting is held back
    REFUSED,   ///< the greeting was 554: nothing but QUIT is taken
    CONNECTED, ///< the greeting was sent
    READY,     ///< the client has said hello; no transaction is open
    MAIL,      ///< the reverse path was accepted
    RCPT,      ///< at least one recipient was accepted
    DATA,      ///< the content is coming, or its acceptance is being decided
    BDAT,      ///< chunks are coming, or the acceptance of what they made is being decided
    CLOSED,    ///< the session is over
};

/// What moves a server's session.
enum class ServerInput
{
    OPEN,    ///< the stream is open
    GREET,   ///< 220 was sent
    REFUSE,  ///< 554 was sent instead
    HELLO,   ///< EHLO, HELO or LHLO was accepted
    MAIL,    ///< a reverse path was accepted
    RCPT,    ///< a recipient was accepted
    DATA,    ///< DATA was answered with 354
    BDAT,    ///< a chunk is announced (RFC 3030)
    CONTENT, ///< the content was answered, whatever the reply
    RSET,    ///< the transaction was dropped
    QUIT,    ///< the client has taken its leave
    CLOSE,   ///< this side ends the session with 421 or 554: idle time-out, shutdown, misconduct
    LOST,    ///< the stream has ended or is gone
};

using ServerTable = wire::TransitionTable<ServerState, ServerInput>;

/// The table.
const ServerTable& GetServerTable();

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_SERVER_SMTP_SERVER_STATES_H
