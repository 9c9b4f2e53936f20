/**
 * The states of a server's session and all its transitions, in one table (RFC 1939 section 3: the
 * AUTHORIZATION, TRANSACTION and UPDATE states).
 *
 * The session moves only along these rows; a command for which the present state has no row is out
 * of order. Tests and diagrams read the same table.
 */
#ifndef POSTROAD_POP3_POP3_SERVER_STATES_H
#define POSTROAD_POP3_POP3_SERVER_STATES_H

#include "postroad/wire/transition-table.h"

namespace ns3::postroad::pop3
{

/// Where a server's session stands.
enum class ServerState
{
    CREATED,       ///< the stream is not open yet
    AUTHORIZATION, ///< the client is to say who it is
    NAMED,         ///< likewise; it has given a user, and the password is to follow
    TRANSACTION,   ///< the maildrop is open
    UPDATE,        ///< the client has taken its leave; messages are being removed
    CLOSED,        ///< the session is over
};

/// What moves a server's session.
enum class ServerInput
{
    OPEN,   ///< the stream is open
    USER,   ///< a name was given
    PASS,   ///< the login was accepted
    REFUSE, ///< the login was refused
    STAT,   ///< the maildrop was described
    LIST,   ///< messages were listed
    RETR,   ///< a message was sent
    DELE,   ///< a message was marked
    NOOP,   ///< nothing was done
    RSET,   ///< the marks were taken away
    QUIT,   ///< the client takes its leave
    UPDATE, ///< the removal was answered, whatever the answer
    CLOSE,  ///< this side ends the session: time-out, failed logins, shutdown
    LOST,   ///< the stream has ended or is gone
};

using ServerTable = wire::TransitionTable<ServerState, ServerInput>;

/// The table.
const ServerTable& GetServerTable();

} // namespace ns3::postroad::pop3

#endif // POSTROAD_POP3_POP3_SERVER_STATES_H
