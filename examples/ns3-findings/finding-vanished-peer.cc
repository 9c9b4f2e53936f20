/*
 * 10. A server vanishes: from a client that sends, and from one that waits.
 *
 * RFC 9293 (3.8.3): who gets no ACK for at least 100 s gives the connection up; it is CLOSED then,
 * and a SEND an error (3.10.2). ns-3 gives up, without an error number, and the socket goes on
 * taking data. Keep-alives (3.8.4) would tell the client that waits; ns-3 has none.
 */
#include "ns3-findings/two-nodes.h"

using namespace ns3;
using namespace ns3::findings;

int
main()
{
    const TwoNodes net;
    const auto listener = net.Listen([](Ptr<Socket>) {});
    const auto sender = net.Connect("sender");
    const auto waiter = net.Connect("waiter");
    TwoNodes::At(1, [&net] { TwoNodes::TakeDown(net.server); });
    TwoNodes::At(2, [sender] { Say("sender: Send(1000) gives ", Send(sender, 1000)); });
    TwoNodes::At(200, [sender] { Say("sender: Send(1000) gives ", Send(sender, 1000)); });
    TwoNodes::RunUntil(86400);
    Say("waiter: waits");
}
