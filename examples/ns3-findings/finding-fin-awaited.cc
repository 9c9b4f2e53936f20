/*
 * 19. A client closes, and the server vanishes before it closes too.
 *
 * RFC 9293 (3.6) knows no end of FIN-WAIT-2, but hosts do, for sockets that nobody uses any more:
 * Linux waits for 60 s (tcp_fin_timeout). ns-3 waits for ever, and keeps the socket and its port.
 */
#include "ns3-findings/two-nodes.h"

using namespace ns3;
using namespace ns3::findings;

int
main()
{
    const TwoNodes net;
    const auto listener = net.Listen([](Ptr<Socket>) {});
    auto client = net.Connect();
    Address name;
    TwoNodes::At(1, [&] {
        client->GetSockName(name);
        Say("client: Close() gives ", ResultOf(client, client->Close()));
        client = nullptr;
    });
    TwoNodes::At(2, [&net] { TwoNodes::TakeDown(net.server); });
    TwoNodes::RunUntil(86400);
    const auto next = TwoNodes::MakeSocket(net.client);
    Say("client: Bind() to the port again gives ", ResultOf(next, next->Bind(name)));
}
