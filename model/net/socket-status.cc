#include "postroad/net/socket-status.h"

namespace ns3::postroad
{

std::string_view
GetText(SocketStatus status)
{
    switch (status)
    {
    case SocketStatus::OK:
        return "done";
    case SocketStatus::CLOSED:
        return "closed";
    case SocketStatus::PEER_CLOSED:
        return "closed by the peer";
    case SocketStatus::RESET:
        return "connection reset by the peer";
    case SocketStatus::REFUSED:
        return "connection refused";
    case SocketStatus::TIMED_OUT:
        return "timed out";
    case SocketStatus::CUT:
        return "cut";
    case SocketStatus::NO_ROUTE:
        return "no route to host";
    case SocketStatus::NO_FREE_PORT:
        return "no free local port";
    case SocketStatus::PORT_IN_USE:
        return "port in use";
    case SocketStatus::NO_PROTOCOL:
        return "the host has no such protocol";
    case SocketStatus::TOO_LARGE:
        return "datagram too large";
    case SocketStatus::FAILED:
        break;
    }
    return "socket error";
}

SocketStatus
ToStatus(Socket::SocketErrno error)
{
    switch (error)
    {
    case Socket::ERROR_NOROUTETOHOST:
        return SocketStatus::NO_ROUTE;
    case Socket::ERROR_ADDRNOTAVAIL:
        return SocketStatus::NO_FREE_PORT;
    case Socket::ERROR_ADDRINUSE:
        return SocketStatus::PORT_IN_USE;
    case Socket::ERROR_MSGSIZE:
        return SocketStatus::TOO_LARGE;
    default:
        return SocketStatus::FAILED;
    }
}

} // namespace ns3::postroad
