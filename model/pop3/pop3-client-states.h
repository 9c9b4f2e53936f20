/**
 * The states of a client's session and all its transitions, in one table. A state is named after
 * the command whose response is awaited; read along, the table is the dialogue.
 *
 * The session moves only along these rows. Tests and diagrams read the same table.
 */
#ifndef POSTROAD_POP3_POP3_CLIENT_STATES_H
#define POSTROAD_POP3_POP3_CLIENT_STATES_H

#include "postroad/wire/transition-table.h"

namespace ns3::postroad::pop3
{

/// What a client's session waits for.
enum class ClientState
{
    CREATED,  ///< the stream is not open yet
    GREETING, ///< the server is to speak first
    USER,     ///< the response to each command
    PASS,
    STAT,
    LIST,
    RETR,
    DELE,
    QUIT,
    CLOSED, ///< the session is over
};

/// What moves a client's session.
enum class ClientInput
{
    OPEN, ///< the stream is open
    USER, ///< the command was sent
    PASS,
    STAT,
    LIST,
    RETR,
    DELE,
    QUIT,
    END,   ///< QUIT was answered
    CLOSE, ///< this side ends the session: time-out, a response that makes no sense
    LOST,  ///< the stream has ended or is gone
};

using ClientTable = wire::TransitionTable<ClientState, ClientInput>;

/// The table.
const ClientTable& GetClientTable();

} // namespace ns3::postroad::pop3

#endif // POSTROAD_POP3_POP3_CLIENT_STATES_H
