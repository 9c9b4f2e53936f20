/**
 * How the work of a socket ended, or why it could not begin, in the words of the event record.
 *
 * ns-3 tells some of this by return values, some by error numbers, some by which callback it calls
 * and some not at all; behind this line there is one value for each.
 */
#ifndef POSTROAD_NET_SOCKET_STATUS_H
#define POSTROAD_NET_SOCKET_STATUS_H

#include "ns3/socket.h"

#include <string_view>

namespace ns3::postroad
{

/// What became of an operation on a socket, or of a connection.
enum class SocketStatus
{
    OK,           ///< it was done
    CLOSED,       ///< the connection was closed from this side first
    PEER_CLOSED,  ///< the connection was closed by the peer first
    RESET,        ///< the peer broke the connection off
    REFUSED,      ///< nobody listens there
    TIMED_OUT,    ///< no answer came
    CUT,          ///< the owner broke it off
    NO_ROUTE,     ///< the host has no route to the address
    NO_FREE_PORT, ///< all local ports are taken
    PORT_IN_USE,  ///< another socket has this very port
    NO_PROTOCOL,  ///< the host has no sockets of this type
    TOO_LARGE,    ///< more bytes than one datagram holds
    FAILED,       ///< the socket says no and not why
};

/// The status in words, for an event's "reason": "connection refused".
std::string_view GetText(SocketStatus status);

/// The status that stands for an ns-3 error number after a call that failed.
SocketStatus ToStatus(Socket::SocketErrno error);

} // namespace ns3::postroad

#endif // POSTROAD_NET_SOCKET_STATUS_H
