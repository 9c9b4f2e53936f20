/*
 * 14. What can be known at once is told by a result and by no callback; a closed listener lives on
 * in its connections.
 *
 * All this is as documented. A program that waits for ConnectionFailed waits for ever.
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
    const auto lost = TwoNodes::MakeSocket(net.client);
    Watch(lost, "lost");
    const auto second = TwoNodes::MakeSocket(net.server);
    TwoNodes::At(1, [&] {
        const InetSocketAddress nowhere(Ipv4Address("198.51.100.1"), TwoNodes::PORT);
        Say("lost: Connect() gives ", ResultOf(lost, lost->Connect(nowhere)));
        const InetSocketAddress taken(Ipv4Address::GetAny(), TwoNodes::PORT);
        Say("second listener: Bind() gives ", ResultOf(second, second->Bind(taken)));
        Say("listener: Close() gives ", ResultOf(listener, listener->Close()));
        Say("client: Send(10) gives ", Send(client, 10));
    });
    TwoNodes::RunUntil(1000);
}
