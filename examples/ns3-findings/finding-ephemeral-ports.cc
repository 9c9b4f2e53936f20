/*
 * 11. A node uses up its ephemeral ports, and one of its connections ends.
 *
 * A connection is known by both addresses and ports (RFC 9293, 4): one local port can serve
 * connections to many servers. ns-3 gives each port out once for the whole node, 16384 in all, and
 * TIME-WAIT keeps it for 240 s. The search for a free one goes through all end points for each.
 */
#include "ns3-findings/two-nodes.h"

#include "ns3/ipv4-end-point.h"
#include "ns3/tcp-l4-protocol.h"

using namespace ns3;
using namespace ns3::findings;

int
main()
{
    const TwoNodes net;
    const auto listener = net.Listen(
        [](Ptr<Socket> accepted) { TwoNodes::At(1, [accepted] { accepted->Close(); }); });
    const auto client = net.Connect();
    Address name;
    TwoNodes::At(0.5, [&] { client->GetSockName(name); });
    TwoNodes::At(1, [client] { client->Close(); });
    const auto bind = [&] {
        const auto socket = TwoNodes::MakeSocket(net.client);
        Say("client: Bind() to the port again gives ", ResultOf(socket, socket->Bind(name)));
    };
    TwoNodes::At(240, bind);
    TwoNodes::At(242, bind);
    TwoNodes::RunUntil(243);

    const auto tcp = net.client->GetObject<TcpL4Protocol>();
    int ports = 1; // that of the last Bind()
    while (ports < 16384 && tcp->Allocate())
    {
        ++ports;
    }
    Say("client: ", ports, " ports are in use");
    const auto next = TwoNodes::MakeSocket(net.client);
    Say("client: Connect() gives ", ResultOf(next, next->Connect(TwoNodes::GetServerAddress())));
}
