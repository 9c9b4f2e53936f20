/*
 * 20. A server does not read until its buffer is full, and then reads all of it.
 *
 * RFC 9293 (3.8.6.2.2): the receiver tells the window that it has again. Up to ns-3.48 it does not:
 * the sender learns of it by its next probe, as much as a minute later. ns-3 has it mended since
 * (ns-3's issue 125).
 */
#include "ns3-findings/two-nodes.h"

using namespace ns3;
using namespace ns3::findings;

int
main()
{
    const TwoNodes net;
    Ptr<Socket> server;
    const auto listener = net.Listen([&server](Ptr<Socket> accepted) { server = accepted; });
    const auto client = net.Connect();
    client->SetRecvCallback(MakeNullCallback<void, Ptr<Socket>>());
    TwoNodes::At(1, [client] { Say("client: Send(131072) gives ", Send(client, 131072)); });
    TwoNodes::At(2, [client] { Say("client: Send(100000) gives ", Send(client, 100000)); });
    TwoNodes::At(100, [&server] {
        Say("server: reads ", Read(server), " octets");
        server->SetRecvCallback(Callback<void, Ptr<Socket>>([](Ptr<Socket> readable) {
            readable->SetRecvCallback(MakeNullCallback<void, Ptr<Socket>>());
            Say("server: more data come");
        }));
    });
    TwoNodes::RunUntil(200);
}
