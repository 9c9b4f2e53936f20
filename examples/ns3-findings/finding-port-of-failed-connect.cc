/*
 * 21. Clients try to connect to where no route leads, and let go of their sockets.
 *
 * Connect() takes a port before it looks for a route, and keeps it when there is none; so does
 * TcpL4Protocol the socket. Close() in this state does nothing, so that nothing gives them back.
 */
#include "ns3-findings/two-nodes.h"

#include "ns3/tcp-l4-protocol.h"

using namespace ns3;
using namespace ns3::findings;

int
main()
{
    const TwoNodes net;
    Address name;
    TwoNodes::At(1, [&] {
        const auto socket = TwoNodes::MakeSocket(net.client);
        const InetSocketAddress nowhere(Ipv4Address("198.51.100.1"), TwoNodes::PORT);
        Say("client: Connect() gives ", ResultOf(socket, socket->Connect(nowhere)));
        socket->GetSockName(name);
        Say("client: Close() gives ", ResultOf(socket, socket->Close()));
    });
    TwoNodes::RunUntil(86400);
    const auto next = TwoNodes::MakeSocket(net.client);
    Say("client: Bind() to the port gives ", ResultOf(next, next->Bind(name)));
}
