/*
 * 8. A client closes, and then the server closes.
 *
 * Socket::SetRecvCallback() is for new data. In ns-3 it is called once more for the peer's FIN when
 * the own side was closed first: nothing can be read then.
 */
#include "ns3-findings/two-nodes.h"

using namespace ns3;
using namespace ns3::findings;

int
main()
{
    const TwoNodes net;
    const auto listener = net.Listen([](Ptr<Socket> accepted) {
        Watch(accepted, "server");
        TwoNodes::At(2, [accepted] {
            Say("server: Close() gives ", ResultOf(accepted, accepted->Close()));
        });
    });
    const auto client = net.Connect();
    TwoNodes::At(1, [client] { Say("client: Close() gives ", ResultOf(client, client->Close())); });
    TwoNodes::RunUntil(10);
}
