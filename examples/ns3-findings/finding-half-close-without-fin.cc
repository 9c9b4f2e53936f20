/*
 * 3. A client shuts its side down while its last data are in flight.
 *
 * RFC 9293 (3.10.4): the FIN follows the data. ns-3 sends one only when its buffer is empty at the
 * time of the call, or holds data that were never sent: data that were sent and wait for their ACK
 * are neither. The server waits for ever, unless ShutdownSend() is called again.
 */
#include "ns3-findings/two-nodes.h"

using namespace ns3;
using namespace ns3::findings;

int
main()
{
    const TwoNodes net;
    const auto listener = net.Listen([](Ptr<Socket> accepted) { Watch(accepted, "server"); });
    const auto client = net.Connect();
    const auto shutDown = [client] {
        Say("client: ShutdownSend() gives ", ResultOf(client, client->ShutdownSend()));
    };
    TwoNodes::At(1, [client] { Say("client: Send(1000) gives ", Send(client, 1000)); });
    TwoNodes::At(1.005, shutDown);
    TwoNodes::At(3600, shutDown);
    TwoNodes::RunUntil(3601);
}
